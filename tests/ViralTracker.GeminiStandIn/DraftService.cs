namespace ViralTracker.GeminiStandIn;

/// <summary>What became of a draft request: an answer, or (null) a dropped connection.</summary>
internal sealed record Outcome(Reply? Reply, Fault? Fault);

/// <summary>The model behind both protocols: quota, faults, latency, answer, bill.</summary>
internal sealed class DraftService(StandInOptions options, Books books)
{
    /// <param name="stopping">The server stops, or the client of a hanging request has gone.</param>
    public async Task<Outcome> AnswerAsync(Arrival arrival, ModelRequest request, IProtocol protocol, CancellationToken clientGone, CancellationToken stopping)
    {
        var index = books.NextDraftRequest();
        if (books.TakeQuota(arrival, request.PromptTokens) is { } hit) return new(protocol.OverQuota(hit), null);

        var fault = FaultPlan.For(options, index, request);
        switch (fault)
        {
            case Fault.BadGateway:
                return new(Reply.GatewayPage, fault);
            case Fault.ResetBeforeBilling:
                return new(null, fault);
            case Fault.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, options.Time, clientGone).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
                return new(null, fault);
            case { } f when IsError(f):
                return new(protocol.Error(f), fault);
        }

        // A client that hangs up is billed all the same: the model works on.
        await Task.Delay(LatencyOf(index, request.Posts.Count), options.Time, stopping);
        var completion = Complete(arrival, index, request, fault);
        books.Charge(arrival, completion.ModelVersion, completion.Tokens);
        if (fault == Fault.ResetAfterBilling) return new(null, fault);
        var reply = protocol.Answer(completion);
        return new(fault switch
        {
            Fault.MalformedBody => reply with { Body = reply.Body[..(reply.Body.Length / 2)] },
            Fault.BrokenGzip => reply with { Encoding = "gzip" },
            Fault.BrokenBrotli => reply with { Encoding = "br" },
            _ => reply,
        }, fault);
    }

    private static bool IsError(Fault fault) => fault is Fault.RateLimited or Fault.RateLimitedBare or Fault.RateLimitedHelpOnly or Fault.RateLimitedForLong
        or Fault.DailyQuota or Fault.DailyQuotaFinal or Fault.InternalError or Fault.Forbidden or Fault.InvalidRequest or Fault.Unavailable
        or Fault.SchemaRefused or Fault.SchemaRefusedByBounds or Fault.SchemaRefusedByEnum or Fault.FormatRefused or Fault.AnyFormatRefused;

    private TimeSpan LatencyOf(int index, int posts)
    {
        var jitter = 1 + options.LatencyJitter * (2 * Hashing.Share($"latency {index}", options.Seed) - 1);
        return (options.Latency + options.LatencyPerPost * posts) * jitter;
    }

    private Completion Complete(Arrival arrival, int index, ModelRequest request, Fault? fault)
    {
        var text = AnswerText.Write(options, index, request, fault);
        var thoughts = fault == Fault.PromptBlocked ? 0 : options.ThoughtTokensPerPost * request.Posts.Count;
        var finish = fault switch
        {
            Fault.TruncatedAnswer => "MAX_TOKENS",
            Fault.AnswerBlocked => "SAFETY",
            _ => "STOP",
        };
        if (request.MaxOutputTokens is { } max && Tokens.Of(text) + thoughts > max)
        {
            thoughts = Math.Min(thoughts, max);
            text = text[..Math.Min(text.Length, 4 * (max - thoughts))];
            while (Tokens.Of(text) + thoughts > max) text = text[..^1];
            finish = "MAX_TOKENS";
        }
        var tokens = new TokenCount(request.PromptTokens, books.CachedTokens(arrival, request.System + request.User), Tokens.Of(text), thoughts);
        return new Completion(text, finish, fault == Fault.PromptBlocked ? "PROHIBITED_CONTENT" : null, arrival.Model, $"r{arrival.Index}", tokens, tokens.Total + (fault == Fault.TotalDiffers ? 7 : 0));
    }
}
