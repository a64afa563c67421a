using ViralTracker.Core.Projects;
using ViralTracker.Core.Quality;
using Xunit;

namespace ViralTracker.Core.Tests.Quality;

public sealed class InventedFactsTests
{
    private const string Post = "How do you keep code reviews fast when the whole team is busy?";

    private static readonly SuggestionKind Kind = new("any", "", 1, 300);

    [Theory]
    [InlineData("Roughly 80% of the delay is waiting for the first look.")]
    [InlineData("A limit of 500 lines made ours bearable.")]
    [InlineData("We keep a 500-line limit and nobody complains.")]
    [InlineData("With 100 reviewers you would still wait for the one who knows.")]
    [InlineData("Checklists catch 100% of the boring mistakes.")]
    [InlineData("Roughly 1 % of our reviews wait longer than a day.")]
    [InlineData("Small changes got us 2x faster reviews in a quarter.")]
    [InlineData("A bot made it 10x faster for the whole group.")]
    [InlineData("Smaller changes cut review time by ninety percent.")]
    [InlineData("Smaller changes cut review time by forty-five per cent.")]
    [InlineData("Forty engineers later we still argue about tabs.")]
    [InlineData("Five senior engineers looked at ours before it was merged.")]
    [InlineData("Nine out of ten backups are never restored, reviews are like that.")]
    [InlineData("One in five changes is never looked at again.")]
    [InlineData("Two thirds of the wait is finding someone awake.")]
    [InlineData("About a third of ours wait for the same person.")]
    [InlineData("Throughput tripled once we split the work.")]
    [InlineData("Review time halved after we dropped the second approver.")]
    [InlineData("Pairing made ours three times faster than before.")]
    [InlineData("A rota gave us a tenfold drop in stale branches.")]
    [InlineData("Thousands of... no, three hundred changes waited last spring.")]
    [InlineData("Splitting the work with ٣٠ changes a day kept it fast.")]
    [InlineData("Splitting the work into ３０ changes a day kept it fast.")]
    [InlineData("Bei uns warten fünfundvierzig Änderungen auf den ersten Blick.", "de")]
    [InlineData("Neun von zehn Änderungen warten auf dieselbe Person.", "de")]
    [InlineData("Deux tiers de l'attente viennent du premier regard.", "fr")]
    [InlineData("Nueve de cada diez cambios esperan a la misma persona.", "es")]
    [InlineData("小さく分けたら九割は当日に終わりました。", "ja")]
    public void A_number_that_nobody_stated_is_rejected(string draft, string language = "en") => Assert.Equal(QualityRule.InventedFact, Rule(draft, language));

    [Theory]
    [InlineData("One reviewer, two days at most, and a friendly nudge after that.")]
    [InlineData("Two things helped: smaller changes and a fixed hour after lunch.")]
    [InlineData("Give it ten minutes before you ask the next person.")]
    [InlineData("Nobody needs reviews 24/7, a fixed hour a day does it.")]
    [InlineData("A first look within 24 hours is all we promise each other.")]
    [InlineData("100 % agree on the busy part, the fast part is up to the author.")]
    [InlineData("It is the 80/20 of reviewing, names and edge cases first.")]
    [InlineData("A reviewer who sees a 500 in the logs will not care about names.")]
    [InlineData("Half of that is a 404 page nobody ever linked to.")]
    [InlineData("Returns 429 when the reviewer is asleep, as it should.")]
    [InlineData("I have said it a hundred times, smaller changes get read.")]
    [InlineData("Doubled down on smaller changes and it got quieter.")]
    [InlineData("Ten out of ten, would wait for that review again.")]
    [InlineData("Nine times out of ten the author knows which line is the risky one.")]
    [InlineData("It takes a quarter of an hour if the author wrote why.")]
    [InlineData("In neun von zehn Fällen weiss der Autor selbst, welche Zeile wackelt.", "de")]
    [InlineData("Si llega antes de comer lo miro yo, y si no, ya mañana.", "es")]
    public void Small_numbers_sayings_and_codes_pass(string draft, string language = "en") => Assert.Null(Rule(draft, language));

