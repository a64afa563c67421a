namespace ViralTracker.Core.Tests.Quality;

/// <summary>Two drafts to a post, of which anybody would send the first.</summary>
public sealed record DraftPair(string Post, string Better, string Worse)
{
    private const string Rds = "Our Postgres on RDS with two read replicas is 4k a month now. Thinking of moving to self-hosted. Has anyone done that?";
    private const string Reviews = "6 devs, AI PRs piling up, how do you keep up with reviews?";
    private const string SignUp = "Half of my new users never get past the sign-up form. What do you show people on the first screen?";
    private const string Webhooks = "How do you test webhooks locally? Currently using Ngrok and hating it.";
    private const string Cousins = "lol my side project got 3 users in 6 months and all of them are my cousins. do i just quit";
    private const string Backup = "Our nightly backup takes three hours and nobody has restored it since March.";
    private const string Index = "Often a missing index is what you're really paying for, not the instance.";
    private const string Cap = "We cap AI PRs at a few hundred lines; anything bigger goes back to its author.";

    /// <summary>What the merits were made with.</summary>
    public static readonly DraftPair[] Tuned =
    [
        new(Rds, Index, "Moving to self-hosted Postgres is a big decision that depends on many factors."),
        new(Rds, Index, "It depends on your needs. Both RDS and self-hosted have pros and cons."),
        new(Rds, Index, "Postgres on RDS with read replicas can definitely get expensive over the long run."),
        new(Rds, "We did, and saved half. Then the failover we wrote ourselves lost an hour of orders.", "Self-hosted Postgres can save money, but it also comes with additional responsibility and maintenance."),
        new(Rds, "Do the replicas take any reads, or are they only there to feel safe?", "Have you considered all the options before moving your Postgres away from RDS?"),
        new(Reviews, Cap, "Reviewing code with 6 devs in one team must be really overwhelming sometimes."),
        new(Reviews, "Who writes the tests, the model or a person? We only read those closely.", "Keeping up with reviews is a challenge that many teams are facing these days with AI."),
        new(SignUp, "We cut the tour and opened on a finished example. People copied it and forgot they were being onboarded.", "Getting new users past the sign-up form is one of the most important parts of a successful onboarding experience."),
        new(SignUp, "Did the ones who paid do anything in their first ten minutes that the others didn't?", "What do you think is the main reason that half of your users never get past the form?"),
        new(Webhooks, "Record one real payload to a file and replay it with curl. The tunnel is only for the first one.", "Testing webhooks locally can be a pain, there are several great tools and approaches out there."),
        new(Cousins, "cousins who come back every week would be a good sign tbh. do they", "don't give up! building something takes time and every journey is different"),
        new(Cousins, "quit the landing page not the project, three dms a day to strangers beat it for me", "i feel you, side projects can be really hard and getting users is tough for everyone"),
        new(Backup, "Restore one table onto a scratch machine every Friday and count its rows. It takes ten minutes.", "A nightly backup that nobody has restored since March is definitely a big risk for any company."),
        new(Backup, "Whoever broke the last deploy restores a table. Ours found two empty dumps that way.", "The cat knocked three mugs off the shelf at 7:15 and the blue one broke."),
        new("My tomatoes have leaves everywhere and no fruit. What am I doing wrong?", "Too much nitrogen does that. Skip the feed for a month and pinch out the side shoots.", "Growing tomatoes takes time and patience, so many things can go wrong along the way."),
        new("Unpopular opinion: microservices killed more startups than bad code ever did.", "The one I saw die had eleven services, four engineers and nobody who could run it on a laptop.", "Microservices have both advantages and disadvantages, it's all about choosing the right architecture for your use case."),
        new("Claude keeps deleting my tests to make the build green. Anyone else?", "I mounted the test folder read-only. It complained for two runs and then fixed the code.", "That sounds so frustrating! AI tools like Claude can definitely be unpredictable sometimes."),
        new("Unsere Tests brauchen 40 Minuten und keiner wartet mehr darauf. Wie macht ihr das?", "Vor dem Merge laufen bei uns nur die Tests der geänderten Ordner, der Rest nachts.", "Das kenne ich gut. Lange Tests sind wirklich eine große Herausforderung, hier kommt es auf den Einzelfall an."),
        new("¿Cómo conseguís los primeros clientes sin gastar en anuncios?", "Respondí a una sola pregunta en un foro durante meses; de ahí salieron los diez primeros.", "Conseguir los primeros clientes depende de muchos factores y requiere mucha paciencia y constancia."),
        new("Meu time de 5 pessoas gasta metade do dia no Slack. Como vocês resolvem?", "Fechamos o Slack até o almoço e o telefone fica para incêndio. Em duas semanas ninguém ligou.", "Isso realmente é um grande desafio para muitos times, é importante encontrar um equilíbrio."),
    ];

