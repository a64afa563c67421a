using ViralTracker.Adapters.Models.Gemini;
using ViralTracker.Core.Projects;

namespace ViralTracker.Adapters.Projects;

/// <summary>The finder.yml that a new project starts from.</summary>
internal static class ProjectTemplate
{
    private const string Label = "first topic";
    private const string Description = "What posts on this topic are about, in a sentence or two";
    private const string Exemplar = "A post you would have liked to answer.";
    private const string OtherExemplar = "Another one, in other words?";
    private const string Persona = "Who you are to the people you answer, and how you talk";
    private const string Reply = "A reply that you would send as it is.";

    /// <summary>Whether a text only shows what belongs in its place.</summary>
    public static bool IsPlaceholder(string text) => text is Label or Description or Exemplar or OtherExemplar or Persona or Reply;

    /// <summary>Every value that is commented out is the default, so that switching it on changes nothing.</summary>
    public static string For(string slug)
    {
        var defaults = new ProjectConfig { Slug = slug, Path = "" };
        var (weights, thresholds) = (defaults.Weights, defaults.Thresholds);
        return FormattableString.Invariant($$"""
            # What this project looks for and how its replies should sound.
            # Check it with:  vt project validate {{slug}}
            # The program reads this file and never writes to it. Lines with # are off; the values they show are the defaults.

            # Topics. Exemplars are posts as people really write them; three to ten per topic make matching much better.
            taxonomy:
              - label: {{Label}}
                description: {{Description}}
                exemplars:
                  - "{{Exemplar}}"
                  - "{{OtherExemplar}}"

            # Who is speaking. Examples of replies you would send teach more than any rule.
            voice:
              persona: {{Persona}}
              constraints:
                - No links and no hashtags
                - Never praise the post
              examples:
                good:
                  - "{{Reply}}"
                bad:
                  - "Great post! So true!"
              # Your own best replies, one per line, in a file next to this one. The closest ones go to the model with each post:
              #   replies_file: replies.txt

            # Handles with or without @ (with it, in quotes). A blacklisted word only matches as a whole word.
            sources:
              whitelist_handles: []
              blacklist_handles: []
              blacklist_keywords: [promo code]

            # The handles you post as: your own posts are never answered. An author gets one answer within the hours of cooldown.
            # account: {handles: [], cooldown_hours: {{defaults.CooldownHours}}}

            # languages: [{{string.Join(", ", defaults.Languages)}}]

            # Shares of the total score; the four add up to 1.
            # weights: {velocity: {{weights.Velocity}}, relevance: {{weights.Relevance}}, openness: {{weights.Openness}}, author_quality: {{weights.AuthorQuality}}}

            # thresholds: {green_min: {{thresholds.GreenMin}}, yellow_min: {{thresholds.YellowMin}}}

            # Kinds of drafts: {{string.Join(", ", SuggestionKind.BuiltIn.Select(kind => kind.Name))}}, or your own:
            #   - {kind: my_tip, instruction: Give one tip that takes a minute., min_length: 30, max_length: 120}
            # suggestions: [{{string.Join(", ", defaults.Suggestions.Select(kind => kind.Name))}}]

            # These are the defaults where GEMINI_API_KEY is set, in the environment or in .env. Without a key, drafts are made offline.
            # generation:
            #   provider: gemini
            #   model: {{GeminiOptions.DefaultModel}}
            #   max_tokens: {{defaults.Generation.MaxTokens}}

            """).ReplaceLineEndings("\n");
    }
}
