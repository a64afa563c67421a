using System.Buffers;
using System.Collections.Frozen;

namespace ViralTracker.Core.Language;

/// <summary>Tells languages in Cyrillic apart: by letters that only one has, else by common words.</summary>
internal static class CyrillicLanguages
{
    private static readonly (SearchValues<char> Letters, string Language)[] Certain =
    [
        (SearchValues.Create("әғқңұһ"), "kk"), (SearchValues.Create("өү"), "mn"), (SearchValues.Create("ў"), "be"), (SearchValues.Create("їєґ"), "uk"), (SearchValues.Create("ђјљњћџ"), "sr"),
        (SearchValues.Create("ыэё"), "ru"), (SearchValues.Create("і"), "uk"),
    ];

    private static readonly string[] Names = ["ru", "uk", "bg"];

    /// <summary>Words that one of <see cref="Names"/> has, in their order, written without its own letters.</summary>
    private static readonly FrozenDictionary<string, int> Words = new[]
    {
        "и не что чтобы это как но или очень только когда еще уже где кто она они мне надо нет если тоже сейчас сегодня потом снова меня тебя вам нам вас нас почему потому будет можно всегда никто ничего этого этот там здесь такой у с вместо после вы вас вам вами ваш ваша ваше ваши вашу вашей ты тебе не нет да все всё мой свой",
        "що щоб та це але або чи як яка яке дуже коли де хто вона вони воно треба немає має мають також знову зараз потім ж ще вже там тут було буде можна нам вам вас нас мене тебе чому тому завжди нехто після про до від цього цей така з казали робимо ви вас вам вами ваш ваша ваше ваші не ні так усе все",
        "и не как нас да кого е са съм си сме сте се какво този тази това тези която като кога къде кой ще беше бяха имам няма трябва обаче защото днес сега вече още пак ето някой никой нищо хора хората вие вас ви ваш ваша ваше всичко",
    }.SelectMany((words, language) => words.Split(' ').Distinct().Select(word => (word, language))).GroupBy(w => w.word)
        .ToFrozenDictionary(w => w.Key, w => w.Sum(one => 1 << one.language));

    public static bool Has(string language, string word) => Array.IndexOf(Names, language) is var place and >= 0 && (Words.GetValueOrDefault(word) >> place & 1) != 0;

    /// <summary>The language, and the one it may as well be where the text does not settle it.</summary>
    /// <param name="text">In lower case.</param>
    public static (string Language, string? Next) Of(ReadOnlySpan<char> text)
    {
        foreach (var (letters, language) in Certain)
            if (text.ContainsAny(letters)) return (language is "ru" && text.Contains('і') ? "be" : language, null);
        Span<int> found = stackalloc int[Names.Length];
        found.Clear();
        var lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in text.Split(' '))
            if (lookup.TryGetValue(text[word], out var languages))
                for (var i = 0; i < found.Length; i++) found[i] += languages >> i & 1;
        // Bulgarian writes ъ inside words, where Russian seldom does.
        if (text.Contains('ъ')) found[2]++;
        var best = 0;
        for (var i = 1; i < found.Length; i++)
            if (found[i] > found[best]) best = i;
        var next = best == 1 ? 0 : 1;
        for (var i = 0; i < found.Length; i++)
            if (i != best && found[i] > found[next]) next = i;
        return (Names[best], found[best] > found[next] ? null : Names[next]);
    }
}
