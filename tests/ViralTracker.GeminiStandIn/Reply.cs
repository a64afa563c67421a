using System.Text.Json.Nodes;

namespace ViralTracker.GeminiStandIn;

/// <summary>An HTTP answer about to be written.</summary>
internal sealed record Reply(int Status, string Body, string ContentType = "application/json", string? Encoding = null)
{
    public static Reply Json(int status, JsonObject body) => new(status, body.ToJsonString());

    /// <summary>What a gateway in between shows when the service behind it is gone.</summary>
    public static Reply GatewayPage { get; } = new(502, "<!DOCTYPE html><html><head><title>Error 502 (Server Error)!!1</title></head><body><h1>502</h1></body></html>", "text/html");
}

/// <summary>What the model produced: the text, how it ended, what it used.</summary>
internal sealed record Completion(string Text, string FinishReason, string? BlockReason, string ModelVersion, string ResponseId, TokenCount Tokens, int ReportedTotal);

/// <summary>How one protocol words answers and errors.</summary>
internal interface IProtocol
{
    Reply Answer(Completion completion);
    Reply Error(Fault fault);
    Reply OverQuota(QuotaHit hit);
    Reply WrongKey { get; }
    Reply MissingKey { get; }
    Reply UnknownModel(string model);
    Reply BadRequest(string message);
}
