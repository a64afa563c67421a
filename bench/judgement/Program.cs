using System.Text;
using ViralTracker.Judgement;
using ViralTracker.Testing;

// Alone: the table of README.md. --speed VT: the tables of near-duplicates and find too. --tune: the tune half instead, only printed.
// fit: the parameters of the engagement expectation; fit-openness: the weights of openness, into the product; fit-answerable: those of what can be answered, likewise, after them;
// fit-emptiness: those of replies that say nothing, likewise; fit-languages: the means of languages, likewise; copies: the pairs to read.
if (args is ["fit"])
{
    Fit.Run(SharedPosts.LoadReal());
    return;
}

var (demo, load) = (SharedPosts.Demo(), SharedPosts.LoadReal());
if (args is ["fit-openness"])
{
    OpennessFit.OfTunePosts(demo, load).Write(Path.Combine(Repository.Root, "src", "ViralTracker.Core", "Scoring", "asking.tsv"));
    return;
}

if (args is ["fit-answerable"])
{
    AnswerableFit.OfTunePosts(new(), demo, load).Write(Path.Combine(Repository.Root, "src", "ViralTracker.Core", "Scoring", "answerable.tsv"));
    return;
}

if (args is ["fit-emptiness"])
{
    EmptinessFit.Of(demo, load).Write(Path.Combine(Repository.Root, "src", "ViralTracker.Core", "Quality", "emptiness.tsv"));
    return;
}

if (args is ["fit-languages"])
{
    LanguageFit.Write(load, Path.Combine(Repository.Root, "src", "ViralTracker.Core", "Similarity", "language-means.tsv"));
    return;
}

if (args is ["copies"])
{
    new Copies(load).Print();
    return;
}

var readme = Path.Combine(Repository.Root, "bench", "README.md");
if (args is ["--speed", var vt])
{
    Keep("near-duplicates", Speed.Table("similarity"));
    Keep("find", Speed.Table("find", Path.GetFullPath(vt), "100000"));
}

var held = args is not ["--tune"];
var judge = new Judge();
var copies = new Copies(load);
var posts = Labels.Posts(demo, load).Where(p => p.Held == held).ToList();
var questions = Labels.OpennessOnly(demo, load).Where(p => p.Held == held).ToList();

var table = new StringBuilder($"| what ({(held ? "held" : "tune")} half where labels are used) | measured | wanted |\n|---|---|---|\n");
foreach (var line in PostTables.Ranking(Ranked.By(judge, posts))
    .Concat(PostTables.Openness(questions, posts))
    .Concat(PostTables.Readers(Labels.Passes(held)))
    .Concat(OpennessFit.OfTunePosts(demo, load).CrossValidated())
    .Concat(AnswerableFit.OfTunePosts(judge, demo, load).CrossValidated(judge))
    .Concat(PostTables.Sensitive(load))
    .Concat(copies.Found())
    .Concat(copies.Fired())
    .Concat(Paraphrases.All())
    .Concat(PostTables.Languages(SharedPosts.NonEnglish(), load))
    .Concat(TopicsAbroad.Told(load))
    .Concat(PostTables.Shares(judge, load))
    .Concat(DraftTables.Written(held))
    .Concat(EmptinessFit.Of(demo, load).Measured())
    .Concat(DraftTables.Orders(load))
    .Concat(PostTables.Rates(judge, load)))
    table.Append(line).Append('\n');
if (held) Keep("judgement", table.ToString());
else Console.Write(table);

void Keep(string name, string measured)
{
    Console.WriteLine(measured);
    MarkedTable.Write(readme, name, measured);
}
