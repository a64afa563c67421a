using System.Text;
using System.Text.RegularExpressions;

namespace ViralTracker.Core.Texts;

/// <summary>A pattern for a text, of whose alternatives only those are tried that the text may hold.</summary>
internal sealed class Candidate(Pattern pattern)
{
    private readonly List<Pattern> _parts = [];

    public Pattern Pattern => pattern;

    public void Add(Pattern part) => _parts.Add(part);

    /// <summary>The first match, or null.</summary>
    public Match? Match(string text)
    {
        Match? first = null;
        foreach (var part in _parts)
            if (part.Regex.Match(text) is { Success: true } found && (first is null || found.Index < first.Index)) first = found;
        return first;
    }

    public IEnumerable<Match> Matches(string text)
    {
        // The next match of each part; none overlaps those that were taken.
        var next = new Match[_parts.Count];
        for (var i = 0; i < next.Length; i++) next[i] = _parts[i].Regex.Match(text);
        while (true)
        {
            Match? first = null;
            foreach (var found in next)
                if (found.Success && (first is null || found.Index < first.Index)) first = found;
            if (first is null) yield break;
            yield return first;
            var end = first.Index + Math.Max(first.Length, 1);
            if (end > text.Length) yield break;
            for (var i = 0; i < next.Length; i++)
                if (next[i] == first) next[i] = first.NextMatch();
                else if (next[i].Success && next[i].Index < end) next[i] = _parts[i].Regex.Match(text, end);
        }
    }

    /// <summary>The text with a space for each match.</summary>
    public string Without(string text)
    {
        StringBuilder? left = null;
        var at = 0;
        foreach (var found in Matches(text))
        {
            (left ??= new(text.Length)).Append(text, at, found.Index - at).Append(' ');
            at = found.Index + found.Length;
        }

        return left is null ? text : left.Append(text, at, text.Length - at).ToString();
    }
}
