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

    [Theory]
    [InlineData("As an AI skeptic I was surprised how rarely people asked for a human.")]
    [InlineData("As an AI researcher I would start with the log.")]
    [InlineData("As AI tools go, this one asks before it deletes.")]
    [InlineData("As AI gets cheaper, the part that breaks is the trust.")]
    [InlineData("As an AI developer I would start with the log.")]
    [InlineData("I'm an AI engineer and the log is still the part that breaks.")]
    [InlineData("As an LLM user I miss a plain undo.")]
    [InlineData("Being an AI company did not help them answer the phone.")]
    [InlineData("We were asked to turn it off by our largest customer, within a day.")]
    [InlineData("I was told to keep a human on the first reply.")]
    [InlineData("I was asked by a customer which part breaks first.")]
    [InlineData("The instructions say one thing and the button another, so people trust the button.")]
    [InlineData("The instructions tell you to hold it for ten seconds, nobody does.")]
    [InlineData("Your instructions are longer than the thing itself, that breaks first.")]
    [InlineData("My rules are on the door: knock, wait, come in.")]
    [InlineData("Als KI-Skeptiker hat mich überrascht, wie selten jemand nach einem Menschen fragt.", "de")]
    [InlineData("Como IA para soporte aguanta poco, la parte que falla es el traspaso.", "es")]
    public void Talk_about_models_manuals_and_orders_of_others_passes(string draft, string language = "en") => Assert.Null(Rule(draft, language));

    [Theory]
    [InlineData("As an AI, I can't say which part breaks first.")]
    [InlineData("As an AI I have no customers, but start with the log.")]
    [InlineData("As a large language model, I would start with the log.")]
    [InlineData("As a language model developed to be dry, I'd say the log.")]
    [InlineData("As AI I cannot see your log.")]
    [InlineData("As an AI language model I can't set prices.")]
    [InlineData("As an AI assistant, I'd look at the log first.")]
    [InlineData("I'm an AI, so no part of me breaks.")]
    [InlineData("I am a chatbot and cannot see your log.")]
    [InlineData("Being an AI, I have never held one.")]
    [InlineData("Speaking as an AI: the log.")]
    [InlineData("Restore weekly, says the AI. As an AI.")]
    [InlineData("I was told to keep this short, so: the log.")]
    [InlineData("I was instructed to stay dry, so: the log.")]
    [InlineData("I've been asked to reply in one line: the log.")]
    [InlineData("We were told not to use links.")]
    [InlineData("I was configured by the person to be dry.")]
    [InlineData("My instructions say to keep it dry: the log.")]
    [InlineData("The instructions say to ask a question, so: which part?")]
    [InlineData("The system prompt says dry, so: the log.")]
    [InlineData("The instructions tell me to be dry.")]
    [InlineData("Als KI kann ich das nicht sagen.", "de")]
    [InlineData("Ich bin eine KI und habe keine Kunden.", "de")]
    [InlineData("Como IA no puedo opinar, pero mira el registro.", "es")]
    [InlineData("En tant qu'IA, je ne vois pas le journal.", "fr")]
    public void The_models_own_account_of_itself_is_seen(string draft, string language = "en") => Assert.Equal(QualityRule.LeakedPrompt, Rule(draft, language));

    private static QualityRule? Rule(string draft, string language) => LeakedPrompt.Check(new(draft, new("Which part of it breaks first?", language), Kind), Contexts.Empty)?.Rule;
}