    [Theory]
    [InlineData("We have 40 engineers. How do you keep reviews fast?", "Forty engineers means someone is always awake, use a rota.")]
    [InlineData("Review time fell by 90%. Why?", "Ninety percent sounds like fewer changes, not faster reviews.")]
    [InlineData("Our tests tripled. Why?", "Tripled in count or in minutes? The second is the one that hurts.")]
    [InlineData("thirty comments on one change, how do you keep it fast?", "Three questions beat thirty comments, if you have read thirty comments.")]
    [InlineData("Our 12\u202F000 tests take an hour. Why?", "12\u202F000 tests in an hour is not slow, it is one at a time.")]
    [InlineData("Our 12\u00A0000 tests take an hour. Why?", "12,000 tests in an hour is not slow, it is one at a time.")]
    [InlineData("Our 12’000 tests take an hour. Why?", "12’000 tests in an hour is not slow, it is one at a time.")]
    [InlineData("9/10 changes wait for one person here.", "Nine out of ten would worry me more than the wait itself.")]
    [InlineData("We doubled the team and reviews got slower.", "Doubled teams know each other half as well, that would be my guess.")]
    public void A_number_of_the_post_may_be_said_in_words(string post, string draft) => Assert.Null(Rule(draft, "en", post));

    [Theory]
    [InlineData("Basecamp does it with a single reviewer per change.")]
    [InlineData("Graphite stacks the changes, so nobody waits for the first.")]
    [InlineData("Small changes help. Graphite uses stacks for just that.")]
    [InlineData("Linear has a view for exactly this kind of wait.")]
    [InlineData("Graphite's stacks are made for this kind of wait.")]
    [InlineData("Nobody reviews as calmly as the people of the ISS.")]
    [InlineData("We let gitlab assign them and it mostly works.")]
    [InlineData("You could try Pineapple for the queue, it is small.")]
    [InlineData("日立ではレビューの時間を毎朝決めているそうです。", "ja")]
    [InlineData("株式会社アオゾラの人が同じことを書いていました。", "ja")]
    [InlineData("Bei GitLab warten die Änderungen auch immer auf dieselbe Person.", "de")]
    public void A_name_that_nobody_stated_is_rejected(string draft, string language = "en") => Assert.Equal(QualityRule.InventedFact, Rule(draft, language));

    [Theory]
    [InlineData("I don't trust reviews that take a week.", "Ask how the Rust people split theirs, small and often.")]
    [InlineData("My pineapple cake needs a review.", "The Apple version of it is drier and takes longer.")]
    [InlineData("Algorithms first, reviews later.", "Written in Go they would at least be easy to read.")]
    public void A_name_within_another_word_is_not_stated(string post, string draft) => Assert.Equal(QualityRule.InventedFact, Rule(draft, "en", post));

    [Theory]
    [InlineData("Postgresの復元、どうしていますか？", "うちではPostgresの復元を毎週ひとつだけ試しています。", "ja")]
    [InlineData("We run PostgreSQL and reviews of migrations are slow.", "With Postgres the lock is the risky part, review that line first.")]
    [InlineData("#GitHubActions is down and so are my reviews.", "When GitHub is down the reviews get done at last.")]
    [InlineData("Two Kindles broke in a week, reviews were no help.", "Mine is a Kindle too and it lasted, touch wood.")]
    [InlineData("Anyone else on mastodon for code talk?", "Mastodon has fewer people who shout, which helps.")]
    public void A_name_of_the_post_may_be_said_in_its_other_forms(string post, string draft, string language = "en") => Assert.Null(Rule(draft, language, post));

