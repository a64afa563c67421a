namespace ViralTracker.Adapters.Projects;

/// <summary>The finder.yml that a new project starts from.</summary>
internal static class ProjectTemplate
{
    public static string For(string slug) => Text.Replace("{slug}", slug, StringComparison.Ordinal).ReplaceLineEndings("\n");

    private const string Text = """
        # What this project looks for and how its replies should sound.
        # Check it with:  vt project validate {slug}
        # The program reads this file and never writes it. A line with # is off; the values shown there are the defaults.

        # Topics. Exemplars are posts as people really write them; three to ten for each topic make matching much better.
        taxonomy:
          - label: first topic
            description: What posts on this topic are about, in a sentence or two
            exemplars:
              - "A post you would have liked to answer."
              - "Another one, in other words?"

        # Who is speaking. Examples of replies you would send teach more than any rule.
        voice:
          persona: Who you are to the people you answer, and how you talk
          constraints:
            - No links and no hashtags
            - Never praise the post
          examples:
            good:
              - "A reply that you would send as it is."
            bad:
              - "Great post! So true!"
          # Your own best replies, a reply a line, in a file beside this one: those nearest to a post are shown to the model with it.
          # replies_file: replies.txt

        # Handles with or without @ (with it, in quotes). A blacklisted word is matched as a word, not inside others.
        sources:
          whitelist_handles: []
          blacklist_handles: []
          blacklist_keywords: [giveaway]

        # languages: [en]

        # Shares of the total score; the four add up to 1.
        # weights: {velocity: 0.35, relevance: 0.35, openness: 0.2, author_quality: 0.1}

        # thresholds: {green_min: 0.72, yellow_min: 0.55}

        # Kinds of drafts: add_value, ask_question, mirror_reframe, funny, debate, relate, or your own:
        #   - {kind: my_tip, instruction: Give one tip that takes a minute., min_length: 30, max_length: 120}
        # suggestions: [add_value, ask_question, mirror_reframe]

        # Without a provider: Gemini where GEMINI_API_KEY is set (in the environment or in .env), else offline.
        # generation:
        #   provider: gemini
        #   model: gemini-flash-latest
        #   max_tokens: 80

        """;
}
