using ViralTracker.Core.Projects;
using ViralTracker.Core.Quality;
using Xunit;

namespace ViralTracker.Core.Tests.Quality;

/// <summary>Drafts in other languages than English, as <c>drafts-abroad.txt</c> has them, against all rules.</summary>
public sealed class AbroadTests
{
    private static readonly SuggestionKind Kind = new("add_value", "", 30, 200);

    /// <summary>Language, post, draft and the rule it breaks; null for a good one.</summary>
    private static readonly (string? Language, string Post, string Draft, QualityRule? Rule)[] Rows = [.. Read()];

    public static TheoryData<string?, string, string> Good => [.. Rows.Where(r => r.Rule is null).Select(r => new TheoryDataRow<string?, string, string>(r.Language, r.Post, r.Draft))];

    public static TheoryData<string?, string, string, QualityRule> Bad =>
        [.. Rows.Where(r => r.Rule is not null).Select(r => new TheoryDataRow<string?, string, string, QualityRule>(r.Language, r.Post, r.Draft, r.Rule!.Value))];

    [Theory]
    [MemberData(nameof(Good))]
    public void A_good_draft_passes_without_a_mark(string? language, string post, string draft)
    {
        var verdict = Judge(language, post, draft);
        Assert.Null(verdict.Rejection);
        Assert.Null(verdict.Mark);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_draft_breaks_its_rule(string? language, string post, string draft, QualityRule rule) => Assert.Equal(rule, Judge(language, post, draft).Rejection?.Rule);

    [Theory]
    [InlineData("ja", "3時間かかるテストを毎晩回しています。皆さんはどうしていますか", "夜に回すテストは、朝に誰が見るかを決めてからが本番でした。", "夜に回すテストは、朝に誰が見るかを決めてからが本番ですね。")]
    [InlineData("zh", "每晚跑三小时测试。大家怎么做", "晚上跑测试没问题，关键是早上有没有人真的去看结果。", "晚上跑测试没问题，关键是早上到底有没有人真的去看结果。")]
    [InlineData("ru", "Тесты идут три часа каждую ночь. Как у вас?", "Ночью гонять можно, вопрос только в том, кто утром смотрит отчёт.", "Ночью гонять можно, вопрос только в том, кто утром смотрит отчёты.")]
    [InlineData("ar", "نشغل الاختبارات كل ليلة لثلاث ساعات. كيف تفعلون؟", "المشكلة ليست في الليل، بل في من يقرأ النتيجة صباحا قبل الاجتماع.", "المشكلة ليست في الليل بل في من يقرأ النتيجة صباحا قبل الاجتماع!")]
    public void An_edited_copy_of_another_draft_is_one(string language, string post, string draft, string copy)
    {
        var context = Contexts.Empty;
        Assert.Null(QualityFilter.Judge(new(draft, new AnsweredPost(post, language, 1), Kind), context).Rejection);
        Assert.Equal(QualityRule.NearDuplicate, QualityFilter.Judge(new(copy, new AnsweredPost(post, language, 2), Kind), context).Rejection?.Rule);
    }

    private static QualityVerdict Judge(string? language, string post, string draft) => QualityFilter.Judge(new(draft, new AnsweredPost(post, language, 1), Kind), Contexts.Empty);

    private static IEnumerable<(string? Language, string Post, string Draft, QualityRule? Rule)> Read()
    {
        using var reader = new StreamReader(typeof(AbroadTests).Assembly.GetManifestResourceStream("drafts-abroad.txt")!);
        var (language, post) = ((string?)null, "");
        while (reader.ReadLine() is { } line)
        {
            if (line is "" || line[0] is '/') continue;
            var parts = line[2..].Split(' ', 2);
            if (line[0] is '@') (language, post) = (parts[0] is "-" ? null : parts[0], parts[1]);
            else yield return line[0] is '+' ? (language, post, line[2..], null) : (language, post, parts[1], Enum.Parse<QualityRule>(parts[0]));
        }
    }
}