    private const string Etl = "Our nightly ETL job fails about once a week with an out-of-memory error and nobody knows why. Where would you start?";
    private const string Standups = "Is anyone else burned out on standups? We do 30 min every morning with 9 people.";
    private const string Office = "Mein Chef will, dass wir wieder fünf Tage ins Büro kommen. Wie habt ihr darauf reagiert?";
    private const string Starter = "My sourdough starter smells like nail polish remover. Did I kill it?";
    private const string Prices = "Should I raise prices for customers who have been with me since the start?";
    private const string Rag = "Hot take: most RAG apps would be better as a search box.";

    /// <summary>Written before the merits were last changed, and never tuned on.</summary>
    public static readonly DraftPair[] Held =
    [
        new(Etl, "Log the row counts per partition first. One fat customer is usually the whole story.", "Out-of-memory errors in ETL jobs can be really frustrating and have many different causes."),
        new(Etl, "Does it fail on the same weekday? Month-end invoices did that to us.", "Have you tried looking into what might be causing the memory error in your ETL job?"),
        new(Etl, "Log the row counts per partition first. One fat customer is usually the whole story.", "Restic with a monthly prune kept our laptop archive under 2 TB."),
        new(Standups, "Nine people at 30 minutes is half a workday gone before coffee. Try a written thread and meet only when someone is stuck.", "Standups every morning with 9 people can definitely be draining. Finding the right balance is key."),
        new(Standups, "what happens if you just skip tuesday and see who notices", "totally get it, every team is different and what works for one may not work for another"),
        new(Office, "Wir haben zwei Wochen lang notiert, was im Büro schneller ging. Es waren drei Termine, mehr nicht.", "Das ist natürlich immer eine sehr individuelle Entscheidung, die von vielen Faktoren abhängt."),
        new(Office, "Steht das bei dir im Vertrag, oder ist es nur eine Mail vom Chef?", "Das klingt wirklich anstrengend. Am Ende muss jeder selbst wissen, was für ihn am besten passt."),
        new("Llevo tres meses aprendiendo Rust y sigo peleando con el borrow checker. ¿Algún consejo?", "Empieza clonando sin culpa y quita los clones cuando compile. Se aprende mejor con código que ya funciona.", "Rust puede ser muy difícil al principio, pero todo depende de tu experiencia y tus objetivos."),
        new(Starter, "That's acetone, it's just hungry. Feed it twice a day and it turns sweet again by day three.", "Sourdough starters can be tricky, and there are many reasons why yours might smell like that."),
        new(Starter, "How warm is the spot it sits in? Mine did that on top of the fridge every summer.", "It must be so disappointing when your starter smells bad, but don't give up on your sourdough!"),
        new(Prices, "Tell them three months ahead and let them lock the old price by paying yearly. Most take the deal.", "Raising prices for existing customers is a delicate topic that requires careful consideration and communication."),
        new(Prices, "Which of them would you miss if they left? Raise the rest.", "There are pros and cons to raising prices for early customers, it really comes down to your business."),
        new("Knee hurts every time I go past 8k. Shoes are 3 months old. Ideas?", "Film ten seconds of your stride from behind. If the hips drop it's the glutes, and no shoe will fix it.", "Knee pain while running past 8k can be caused by a variety of factors, including your shoes."),
        new("On vient de perdre notre plus gros client, 40 % du chiffre d'affaires. Par où commencer ?", "Appelle les dix suivants cette semaine, avant qu'ils l'apprennent par quelqu'un d'autre.", "Perdre son plus gros client est une situation très difficile, il faut rester positif et trouver des solutions."),
        new(Rag, "Ours became one. People typed two words anyway and wanted the page, not a paragraph about the page.", "RAG apps and search boxes both have their place depending on the use case."),
        new(Rag, "Until somebody asks why the March invoice is missing a line. Then the box hands you ten PDFs.", "Most RAG apps would probably be better as a simple search box, at the end of the day simplicity wins."),
        new("First week teaching 13-year-olds. They will not stop talking. Help.", "Stop mid-sentence and write the next line on the board in silence. The third time they shush each other.", "Teaching 13-year-olds must be really challenging, but with patience and consistency things will get better."),
        new("毎朝の会議が長すぎて、開発の時間がない。みんなどうしてる?", "議題を前日に書かない人は発言なし、にしたら15分で終わるようになりました。", "会議が長いのは本当に大変ですよね。状況によって色々な方法があると思います。"),
        new("Just shipped dark mode after 14 months of people asking. Nobody said a word.", "They only write when it's missing. Ours showed up as fewer support mails at night, nothing else.", "Shipping dark mode after 14 months of people asking is such a great achievement for your product!"),
        new("I need a name for a newsletter about city cycling. My list is terrible.", "Name it after the worst junction in town. Everyone who rides there will know, and the rest will ask.", "A good name is really important for a newsletter, so take your time and choose something that resonates with your audience."),
    ];

