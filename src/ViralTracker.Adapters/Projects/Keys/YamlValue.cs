using System.Collections.Immutable;

namespace ViralTracker.Adapters.Projects.Keys;

/// <summary>A YAML value with the line it was written on and its size once aliases are expanded.</summary>
internal abstract record YamlValue(int Line)
{
    public virtual long Size => 1;

    public virtual bool IsEmpty => false;

    /// <summary>What it is, for messages.</summary>
    public abstract string Kind { get; }
}

internal sealed record YamlScalar(string Text, bool Quoted, int Line) : YamlValue(Line)
{
    public override bool IsEmpty => !Quoted && Text is "" or "~" or "null" or "Null" or "NULL";

    public override string Kind => IsEmpty ? "nothing" : $"'{Shown}'";

    /// <summary>The beginning, on one line.</summary>
    private string Shown
    {
        get
        {
            var line = Text.TrimEnd().Replace('\n', ' ');
            return line.Length > 40 ? string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[38]) ? 38 : 39), "…") : line;
        }
    }
}

internal sealed record YamlList(ImmutableArray<YamlValue> Items, int Line) : YamlValue(Line)
{
    public override long Size { get; } = 1 + Items.Sum(i => i.Size);

    public override string Kind => "a list";
}

internal sealed record YamlEntry(string Name, int Line, YamlValue Value);

/// <summary>Entries in the order written; repeated names are kept so that they can be reported.</summary>
internal sealed record YamlMap(ImmutableArray<YamlEntry> Entries, int Line) : YamlValue(Line)
{
    public override long Size { get; } = 1 + Entries.Sum(e => e.Value.Size);

    public override bool IsEmpty => Entries.IsEmpty;

    public override string Kind => "a group of keys";

    /// <summary>The first entry of this name.</summary>
    public YamlEntry? Find(string name) => Entries.FirstOrDefault(entry => entry.Name == name);
}
