using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;
using ViralTracker.Core.Drafting;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Spending;
using ViralTracker.Core.Texts;
using ViralTracker.Pipeline.Models;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>A request ready to be reserved and sent.</summary>
internal sealed record DraftRequest
{
    public required IReadOnlyList<ChatMessage> Messages { get; init; }
    public required ChatOptions Options { get; init; }

    /// <summary>Alias and kinds of each post, in the order of the pack.</summary>
    public required IReadOnlyList<KeyValuePair<string, IReadOnlyList<SuggestionKind>>> Wanted { get; init; }
    public required string PromptHash { get; init; }
    public required SchemaRung Rung { get; init; }

    /// <summary>Upper bound of the input tokens.</summary>
    public required long InputTokens { get; init; }

    /// <summary>Input tokens as they usually come out.</summary>
    public required long TypicalInputTokens { get; init; }
    public required NanoUsd? WorstCase { get; init; }
}

/// <summary>Turns packs into requests. The system text is built once, so every request of a run starts with the same bytes. Thread-safe.</summary>
internal sealed class RequestBuilder
{
    /// <summary>JSON around one draft and one post of an answer, in tokens.</summary>
    private const int TokensAroundDraft = 12;
    private const int TokensAroundPost = 16;

    /// <summary>What a request has beside system text and posts, and a post beside its text, in input tokens as they usually come out.</summary>
    private const int TokensOfRequest = 120;
    private const int TokensBesideText = 24;

    /// <summary>Room for an answer beside the longest one seen, where the budget has none for the longest possible.</summary>
    private const int SqueezeMargin = 2;

    private readonly ProjectConfig _project;
    private readonly DraftModel _model;
    private readonly string _system;
    private readonly ImmutableArray<string> _kinds;
    private readonly ConcurrentDictionary<(SchemaRung, int), Schema> _schemas = [];
    private readonly Lock _lock = new();
    private ImmutableHashSet<string> _priced;
    private long _mostSystem;
    private long _mostOutputPerPost;

    public RequestBuilder(ProjectConfig project, DraftModel model)
    {
        _project = project;
        _model = model;
        _system = DraftPrompt.System(project.PromptTemplate, project);
        _kinds = [.. project.Suggestions.Select(kind => kind.Name)];
        SystemHash = ShortHash.Of(string.Join('\n', [_system, .. Said(project.Generation)]));
        _mostSystem = TokenEstimate.UpperBound(_system);
        _priced = [model.Key.Model];
    }

    /// <summary>Takes which version answers: it may be dearer than the model asked for, and the worst case is at the dearest price of them.</summary>
    public void AnsweredBy(string? version)
    {
        lock (_lock)
            if (version is not null) _priced = _priced.Add(version);
    }

    /// <summary>Takes what the provider counted for an answer, which bounds later reservations tighter: the system text has no more tokens than a whole prompt.</summary>
    /// <param name="truncated">The answer hit the limit: how long it would have been, nobody knows.</param>
    public void Saw(TokenUsage usage, int posts, bool truncated)
    {
        lock (_lock)
        {
            if (usage.Prompt > 0) _mostSystem = Math.Min(_mostSystem, usage.Prompt);
            if (!truncated) _mostOutputPerPost = Math.Max(_mostOutputPerPost, (usage.Output + usage.Thoughts + posts - 1) / posts);
        }
    }

    /// <summary>Whether answers were seen that tell how little room a <see cref="Pack.Squeezed"/> pack needs.</summary>
    public bool CanSqueeze
    {
        get
        {
            lock (_lock) return _mostOutputPerPost > 0;
        }
    }

    /// <summary>Of what the run's requests have in common: the system text, and how long to think and how freely to choose words where the project says.</summary>
    public string SystemHash { get; }

    private static IEnumerable<string> Said(GenerationOptions options)
    {
        if (options.Thinking is { } thinking) yield return thinking;
        if (options.Temperature is { } temperature) yield return string.Create(CultureInfo.InvariantCulture, $"temperature {temperature}");
    }

    /// <summary>Input tokens of a request without posts, for planning.</summary>
    public long FixedTokens => TokenEstimate.Typical(_system) + TokensOfRequest;

