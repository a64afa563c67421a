using ViralTracker.Core.Projects;
using ViralTracker.Core.Quality;
using Xunit;

namespace ViralTracker.Core.Tests.Quality;

public sealed class LeakedPromptTests
{
    private static readonly SuggestionKind Kind = new("any", "", 1, 300);

    [Theory]
    [InlineData("One question for every user: what did you expect to happen next?")]
    [InlineData("Depends on the role: a developer wants flags, a manager wants defaults")]
    [InlineData("Ask in their language: what did they type before it broke?")]
    [InlineData("Three kinds of developer: those who read docs, those who grep, those who ask.")]
    [InlineData("Keep the tone: curious beats clever there")]
    [InlineData("Suggestion: watch them type instead.")]
    [InlineData("My only constraint: it has to fit on a card.")]
    [InlineData("A rule for the operating system: never surprise the pager.")]
    [InlineData("Works for one kind: the kind who reads changelogs.")]
    [InlineData("There is one for every user: the developer and the manager both want defaults.")]
    [InlineData("Find your voice: write it the way you'd say it at lunch.")]
    [InlineData("Cuida el tono: la gente contesta como le hablas.", "es")]
    [InlineData("C'est une question de tonalité: on répond comme on nous parle.", "fr")]
    public void A_noun_before_a_colon_is_no_label(string draft, string language = "en") => Assert.Null(Rule(draft, language));

    [Theory]
    [InlineData("Tone: dry. Restore weekly and alert on failure.")]
    [InlineData("Voice: Nora. Restore weekly and alert on failure.")]
    [InlineData("Restore weekly.\nTone: dry")]
    [InlineData("Restore weekly and alert on failure. Tone: dry")]
    [InlineData("Restore weekly and alert on failure (tone: dry)")]
    [InlineData("Restore weekly [lang: en]")]
    [InlineData("**Tone**: dry. Restore weekly.")]
    [InlineData("- role: reviewer, restore weekly")]
    [InlineData("{\"tone\": \"dry\"}")]
    [InlineData("{tone: dry, lang: en} Restore weekly")]
    [InlineData("Restore weekly with kind: relate, tone: dry, lang: en")]
    [InlineData("Restore weekly kind: relate tone: dry")]
    [InlineData("As asked with role: assistant | tone: dry")]
    [InlineData("system: you answer in one line. user: how")]
    [InlineData("Keep it to max length: short, restore weekly")]
    [InlineData("As the project facts say: restore weekly")]
    [InlineData("Draft: restore one table a week.")]
    [InlineData("Reply: restore one table a week.")]
    [InlineData("Suggestion 1: restore one table a week.")]
    [InlineData("[Suggestion]: restore one table a week.")]
    [InlineData("**Suggestion:** restore one table a week.")]
    [InlineData("Restore weekly.\nSuggestion 2: alert on failure.")]
    [InlineData("Tono: seco. Prueba la copia cada semana.", "es")]
    [InlineData("口調：返信案", "ja")]
    public void A_label_of_the_request_is_seen(string draft, string language = "en") => Assert.Equal(QualityRule.LeakedPrompt, Rule(draft, language));

    private static QualityRule? Rule(string draft, string language) => LeakedPrompt.Check(new(draft, new("Which part of it breaks first?", language), Kind), Contexts.Empty)?.Rule;
}
