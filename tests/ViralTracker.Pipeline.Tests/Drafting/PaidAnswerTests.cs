using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Drafting;

public sealed class PaidAnswerTests
{
    private static readonly EngineWorld Nobody = new(_ => throw new NotSupportedException(), new HurriedTime());

    private static readonly Dictionary<string, (Func<DraftSetup, DraftSetup> Setup, Func<DraftTask, DraftTask> Task)> Changes = new()
    {
        ["provider"] = (s => s with { Model = s.Model with { Key = s.Model.Key with { Provider = "openai" } } }, t => t),
        ["model"] = (s => s with { Model = s.Model with { Key = s.Model.Key with { Model = "gemini-3.6-flash" } } }, t => t),
        ["prompt"] = (s => s with { Project = s.Project with { PromptTemplate = "Draft otherwise." } }, t => t),
        ["kinds"] = (s => s with { Project = s.Project with { Suggestions = [s.Project.Suggestions[0] with { MaxLength = 60 }] } }, t => t),
        ["post"] = (s => s, _ => Samples.Task(1, "Another text")),
        ["replies"] = (s => s, t => t with { Replies = ["Mine."] }),
        ["language"] = (s => s, t => t with { AnswerIn = "de" }),
        ["key"] = (s => s with { Model = s.Model with { Key = s.Model.Key with { KeyFingerprint = "other" } } }, t => t),
        ["run"] = (s => s with { Calls = s.Calls with { RunId = 2 }, Options = s.Options with { TweetsPerRequest = 20, Concurrency = 64 } }, t => t),
        ["lease"] = (s => s, t => t with { Fence = 7 }),
        ["others"] = (s => s, t => t with { OthersReplies = ["Theirs."] }),
    };

    [Theory]
    [InlineData("provider", false)]
    [InlineData("model", false)]
    [InlineData("prompt", false)]
    [InlineData("kinds", false)]
    [InlineData("post", false)]
    [InlineData("replies", false)]
    [InlineData("language", false)]
    [InlineData("key", true)]
    [InlineData("run", true)]
    [InlineData("lease", true)]
    [InlineData("others", true)]
    public void Same_question_is_what_is_asked_of_the_same_model_about_the_same_post(string changed, bool same)
    {
        var (setup, task) = Changes[changed];

        Assert.Equal(same, KeyOf(Asking(Nobody.Setup), Samples.Task(1)) == KeyOf(setup(Asking(Nobody.Setup)), task(Samples.Task(1))));
    }

    [Theory]
    [InlineData(true, false, 1, 1)]
    [InlineData(false, false, 2, 0)]
    [InlineData(true, true, 2, 0)]
    public async Task Paid_answer_is_drafted_from_without_a_call_unless_it_is_to_be_refreshed_or_was_free(bool useCache, bool offline, int asked, int fromCache)
    {
        var calls = 0;
        DraftSetup With(DraftSetup setup) => setup with { UseCache = useCache, Model = setup.Model with { Offline = offline } };
        var paid = new CachedAnswer(KeyOf(With(Nobody.Setup), Samples.Task(1)), 7, """{"a":"Paid before.","b":null}""");
        using var world = new EngineWorld(_ => Task.FromResult(calls++ < 9 ? EngineWorld.Answer() : throw new NotSupportedException()), new HurriedTime()) { Paid = [paid] };

        var report = await EngineWorld.DraftAsync(2, With(world.Setup));

        Assert.Equal((2, asked), (report.Drafted, calls));
        var cached = world.Reserved.Where(call => call.Key.Provider == "cache").ToArray();
        Assert.Equal((fromCache, 0L), (cached.Length, cached.Sum(call => call.Reserved!.Value.Value)));
        Assert.Equal(fromCache, world.Saved.Count(saved => saved.Drafts.Any(draft => draft.Text == "Paid before.")));
        Assert.All(world.Saved.Where(saved => saved.Drafts.Any(draft => draft.Text == "Paid before.")), saved =>
            Assert.Equal((NanoUsd.Zero, 0), (saved.Settlement.Cost, saved.Cache.Count)));
    }

    private static string KeyOf(DraftSetup setup, DraftTask task) => new PaidAnswers(setup, new RequestBuilder(setup.Project, setup.Model).SystemHash).KeyOf(task);

    private static DraftSetup Asking(DraftSetup setup) => setup with { Project = setup.Project with { PromptTemplate = "Draft {{kinds}}." } };
}
