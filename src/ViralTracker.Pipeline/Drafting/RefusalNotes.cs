using System.Globalization;
using ViralTracker.Core.Drafting;
using ViralTracker.Core.Quotas;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>What a provider's refusals taught, kept for later runs and other processes: schemas by model, limits and pauses by key too.</summary>
internal sealed class RefusalNotes(IModelNotes notes, QuotaKey key)
{
    private const string Rung = "schema_rung";

    /// <summary>How far clocks of two hosts may differ; a pause noted later than that was noted before a clock was set back.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    private string Requests => "requests_per_minute:" + key.KeyFingerprint;

    private string Tokens => "tokens_per_minute:" + key.KeyFingerprint;

    private string Paused => "paused_until:" + key.KeyFingerprint;

    public async Task<SchemaRung> RungAsync(DateTimeOffset now) => RungFrom(await GetAsync(Rung), now);

    public Task NoteRungAsync(SchemaRung rung, DateTimeOffset now) => SetAsync(Rung, rung.ToString(), now);

    public async Task<QuotaLimits> RecallAsync(QuotaLimits limits, DateTimeOffset now) =>
        LearnedLimits.Recall(limits, await GetAsync(Requests), await GetAsync(Tokens), now);

    /// <summary>Notes the limit a refusal named where it is lower than the one asked for.</summary>
    public async Task NoteLimitAsync(QuotaLimits asked, string quotaId, long named, DateTimeOffset now)
    {
        var learned = LearnedLimits.From(asked, quotaId, named);
        if (learned.RequestsPerMinute != asked.RequestsPerMinute) await SetAsync(Requests, Text(named), now);
        if (learned.TokensPerMinute != asked.TokensPerMinute) await SetAsync(Tokens, Text(named), now);
    }

    /// <summary>The longest pause of this key, whoever was refused; null when it may go.</summary>
    public async Task<KeyPause?> PauseAsync(DateTimeOffset now) => (await AllAsync(Paused)).Select(note => PauseFrom(note, now)).MaxBy(pause => pause?.Until);

    public Task NotePauseAsync(KeyPause pause, DateTimeOffset now) =>
        notes.RaiseAsync(key.Provider, key.Model, Paused, pause.Text, now, CancellationToken.None);

    /// <summary>Where the last refusals of a schema led, as long as that holds: models learn to take more.</summary>
    internal static SchemaRung RungFrom(ModelNote? noted, DateTimeOffset now) =>
        LearnedLimits.Holds(noted, now) && Enum.TryParse<SchemaRung>(noted.Value, out var known) ? known : SchemaRung.EnumWithBounds;

    internal static KeyPause? PauseFrom(ModelNote? noted, DateTimeOffset now) =>
        noted is not null && noted.At <= now + ClockSkew && KeyPause.Parse(noted.Value) is { } pause
        // None waits for a longer one, which an earlier version may have noted.
        && pause.Until > now && pause.Until <= now + RetryPolicy.LongestPause + ClockSkew ? pause : null;

    private async Task<ModelNote?> GetAsync(string name) => await AllAsync(name) is [var newest, ..] ? newest : null;

    private Task<IReadOnlyList<ModelNote>> AllAsync(string name) => notes.GetAsync(key.Provider, key.Model, name, CancellationToken.None);

    private Task SetAsync(string name, string value, DateTimeOffset now) => notes.SetAsync(key.Provider, key.Model, name, value, now, CancellationToken.None);

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