    /// <summary>Most output tokens one post may need.</summary>
    public long OutputPerPost => OutputFor(_kinds.Length);

    /// <summary>Output tokens of one post's drafts where no history tells: two thirds of the longest drafts, and the JSON around them.</summary>
    public long TypicalOutputPerPost => _project.Suggestions.Sum(kind => kind.MaxLength / 6 + TokensAroundDraft) + TokensAroundPost;

    public static long TypicalTokens(DraftTask task) =>
        TokenEstimate.Typical(task.Scored.Stored.Post.Text[..Math.Min(task.Scored.Stored.Post.Text.Length, PromptPost.MaxTextLength)]) + TokensBesideText
        + task.Replies.Sum(TokenEstimate.Typical);

    /// <param name="thinkingRoom">Output tokens kept free for thinking.</param>
    public DraftRequest Build(Pack pack, SchemaRung rung, long thinkingRoom, DateTimeOffset now)
    {
        long mostSystem, squeezedPerPost;
        ImmutableHashSet<string> priced;
        lock (_lock) (mostSystem, squeezedPerPost, priced) = (_mostSystem, _mostOutputPerPost * SqueezeMargin, _priced);
        var posts = pack.Items.Select((item, i) => item.InPrompt(Alias(i))).ToArray();
        var wanted = posts.Select(post => KeyValuePair.Create<string, IReadOnlyList<SuggestionKind>>(
            post.Alias, post.Wanted.IsEmpty ? _project.Suggestions : [.. _project.Suggestions.Where(kind => post.Wanted.ContainsKey(kind.Name))])).ToArray();
        var user = DraftPrompt.User(posts);
        // A post that is asked again for some kinds only leaves the other properties null, so the schema stays one for all.
        var schema = rung <= SchemaRung.Plain ? _schemas.GetOrAdd((rung, posts.Length), SchemaFor) : null;
        // What the project allows for thinking may be used.
        thinkingRoom = Math.Max(thinkingRoom, ThinkingOption.Tokens(_project.Generation.Thinking) ?? 0);
        var maxOutput = Math.Min(_model.OutputLimit, Math.Min(wanted.Sum(w => OutputFor(w.Value.Count)) + thinkingRoom, pack.Squeezed ? squeezedPerPost * posts.Length : long.MaxValue));
        var input = mostSystem + TokenEstimate.UpperBound(user) + (schema?.MostTokens ?? 0);
        return new DraftRequest
        {
            Messages = [new ChatMessage(ChatRole.System, _system), new ChatMessage(ChatRole.User, user)],
            Options = new ChatOptions
            {
                ModelId = _model.Key.Model,
                MaxOutputTokens = (int)maxOutput,
                Temperature = (float?)_project.Generation.Temperature,
                ResponseFormat = schema is not null ? ChatResponseFormat.ForJsonSchema(schema.Json, "drafts") : rung == SchemaRung.AnyObject ? ChatResponseFormat.Json : null,
                AdditionalProperties = ThinkingOption.Of(_project.Generation.Thinking),
            },
            Wanted = wanted,
            PromptHash = ShortHash.Of(_system + user),
            Rung = rung,
            InputTokens = input,
            TypicalInputTokens = TokenEstimate.Typical(_system) + TokenEstimate.Typical(user) + (schema?.TypicalTokens ?? 0),
            WorstCase = priced.Max(model => _model.Pricing.WorstCase(model, input, maxOutput, now)),
        };
    }

    private sealed record Schema(JsonElement Json, long MostTokens, long TypicalTokens);

    private Schema SchemaFor((SchemaRung Rung, int Posts) of)
    {
        var json = AnswerSchema.For(of.Rung, [.. Enumerable.Range(0, of.Posts).Select(Alias)], _kinds);
        var text = json.GetRawText();
        return new Schema(json, TokenEstimate.UpperBound(text), TokenEstimate.Typical(text));
    }

    private static string Alias(int index) => $"p{index + 1}";

    private long OutputFor(int kinds) => kinds * (_project.Generation.MaxTokens + TokensAroundDraft) + TokensAroundPost;
}
