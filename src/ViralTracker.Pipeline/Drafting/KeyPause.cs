using System.Globalization;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>Until when nothing is sent with a key, after a refusal.</summary>
/// <param name="IsAsked">The provider asked for it; else it said nothing, or less than it has proved to need.</param>
internal readonly record struct KeyPause(DateTimeOffset Until, bool IsAsked)
{
    private const string Unasked = " unasked";

    public string Why => IsAsked ? "as the provider asked" : "after 'too many requests'";

    public KeyPause Or(KeyPause other) => other.Until > Until ? other : this;

    /// <summary>As it is noted: the later of two is the greater text.</summary>
    public string Text => Until.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture) + (IsAsked ? "" : Unasked);

    public static KeyPause? Parse(string text)
    {
        var asked = !text.EndsWith(Unasked, StringComparison.Ordinal);
        return DateTimeOffset.TryParse(asked ? text : text[..^Unasked.Length], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var until)
            ? new(until, asked)
            : null;
    }
}