    [Theory]
    [InlineData("Nobody reads a change that long. Split it and they will.")]
    [InlineData("Coffee helps. So does a change that fits on a screen.")]
    [InlineData("Track reviews by age and the old ones stop hiding.")]
    [InlineData("Restore works, review waits. Same as everywhere.")]
    [InlineData("Documentation has to land with it, or nobody writes it.")]
    [InlineData("Today's change is tomorrow's archaeology, so keep it short.")]
    [InlineData("Mounting is not worth it for two files.")]
    [InlineData("Whoever wrote it knows the risky line. Ask them first.")]
    [InlineData("Small changes to APIs and SDKs, never on Mondays.")]
    public void An_ordinary_word_may_open_a_sentence(string draft) => Assert.Null(Rule(draft, "en"));

    [Theory]
    [InlineData("vscode keeps eating my RAM", "Turn off what VS Code watches and it calms down.")]
    [InlineData("VS Code keeps eating my RAM", "Mine calmed down once VSCode stopped watching the build.")]
    [InlineData("gpt5 reviews our code now", "Does GPT-5 ever say no to a change?")]
    [InlineData("GPT-5 reviews our code now", "Does GPT5 ever say no to a change?")]
    [InlineData("we moved to python3", "Was it Python 3 that broke or the packages?")]
    [InlineData("Postgres migrations scare me", "The lock is what PostgreSQL makes you wait for.")]
    [InlineData("mongo ate my data", "Ask what MongoDB wrote to the log before that.")]
    [InlineData("our k8s upgrade broke again", "The upgrade notes of Kubernetes list that one.")]
    [InlineData("Kubernetes upgrades scare me", "Pin it. Our K8s upgrades went calm after that.")]
    [InlineData("js fatigue is real", "Half of that is JavaScript and half is the build.")]
    [InlineData("gh actions is slow today", "Mine wait too, GitHub Actions shows nothing on its page.")]
    [InlineData("nextjs caching confuses me", "The caching in Next is the part nobody can explain.")]
    [InlineData("nextjs caching confuses me", "The caching in Next.js is the part nobody can explain.")]
    [InlineData("open ai broke the endpoint", "Ask which version OpenAI pinned for you.")]
    [InlineData("is react still worth it?", "Depends, most of ReactJS is habits by now.")]
    [InlineData("learning golang this winter", "Errors in Go read like a diary, you get used to it.")]
    public void A_name_of_the_post_may_be_written_another_way(string post, string draft) => Assert.Null(Rule(draft, "en", post));

