using System.Text.RegularExpressions;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Models.Http;

/// <summary>What an HTTP status means where the body says nothing better.</summary>
internal static partial class HttpErrors
{
    public static CallOutcome OutcomeOf(int status) => status switch
    {
        429 => CallOutcome.RateLimited,
        401 or 403 => CallOutcome.Unauthorized,
        404 or 410 => CallOutcome.NotFound,
        _ when IsLostAnswer(status) => CallOutcome.Timeout,
        // 409 and 425 ask for the same once more, 498 is a tier of Groq that is full.
        409 or 425 or 498 or >= 500 => CallOutcome.ServerError,
        _ => CallOutcome.BadRequest,
    };

    /// <summary>Whether the account has no credit, which services say with statuses that mean a wrong key, a wrong request or too many of them.</summary>
    public static bool MeansNoCredit(int status, string message) => status == 402 || (status is >= 400 and < 500 && NoCredit.IsMatch(message));

    /// <summary>
    /// Providers bill no request they refused themselves, with 4xx or 5xx. A gateway's page and a lost answer are none of their words:
    /// the model may have worked for it.
    /// </summary>
    public static bool MayHaveBeenBilled(int status, bool providersOwnWords) =>
        IsLostAnswer(status) || (status >= 500 && !providersOwnWords);

    /// <summary>The answer came too late for somebody on the way: 499 as Gemini and nginx say it, 522 and 524 as Cloudflare does.</summary>
    private static bool IsLostAnswer(int status) => status is 408 or 499 or 504 or 522 or 524;

    /// <summary>What may be wrong where a status says that nothing stands at the address; empty for others.</summary>
    public static string AddressHint(int status) => status switch
    {
        >= 300 and < 400 => "; redirects are not followed, check the base address",
        404 or 405 => "; check the base address",
        _ => "",
    };

    /// <summary>An error whose body is not the provider's: a proxy's page or words, or nothing.</summary>
    public static ModelCallException WithoutDetails(ProviderReply reply, string provider, ApiKey? key)
    {
        var words = reply.Words is { } said ? $": {ErrorText.Clean(said, key)}" : " without an error it documents";
        var told = $"{provider} answered {reply.Status}{words}{AddressHint(reply.Status)}";
        return new ModelCallException(OutcomeOf(reply.Status), told.EndsWith('.') ? told : told + ".")
        {
            HttpStatus = reply.Status,
            RetryAfter = reply.RetryAfter,
            MayHaveBeenBilled = MayHaveBeenBilled(reply.Status, providersOwnWords: false),
        };
    }

    /// <summary>"Check your plan and billing" stands in refusals that pass in a minute, too, and spend is also limited for ten minutes.</summary>
    [GeneratedRegex("""
        \b(insufficient|not\ enough)\ (credits?|balance|funds)\b | \bout\ of\ (credits?|funds)\b
        | \b(do|does)(\ not|n't)\ have\ (any|enough|sufficient)\ (credits?|balance|funds)\b
        | \bcredits\ are\ depleted\b | \bused\ all\ (of\ )?(your\ |its\ )?(available\ )?credits\b | \brequires\ more\ credits\b | \bcredit\ balance\ is\ too\ low\b
        | \b(reach|exceed)(ed|ing)\ (its|your|the)\ monthly\ spending\ (limit|cap)\b | \brequires\ billing\b
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex NoCredit { get; }
}
