using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Drafting;

/// <summary>
/// The two messages of a request. The system text is the same for every request of a run, so that providers can cache it as a
/// common prefix; posts travel only in the user message, as JSON values.
/// </summary>
public static partial class DraftPrompt
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The product's own template, in the placeholders of <see cref="System(string, ProjectConfig)"/>.</summary>
    public static string DefaultTemplate { get; } = EmbeddedText.Read("Drafting.prompt.md");

    /// <summary>The placeholder without which the model is not told what to write.</summary>
    public const string Kinds = "kinds";

    /// <summary>Languages of whose signs X counts each as two characters.</summary>
    private static readonly FrozenDictionary<string, string> CountedTwice = new Dictionary<string, string> { ["ja"] = "Japanese", ["zh"] = "Chinese", ["ko"] = "Korean" }.ToFrozenDictionary();

    private static readonly OrderedDictionary<string, Func<ProjectConfig, string>> Parts = new()
    {
        ["persona"] = project => project.Voice.Persona.Trim(),
        ["constraints"] = project => Bullets(null, project.Voice.Constraints),
        ["good_examples"] = project => Bullets("Replies that sound right:", project.Voice.GoodExamples),
        ["bad_examples"] = project => Bullets("Replies that sound wrong:", project.Voice.BadExamples),
        ["topics"] = project => Bullets(null, [.. project.Taxonomy.Select(TopicLine)]),
        [Kinds] = project => Bullets(null, [.. project.Suggestions.Select(kind => KindLine(kind, project.Languages))]),
    };

    /// <summary>What may stand between double braces in a template.</summary>
    public static ImmutableArray<string> Placeholders { get; } = [.. Parts.Keys];

    /// <summary>Fills a template with <see cref="Placeholders"/> in double braces.</summary>
    /// <exception cref="FormatException">The template names a placeholder that does not exist.</exception>
    public static string System(string template, ProjectConfig project)
    {
        var filled = Placeholder().Replace(template, match => Parts.TryGetValue(match.Groups[1].Value, out var part)
            ? part(project)
            : throw new FormatException($"the prompt template names {match.Value}, which does not exist"));
        return BlankRun().Replace(filled, "\n\n").Trim() + "\n";
    }

    /// <summary>The user message: <c>{"posts":[{"id","text","author","lang","topic","replies","wanted"}]}</c>.</summary>
    public static string User(IReadOnlyList<PromptPost> posts)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            json.WriteStartObject();
            json.WriteStartArray("posts");
            foreach (var post in posts) Write(json, post);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, PromptPost post)
    {
        json.WriteStartObject();
        json.WriteString("id", post.Alias);
        json.WriteString("text", Cut(post.Text));
        if (post.Author is not null) json.WriteString("author", post.Author);
        if (post.Language is not null) json.WriteString("lang", post.Language);
        json.WriteString("topic", post.Topic);
        if (!post.Replies.IsEmpty)
        {
            json.WriteStartArray("replies");
            foreach (var reply in post.Replies) json.WriteStringValue(reply);
            json.WriteEndArray();
        }
        if (!post.Wanted.IsEmpty)
        {
            json.WriteStartObject("wanted");
            foreach (var (kind, why) in post.Wanted) json.WriteString(kind, why);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static string Cut(string text)
    {
        if (text.Length <= PromptPost.MaxTextLength) return text;
        var end = char.IsHighSurrogate(text[PromptPost.MaxTextLength - 1]) ? PromptPost.MaxTextLength - 1 : PromptPost.MaxTextLength;
        return text[..end] + "…";
    }

    private static string TopicLine(Topic topic)
    {
        var line = topic.Description.Length == 0 ? topic.Label : $"{topic.Label}: {topic.Description}";
        return topic.Facts.IsEmpty ? line : $"{line} Facts: {string.Join(" ", topic.Facts)}";
    }

    private static string KindLine(SuggestionKind kind, ImmutableArray<string> languages)
    {
        var twice = languages.Where(CountedTwice.ContainsKey).Select(language => CountedTwice[language]).ToArray();
        var inSigns = twice.Length == 0 ? "" : $"; {(kind.MinLength + 1) / 2} to {kind.MaxLength / 2} in {Listed(twice)}";
        return $"{kind.Name} ({kind.MinLength} to {kind.MaxLength} characters{inSigns}): {kind.Instruction}";
    }

    private static string Listed(string[] names) => names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";

    private static string Bullets(string? heading, ImmutableArray<string> lines)
    {
        if (lines.IsDefaultOrEmpty) return "";
        var text = string.Join('\n', lines.Select(line => "- " + line.Trim().ReplaceLineEndings(" ")));
        return heading is null ? text : heading + "\n" + text;
    }

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex BlankRun();
}
