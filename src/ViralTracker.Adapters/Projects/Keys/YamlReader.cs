using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ViralTracker.Adapters.Projects.Keys;

/// <summary>Reads one YAML document into <see cref="YamlValue"/>s: anchors, aliases and merge keys resolved, lines kept.</summary>
internal sealed class YamlReader
{
    private const int MaxDepth = 32;

    // Far above any real file; a few nested aliases ("billion laughs") would exceed it at once.
    private const long MaxSize = 100_000;

    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, YamlValue?> _anchors = [];

    private YamlReader(string text)
    {
        _scanner = new Scanner(new StringReader(text));
        _parser = new Parser(_scanner);
    }

    /// <summary>The document's value; null when there is none.</summary>
    /// <exception cref="FileProblemException">It is not one well-formed document of sensible size.</exception>
    public static YamlValue? Read(string text)
    {
        var reader = new YamlReader(text);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException error)
        {
            throw YamlSyntaxText.Explain(LineOf(error.Start), error.Message, text);
        }
        catch (InvalidOperationException)
        {
            // The parser's answer to some unclosed brackets.
            throw YamlSyntaxText.Explain(LineOf(reader._scanner.CurrentPosition), "", text);
        }
    }

    private YamlValue? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
            return null;
        var value = ReadValue(0);
        _parser.Consume<DocumentEnd>();
        return _parser.TryConsume<DocumentStart>(out var second)
            ? throw new FileProblemException(LineOf(second.Start), "starts a second document; a project is one document, so remove the '---'")
            : value;
    }

    private YamlValue ReadValue(int depth)
    {
        if (depth > MaxDepth)
            throw Refuse(_parser.Current!.Start, $"is nested deeper than {MaxDepth} levels");
        if (_parser.TryConsume<AnchorAlias>(out var alias))
            return Resolve(alias);

        var start = _parser.Consume<NodeEvent>();
        if (!start.Anchor.IsEmpty)
            _anchors[start.Anchor] = null;
        YamlValue value = start switch
        {
            Scalar scalar => new YamlScalar(scalar.Value, scalar.Style != ScalarStyle.Plain, LineOf(scalar.Start)),
            SequenceStart => new YamlList(ReadItems(depth), LineOf(start.Start)),
            _ => new YamlMap(ReadEntries(depth), LineOf(start.Start)),
        };
        if (value.Size > MaxSize)
            throw Refuse(start.Start, $"grows to more than {MaxSize:N0} values once its aliases are expanded");
        if (!start.Anchor.IsEmpty)
            _anchors[start.Anchor] = value;
        return value;
    }

    private YamlValue Resolve(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value, out var value))
            throw Refuse(alias.Start, $"refers to '*{alias.Value}', which no '&{alias.Value}' above it defines");
        return value ?? throw Refuse(alias.Start, $"'*{alias.Value}' stands inside what it refers to");
    }

    private ImmutableArray<YamlValue> ReadItems(int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlValue>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadValue(depth + 1));
        return items.ToImmutable();
    }

    private ImmutableArray<YamlEntry> ReadEntries(int depth)
    {
        var own = ImmutableArray.CreateBuilder<YamlEntry>();
        var merged = new List<YamlEntry>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var at = _parser.Current!.Start;
            if (ReadValue(depth + 1) is not YamlScalar key)
                throw Refuse(at, "uses a list or a group of keys as a key");
            var value = ReadValue(depth + 1);
            if (key is { Text: "<<", Quoted: false })
                merged.AddRange(Merged(value));
            else
                own.Add(new YamlEntry(key.Text, LineOf(at), value));
        }
        // YAML's merge key: what is written here wins over what is merged in, the first merged over later ones.
        var names = own.Select(e => e.Name).ToHashSet();
        own.AddRange(merged.Where(e => names.Add(e.Name)));
        return own.ToImmutable();
    }

    private static IEnumerable<YamlEntry> Merged(YamlValue value) => value switch
    {
        YamlMap map => map.Entries,
        YamlList list => list.Items.SelectMany(Merged),
        _ => throw new FileProblemException(value.Line, $"'<<' merges a group of keys, but found {value.Kind}"),
    };

    private static int LineOf(Mark mark) => (int)mark.Line;

    private static FileProblemException Refuse(Mark at, string message) => new(LineOf(at), message);
}