    private const string Agents = "How do you stop LLM agents from rewriting half the codebase for a one-line fix?";
    private const string Invoices = "Three weeks into freelancing and the invoices are already late. Normal?";
    private const string Kid = "My kid wants to learn programming. Python or Scratch?";

    /// <summary>Written once the merits were done: milder faults, and better drafts that have a little of them.</summary>
    public static readonly DraftPair[] Fresh =
    [
        new(Agents, "Give it the failing test and one file, and reject any diff over 40 lines.", "Setting clear boundaries for LLM agents would stop them from rewriting the codebase."),
        new(Agents, "It depends on the agent. Ours stops after two files because the hook rejects the third.", "Clear prompts and good guardrails are what most people recommend for that."),
        new(Invoices, "Put the due date in the subject line and send the reminder the morning before, not the week after.", "Unfortunately late invoices are something that happens to almost every freelancer sooner or later."),
        new(Invoices, "Did you get a deposit? I stopped chasing once thirty percent came first.", "Freelancing has its ups and downs, and invoices are definitely one of the downs."),
        new(Kid, "Scratch until she asks how to save a high score. Then Python, same afternoon.", "Python and Scratch are great languages for a kid who wants to learn programming."),
        new(Kid, "Ask what they want to build. A Minecraft mod decides the language for you.", "The most important thing is that your kid has fun while learning."),
        new("The hardest part of running a book club is getting people to read the book.", "Ours reads forty pages and meets anyway. The ones who finished spoil it, so now everyone does.", "Getting people to actually read the book really is the hardest part of a book club!"),
        new("docker compose just ate my afternoon again", "a stale volume, every single time. down -v and cry", "docker compose can eat up so much time, i know that feeling all too well"),
        new("Lohnt sich eine Wärmepumpe im Altbau von 1962?", "Dreh im Januar den Kessel auf 50 Grad. Wird es in allen Zimmern warm, reicht die Pumpe.", "Ob sich eine Wärmepumpe im Altbau lohnt, sollte man von einem Fachmann prüfen lassen."),
        new("Ho 40 anni e voglio imparare a suonare il basso. Troppo tardi?", "Prendi tre canzoni che sai a memoria e suona solo la fondamentale. A Natale le fai con gli amici.", "Non è mai troppo tardi per imparare a suonare il basso, basta avere passione e costanza."),
        new("Onze release duurt elke keer een hele dag. Tips?", "Schrijf de stappen op één blad en schrap elke week de langste. Na een maand was het een uur.", "Een release van een hele dag is lang, automatiseren kan daar zeker bij helpen."),
        new("Would appreciate views on whether audit logs should live in the same database as the data.", "Separate, with an append-only role. Otherwise whoever can change the row can change its history.", "Keeping audit logs in the same database is simpler, while a separate database offers more security and flexibility."),
        new("We hit 100 paying users today!!!", "Which one surprised you most? Mine was a funeral home in month two.", "Wow, 100 paying users is amazing, that must feel incredible after all your hard work!"),
        new("Is there any point in unit tests for glue code?", "None until the API you glue to renames a field. One recorded response per endpoint was enough for us.", "Unit tests for glue code are useful in many cases but not always necessary."),
        new("Our support inbox doubled since the launch. Two people, 200 mails a day.", "Tag a day's mails by hand. Ten answers usually cover half of them, and half of those are one broken button.", "200 mails a day for two people is a lot! Maybe some automation would reduce the load."),
        new("新人にコードレビューをどう教えればいい?", "最初の一か月は、指摘ではなく質問だけを書いてもらうと、理由まで読むようになります。", "コードレビューを教えるのは、とても重要なことだと思います。丁寧に伝えましょう。"),
    ];
}
