using ViralTracker.Adapters.Models.Http;
using Xunit;

namespace ViralTracker.Adapters.Tests.Models;

public sealed class ApiKeyTests
{
    [Theory]
    [InlineData("AIzaSy-secret_0")]
    [InlineData("  AIzaSy-secret_0\r\n")]
    [InlineData("\u00A0sk-proj-secret+/=~\u2003")]
    public void A_key_is_taken_with_what_was_pasted_around_it(string value) =>
        Assert.Equal(("KEY", new ApiKey(value.Trim()).Fingerprint), (Read(value)!.Variable, Read(value)!.Fingerprint));

    [Theory]
    [InlineData("…", " ('…')")]
    [InlineData("secret–secret", " ('–')")]
    [InlineData("“secret”", " ('“')")]
    [InlineData("secret€", " ('€')")]
    [InlineData("secret🔑", " ('🔑')")]
    [InlineData("secret secret", " (a space)")]
    [InlineData("secret\nsecret", " (U+000A)")]
    [InlineData("secret\u200B", " (U+200B)")]
    [InlineData("\uFEFFsecret", " (U+FEFF)")]
    [InlineData("sеcret", "")] // its е is Cyrillic
    [InlineData("schlüssel", "")]
    [InlineData("秘密", "")]
    public void Character_that_no_key_has_is_told_unless_it_may_be_the_keys_own(string value, string shown)
    {
        var error = Assert.Throws<ApiKeyException>(() => Read(value));

        Assert.Equal(("KEY", $"holds a character no key has{shown}: paste the key from your provider"), (error.Variable, error.Problem));
        Assert.Equal($"KEY {error.Problem}", error.Message);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public void A_variable_without_a_value_is_no_key(string? value) => Assert.Null(Read(value));

    [Theory]
    [InlineData("AIzaSy-secret_0", "Key AIzaSy-secret_0 is not known.", "Key (key) is not known.")]
    [InlineData("AIzaSy-secret_0", "Key aizasy is not known.", "Key aizasy is not known.")]
    [InlineData("ollama", "model 'ollama-7b' not found", "model 'ollama-7b' not found")]
    [InlineData("e", "context length exceeded", "context length exceeded")]
    public void A_key_is_taken_out_of_what_others_say_unless_it_is_a_word_for_none(string key, string said, string shown) =>
        Assert.Equal(shown, new ApiKey(key).RemoveFrom(said));

    private static ApiKey? Read(string? value) => ApiKey.FromEnvironment(_ => value, "KEY");
}
