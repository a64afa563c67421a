using System.Globalization;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using ViralTracker.Adapters.Sources.Files;
using ViralTracker.Core.Projects;

namespace ViralTracker.Adapters.Projects;

/// <summary>A person's own best replies: JSON lines, a table, or plain text with one reply a line.</summary>
public static class RepliesFile
{
    private static readonly WrittenFile Replies = new(4 << 20, "is larger than 4 MB; keep only the best replies");
    private const int MaxReplies = 2_000;

    // A wrong file has a problem on every line; the first ones tell.
    private const int MaxProblems = 20;

    private delegate void Take(int line, string? reply, string? post);

    /// <param name="shownAs">The path as messages name it.</param>
    public static Validated<IReadOnlyList<OwnReply>> Load(string path, string shownAs)
    {
        if (!File.Exists(path)) return new(new ConfigProblem(shownAs, null, "", "is missing; voice.replies_file in finder.yml names it"));
        return Replies.Load(path, shownAs, text => Read(text, Path.GetExtension(path).ToLowerInvariant(), shownAs));
    }

    private static Validated<IReadOnlyList<OwnReply>> Read(string text, string extension, string shownAs)
    {
        var replies = new Dictionary<string, OwnReply>(StringComparer.Ordinal);
        var problems = new List<ConfigProblem>();
        if (extension == ".csv") Table(text, Add, Problem);
        else if (extension is ".jsonl" or ".ndjson") Lines(text, (line, json) => JsonLine(line, json, Add, Problem));
        else Lines(text, (line, reply) => Add(line, reply, null));
        if (problems.Count > 0) return new(problems.Take(MaxProblems));
        if (replies.Count is 0 or > MaxReplies)
            return new(new ConfigProblem(shownAs, null, "", replies.Count == 0 ? "holds no replies" : string.Create(CultureInfo.InvariantCulture, $"holds {replies.Count:N0} replies; at most {MaxReplies:N0} are taken")));
        return new(replies.Values.ToArray());

        void Add(int line, string? reply, string? post)
        {
            if (reply?.Trim() is not { Length: > 0 } said) Problem(line, "has no reply");
            else if (said.Length > OwnReply.MaxLength) Problem(line, string.Create(CultureInfo.InvariantCulture, $"is a reply of {said.Length:N0} characters; at most {OwnReply.MaxLength:N0} are taken"));
            else replies.TryAdd(said, new OwnReply(said, post?.Trim() is { Length: > 0 } answered ? answered : null));
        }

        void Problem(int line, string message) => problems.Add(new ConfigProblem(shownAs, line, "", message));
    }

    private static void Lines(string text, Action<int, string> read)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (!line.IsWhiteSpace()) read(number, line.ToString());
        }
    }

    private static void JsonLine(int line, string text, Take take, Action<int, string> problem)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var row = document.RootElement;
            if (row.ValueKind == JsonValueKind.String) take(line, row.GetString(), null);
            else if (row.ValueKind == JsonValueKind.Object && Member(row, "reply") is { } reply) take(line, reply, Member(row, "post"));
            else problem(line, "is neither a text nor an object with a text 'reply'");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            problem(line, "is not JSON");
        }
    }

    private static string? Member(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static void Table(string text, Take take, Action<int, string> problem)
    {
        var firstLine = text.AsSpan().EnumerateLines() is var lines && lines.MoveNext() ? lines.Current.ToString() : "";
        using var csv = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, Delimiter = TableReader.Delimiter(firstLine) });
        var header = csv.Read() ? csv.Record!.Select(name => name.Trim().ToLowerInvariant()).ToArray() : [];
        var (reply, post) = (Array.IndexOf(header, "reply"), Array.IndexOf(header, "post"));
        if (reply < 0)
        {
            problem(1, "needs a header with the column reply, and may have post");
            return;
        }
        for (var line = csv.RawRow + 1; csv.Read(); line = csv.RawRow + 1)
        {
            // Else the rest of the file would be one reply.
            if (csv.RawRow > line && TableReader.IsOpen(csv.RawRecord, csv.Delimiter[0])) problem(line, "has a quotation mark that nothing closes");
            else if (csv.Record!.Any(cell => !string.IsNullOrWhiteSpace(cell))) take(line, csv.Record!.ElementAtOrDefault(reply), post < 0 ? null : csv.Record!.ElementAtOrDefault(post));
        }
    }
}
