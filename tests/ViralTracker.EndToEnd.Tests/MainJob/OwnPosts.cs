namespace ViralTracker.EndToEnd.Tests.MainJob;

/// <summary>Written posts, each about something else, from the hour before <see cref="ToolsWorkspace.AsOf"/>.</summary>
internal static class OwnPosts
{
    private static readonly string[] Texts =
    [
        "Which coding agent would you let near a payment service, and what would you check first?",
        "Our editor's completion started to suggest the names of colleagues who left years ago.",
        "How do you review four thousand lines that an agent wrote over night?",
        "The cheap plan of my AI editor ran dry on the ninth of the month. Again.",
        "I asked the agent for a small fix and got a new build system. Has anyone tamed this?",
        "Pairing with a person still finds the bug that three models explained away.",
    ];

    public static object[] All => [.. Texts.Select((text, i) => Of(i, text))];

    public static string Text(int number) => Texts[number];

    public static string Id(int number) => $"{1_968_000_000_000_000_000 + number}";

    public static object Of(int number, string text, long followers = 5_000) => new
    {
        id = Id(number),
        author_handle = $"writer_{number}",
        author_followers = followers,
        created_at = $"2025-09-18T04:{10 + number % 40}:00Z",
        lang = "en",
        text,
        likes = 12 + number,
        replies = 3,
        retweets = 1,
        views = 4_000 + number,
    };
}
