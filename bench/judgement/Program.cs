using ViralTracker.Judgement;
using ViralTracker.Testing;

// fit: the parameters of the engagement expectation; fit-openness: the weights of openness, into the product; copies: the pairs to read; --tune: the tune half instead of the held one.
if (args is ["fit"])
{
    Fit.Run(SharedPosts.LoadReal());
    return;
}

if (args is ["fit-openness"])
{
    var (all, real) = (SharedPosts.Demo(), SharedPosts.LoadReal());
    new OpennessFit([.. Labels.OpennessOnly(all, real).Where(p => !p.Held), .. Labels.Posts(all, real).Where(p => !p.Held), .. Labels.OpennessTune(all, real)])
        .Run(Path.Combine(Repository.Root, "src", "ViralTracker.Core", "Scoring", "asking.tsv"));
    return;
}

if (args is ["copies"])
{
    new Copies(SharedPosts.LoadReal()).Print();
    return;
}

var held = !args.Contains("--tune");
var (demo, load) = (SharedPosts.Demo(), SharedPosts.LoadReal());
var judge = new Judge();
var copies = new Copies(load);
var posts = Labels.Posts(demo, load).Where(p => p.Held == held).ToList();
var questions = Labels.OpennessOnly(demo, load).Where(p => p.Held == held).ToList();

Console.WriteLine($"| what ({(held ? "held" : "tune")} half where labels are used) | measured |");
Console.WriteLine("|---|---|");
foreach (var (what, figure) in Tables.Ranking(judge, posts)
    .Concat(Tables.Openness(questions, posts))
    .Concat(Tables.Sensitive(load))
    .Concat(copies.Found())
    .Concat(copies.Fired())
    .Concat(Paraphrases.All())
    .Concat(Tables.Languages(SharedPosts.NonEnglish(), load))
    .Concat(Tables.Shares(judge, load))
    .Concat(Tables.Drafts(held))
    .Concat(Tables.Orders(load))
    .Concat(Tables.Speed(judge, load)))
    Console.WriteLine($"| {what} | {figure} |");