    [Theory]
    [InlineData("Which database for a small app?", "SQLite carries you further than you'd think, as long as one machine does the writing.", "SQLite")]
    [InlineData("Best way to deploy a Rails app?", "A small machine and a push from git. Add Docker once a second person deploys.", "Docker")]
    [InlineData("Where do you find customers?", "Reddit worked for us, one thread at a time, but only where I had answered before.", "Reddit")]
    [InlineData("Where do you find customers?", "LinkedIn for the boring trades, in person for the rest.", "LinkedIn")]
    [InlineData("Where do you find customers?", "First on Reddit, then on LinkedIn, and Reddit stayed.", "Reddit, LinkedIn")]
    [InlineData("What tools do you use for invoices?", "Stripe sends them, and a folder by year does the rest.", "Stripe")]
    [InlineData("what do you all use for notes", "Paper for the day, Notion for what has to survive it.", "Notion")]
    [InlineData("What's your stack?", "One machine, Postgres and a cron job nobody fears.", "Postgres")]
    [InlineData("Any alternatives to Heroku?", "Hetzner and a shell script, if nobody minds owning the machine.", "Hetzner")]
    [InlineData("Looking for a CRM for a team of one.", "We kept ours in Airtable until a column needed a column.", "Airtable")]
    [InlineData("Can anyone recommend a newsletter service?", "Mailchimp does it until the list is long.", "Mailchimp")]
    [InlineData("Welche Datenbank für eine kleine App?", "Mit SQLite kommt man weit, solange nur eine Maschine schreibt.", "SQLite", "de")]
    [InlineData("Was nutzt ihr für Rechnungen?", "Bei uns reicht Stripe und ein Ordner je Jahr.", "Stripe", "de")]
    [InlineData("¿Qué herramienta usáis para las facturas?", "Nos basta con Stripe y una carpeta por año.", "Stripe", "es")]
    [InlineData("¿Dónde encontráis clientes?", "Casi todos llegaron por Reddit, respondiendo dudas.", "Reddit", "es")]
    [InlineData("Quelle base de données pour une petite appli ?", "On va loin avec SQLite tant qu'une seule machine écrit.", "SQLite", "fr")]
    [InlineData("O que vocês usam para notas?", "Papel de dia e Notion para o que tem de ficar.", "Notion", "pt")]
    public void A_well_known_name_that_answers_the_posts_question_is_marked(string post, string draft, string names, string language = "en")
    {
        var verdict = QualityFilter.Judge(new(draft, new(post, language), Kind), Contexts.Empty);
        Assert.Null(verdict.Rejection);
        Assert.Equal(QualityRule.InventedFact, verdict.Mark?.Rule);
        Assert.Contains($"names {names},", verdict.Mark?.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Which database for a small app?", "Zorbly keeps it all in one file.")]
    [InlineData("Which database for a small app?", "SQLite is what the people at Zorbly use.")]
    [InlineData("Which database for a small app?", "SQLite was the winner of the Gartner list.")]
    [InlineData("Which database for a small app?", "SQLite holds 300 million rows before it complains.")]
    [InlineData("Where do you find customers?", "On ChurnZero, mostly on Sundays.")]
    [InlineData("Which part of a review takes longest?", "The part where GitLab hides the comment.")]
    [InlineData("Why is our database slow?", "The lock is what MySQL makes you wait for.")]
    [InlineData("How do you price a small app?", "Have a look at Stripe, they handle the tiers for you.")]
    [InlineData("We use a small database and like it.", "With SQLite it would be smaller.")]
    public void Other_names_are_rejected_even_where_the_post_asks(string post, string draft) => Assert.Equal(QualityRule.InventedFact, Rule(draft, "en", post));

    [Fact]
    public void A_name_of_the_post_is_not_marked() =>
        Assert.Null(QualityFilter.Judge(new("SQLite carries you further than you'd think.", new("Which database, SQLite or Postgres?", "en"), Kind), Contexts.Empty).Mark);

    [Theory]
    [InlineData("Half our team is remote", "Do the other 50% feel like the real office?")]
    [InlineData("Half our team is remote", "Fifty percent on screens, and who hears the kitchen talk?")]
    [InlineData("A third of them never log in", "The other 66% pay for it, so ask them first.")]
    [InlineData("About one third churns", "33 percent at the first invoice, or spread out?")]
    [InlineData("Only a quarter of them reply", "The other 75 % read it on a phone.")]
    [InlineData("Three quarters of our users are silent", "75% silent can mean happy, too.")]
    [InlineData("33% never log in", "A third of them may not know they have an account.")]
    [InlineData("25% of them reply", "A quarter of a list replying is a lot.")]
    [InlineData("Die Hälfte vom Team arbeitet daheim", "Und was sagen die anderen 50 % dazu?", "de")]
    [InlineData("La mitad del equipo es remota", "¿Y qué dice el otro 50 %?", "es")]
    [InlineData("La moitié de l'équipe est à distance", "Et les autres 50 %, qu'en disent-ils ?", "fr")]
    public void A_part_may_be_said_as_a_percentage_and_the_other_way_round(string post, string draft, string language = "en") => Assert.Null(Rule(draft, language, post));

    [Theory]
    [InlineData("Half our team is remote", "Do all 50 of them feel like the real office?")]
    [InlineData("Half our team is remote", "Do the other 40% feel like the real office?")]
    [InlineData("It took half an hour", "For us it was 50% of the day.")]
    [InlineData("We do it in half a day", "For us it was 50% of the day.")]
    [InlineData("It was a good quarter", "With 25% more reviewers it would be better.")]
    [InlineData("A third party broke it", "For us it was 33% of the week.")]
    [InlineData("20% never log in", "A third of them may not know they have an account.")]
    public void A_percentage_that_no_part_of_the_post_is_stays_invented(string post, string draft) => Assert.Equal(QualityRule.InventedFact, Rule(draft, "en", post));

    [Theory]
    [InlineData("Postgres migrations scare me", "The lock is what MySQL makes you wait for.")]
    [InlineData("gpt5 reviews our code now", "Does GPT-4 ever say no to a change?")]
    [InlineData("our k8s upgrade broke again", "Ask why Docker needed the upgrade at all.")]
    [InlineData("git keeps confusing the juniors", "Half of that is GitHub and its buttons.")]
    [InlineData("every click is tracked", "We dropped that for ClickUp and slept better.")]
    [InlineData("put it in a table", "A view in Tableau would show it better.")]
    [InlineData("what's next for the team?", "Move it to Nuxt and the build gets quiet.")]
    [InlineData("it's open source and small", "Hosting it on SourceHut kept ours small.")]
    public void A_name_that_only_resembles_one_of_the_post_is_rejected(string post, string draft) => Assert.Equal(QualityRule.InventedFact, Rule(draft, "en", post));

    [Theory]
    [InlineData("1.5k PRs a month", "1500 a month is a queue, not a review.")]
    [InlineData("1500 PRs a month", "1.5k a month is a queue, not a review.")]
    [InlineData("2 million rows", "2,000,000 rows fit in memory on a laptop.")]
    [InlineData("2,000,000 users", "2 million users and one reviewer, impressive.")]
    [InlineData("2M users", "Two million users and one reviewer, impressive.")]
    [InlineData("5 million rows", "5M rows fit in memory on a laptop.")]
    [InlineData("15-20k followers", "15k would be plenty for me.")]
    [InlineData("15万人のフォロワー", "150,000 is a town, not a feed.")]
    [InlineData("fifteen thousand tests", "15k tests and which one do you trust?")]
    [InlineData("the build takes an hour", "60 minutes is long enough to forget why you started it.")]
    [InlineData("the build takes an hour", "Sixty minutes is long enough to forget why you started it.")]
    [InlineData("the build takes 90 minutes", "1.5 hours is long enough to forget why you started it.")]
    [InlineData("the build takes half an hour", "30 minutes is long enough to forget why you started it.")]
    [InlineData("a year of evenings", "12 months of evenings and still one feature too many.")]
    [InlineData("two days for a review", "48 hours is what you get with one reviewer.")]
    [InlineData("Der Build dauert eine Stunde.", "60 Minuten reichen, um zu vergessen, warum man ihn gestartet hat.", "de")]
    public void A_number_of_the_post_may_be_written_another_way(string post, string draft, string language = "en") => Assert.Null(Rule(draft, language, post));

    [Theory]
    [InlineData("1.5k PRs a month", "15k a month is a queue, not a review.")]
    [InlineData("1.5k PRs a month", "1.5 million a month is a queue, not a review.")]
    [InlineData("15 PRs a month", "15k a month is a queue, not a review.")]
    [InlineData("a busy team", "2 million users and one reviewer, impressive.")]
    [InlineData("a busy team", "Two million users and one reviewer, impressive.")]
    [InlineData("a busy team", "2k changes a month is a queue, not a review.")]
    [InlineData("the build takes an hour", "90 minutes is long enough to forget why you started it.")]
    [InlineData("the build takes an hour", "60 engineers wait for it and nobody looks.")]
    [InlineData("gpt5 reviews our code now", "5 reviewers would still miss what it hides.")]
    public void A_number_that_only_resembles_one_of_the_post_is_rejected(string post, string draft) => Assert.Equal(QualityRule.InventedFact, Rule(draft, "en", post));

    [Theory]
    [InlineData("Nobody should review at 3am, least of all the author.")]
    [InlineData("The pager at 3 am reviews better than I do.")]
    [InlineData("Ask who gets called at 3 in the morning, then pick the reviewer.")]
    [InlineData("It waits on the CPU, then on SQL, then on a reviewer.")]
    [InlineData("With TDD the review starts at the test, which is short.")]
    [InlineData("Most of the wait is IO and most of the code is JS anyway.")]
    [InlineData("What Git shows you is the change, not the reason.")]
    [InlineData("Ask an SRE to read it, they only look for what breaks.")]
    [InlineData("Any GPT can praise it, the reviewer has to run it.")]
    [InlineData("Works on Linux and over Bluetooth, so the reviewer needs both.")]
    [InlineData("Explain it so that Mum could approve it.")]
    [InlineData("It is Murphy's law with a calendar.")]
    [InlineData("Niemand liest um 3 Uhr noch eine Änderung.", "de")]
    public void Common_acronyms_words_and_hours_pass(string draft, string language = "en") => Assert.Null(Rule(draft, language));

    [Theory]
    [InlineData("Studies show that most founders skip the review.")]
    [InlineData("According to a recent study, reviews catch most bugs.")]
    [InlineData("According to experts, the first look matters most.")]
    [InlineData("Research suggests that small changes get read.")]
    [InlineData("Experts agree that the first look matters most.")]
    [InlineData("A recent survey found that reviewers skim.")]
    [InlineData("It's scientifically proven that people skim.")]
    [InlineData("As someone who's reviewed thousands of PRs, the small ones win.")]
    [InlineData("I've helped hundreds of clients with this, the small ones win.")]
    [InlineData("After years of experience I only trust small changes.")]
    [InlineData("Studien zeigen, dass kleine Änderungen gelesen werden.", "de")]
    [InlineData("Laut einer aktuellen Studie werden kleine Änderungen gelesen.", "de")]
    [InlineData("Según un estudio, los cambios pequeños se leen.", "es")]
    [InlineData("Des études montrent que les petits changements sont lus.", "fr")]
    [InlineData("Estudos mostram que as mudanças pequenas são lidas.", "pt")]
    [InlineData("It's proven that small changes get read.")]
    [InlineData("It has been scientifically proven that people skim.")]
    [InlineData("It is a proven fact that people skim.")]
    [InlineData("Small changes have been proven to get read.")]
    [InlineData("Experts will tell you that the first look matters most.")]
    [InlineData("Most experts would agree that people skim.")]
    [InlineData("Researchers have long known that people skim.")]
    [InlineData("Studies prove that small changes get read.")]
    [InlineData("There is research showing that people skim.")]
    [InlineData("Plenty of studies back that up.")]
    [InlineData("Science tells us that people skim.")]
    [InlineData("A Gartner-style survey says people skim, a recent study confirms it.")]
    [InlineData("Over a decade of experience tells me it is the first look.")]
    [InlineData("Two decades of reviewing taught me it is the first look.")]
    [InlineData("Es ist erwiesen, dass kleine Änderungen gelesen werden.", "de")]
    [InlineData("Experten sind sich einig, dass der erste Blick zählt.", "de")]
    [InlineData("Está demostrado que los cambios pequeños se leen.", "es")]
    [InlineData("D'après une étude, la plupart lisent la fin d'abord.", "fr")]
    [InlineData("D’après les experts, la plupart lisent la fin d'abord.", "fr")]
    [InlineData("Il est prouvé que la plupart lisent la fin d'abord.", "fr")]
    [InlineData("De acordo com um estudo, quase ninguém lê.", "pt")]
    [InlineData("Está comprovado que quase ninguém lê.", "pt")]
    public void An_authority_that_nobody_stated_is_rejected(string draft, string language = "en") => Assert.Equal(QualityRule.InventedFact, Rule(draft, language));

    [Theory]
    [InlineData("A new study says reviews are useless", "Studies show what they measure, and nobody measures the bug that never shipped.")]
    [InlineData("I reviewed thousands of changes", "Thousands of reviews and you still read the diff first?")]
    [InlineData("a busy team", "Your data says who waits, ask it before the reviewers.")]
    [InlineData("a busy team", "Thousands of tabs, one reviewer, no coffee left.")]
    [InlineData("a busy team", "Ask the expert first and the review is a formality.")]
    [InlineData("a busy team", "It saved me hundreds of hours, mostly by deleting reviewers.")]
    [InlineData("a busy team", "I study the log first, the diff second.")]
    [InlineData("a busy team", "Data shows what they did; only a call tells you why.")]
    [InlineData("a busy team", "It's proven itself here: the fixed hour survived every manager.")]
    [InlineData("a busy team", "Nobody has proven that, so measure the wait on your own board.")]
    [InlineData("a busy team", "Who of the experts will tell you when nobody understands the diff?")]
    [InlineData("a busy team", "A decade of experience does not replace a checklist.")]
    [InlineData("It's proven that people skim, right?", "Proven to skim, yes, so put the risky line first. It's proven that they stop early.")]
    [InlineData("a busy team", "A decade of branches nobody dares to delete, is that the reason?")]
    [InlineData("a busy team", "Ask for research and you get a slide; ask for the log and you get an answer.")]
    [InlineData("Ten years of experience and still stuck", "Years of experience don't help when nobody looks.")]
    [InlineData("I spent a decade in reviews", "A decade of reviews tells you who reads and who scrolls.")]
    [InlineData("ein volles Team", "Nach Studien sucht man da vergeblich; bei uns war es schlicht die Reihenfolge.", "de")]
    [InlineData("une équipe chargée", "D'après le journal, personne n'ouvre la fin.", "fr")]
    public void An_authority_of_the_post_and_plain_talk_pass(string post, string draft, string language = "en") => Assert.Null(Rule(draft, language, post));

    [Theory]
    [InlineData("I understand Principal Component Analysis, Redundancy Analysis (RDA) not yet.", "If PCA already clicks, regress first and look at the fitted values.")]
    [InlineData("the wallet import format confuses me", "Is yours in WIF or raw hex?")]
    [InlineData("PCA is clear to me, the rest is not", "With Principal Component Analysis in your head, the rest is one regression more.")]
    [InlineData("ML everywhere", "Half of it called Machine Learning is a sorted list.")]
    public void An_acronym_stands_for_its_words_and_they_for_it(string post, string draft) => Assert.Null(Rule(draft, "en", post));

    [Theory]
    [InlineData("I understand Principal Component Analysis", "If PKA already clicks, regress first and look at the fitted values.")]
    [InlineData("is there a way to sort it", "Then TAW does it in one line.")]
    [InlineData("pca is clear to me, the rest is not", "With Practical Cloud Audits in your head, it gets easier.")]
    public void Letters_that_no_words_of_the_post_begin_with_stay_invented(string post, string draft) => Assert.Equal(QualityRule.InventedFact, Rule(draft, "en", post));

    [Theory]
    [InlineData("Set it to TRUE and the noise stops, FALSE and it comes back.")]
    [InlineData("The DESCRIPTION file does all the heavy lifting.")]
    [InlineData("I have been saying this for YEARS.")]
    [InlineData("CAN is the right word to put in capitals.")]
    [InlineData("a Co-authored-by line takes ten seconds and survives the squash.")]
    [InlineData("Ask for a Signed-off-by line and it stops.")]
    public void Emphasised_words_and_the_ends_of_commits_name_nobody(string draft) => Assert.Null(Rule(draft, "en"));

    [Theory]
    [InlineData("We moved that to ZORBLY last year.")]
    [InlineData("Try the Zorbly-hosted one, it keeps the log.")]
    public void Names_in_capitals_and_before_a_hyphen_stay_invented(string draft) => Assert.Equal(QualityRule.InventedFact, Rule(draft, "en"));

    private static QualityRule? Rule(string draft, string language, string post = Post) =>
        Rejection(draft, language, post)?.Rule;

    private static Rejection? Rejection(string draft, string language, string post) => InventedFacts.Check(new(draft, new(post, language), Kind), Contexts.Empty);
}
