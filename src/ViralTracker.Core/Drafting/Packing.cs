using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;

namespace ViralTracker.Core.Drafting;

/// <summary>How long a request takes: a part for the request and a part for each post in it.</summary>
public readonly record struct LatencyModel(TimeSpan Base, TimeSpan PerPost)
{
    /// <summary>Used until the ledger knows better; the order of a flash model's answers.</summary>
    public static LatencyModel Default { get; } = new(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(0.25));

    /// <summary>Of the drafter without a model: its first request makes what all share.</summary>
    public static LatencyModel Offline { get; } = new(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(0.2));

    public TimeSpan For(int posts) => Base + PerPost * posts;
}

/// <summary>What decides how many posts go into one request.</summary>
public sealed record PackingInput
{
    public required int Posts { get; init; }
    public required int Concurrency { get; init; }
    public required QuotaLimits Limits { get; init; }

    /// <summary>Ages of the calls already in the window, any order.</summary>
    public IReadOnlyList<SentAgo> Sent { get; init; } = [];

    /// <summary>How long to wait before the first request, since the key was refused before.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>Requests left today; null without a daily limit.</summary>
    public int? RequestsLeftToday { get; init; }
    public required LatencyModel Latency { get; init; }

    /// <summary>Input tokens of a request without posts, and for each post.</summary>
    public required long FixedTokens { get; init; }
    public required long TokensPerPost { get; init; }

    /// <summary>What a request without posts usually costs, and each post; 0 where no limit of spend holds or no price is known.</summary>
    public NanoUsd FixedCost { get; init; }
    public NanoUsd CostPerPost { get; init; }

    /// <summary>Taken as spent just now.</summary>
    public NanoUsd SpentInTenMinutes { get; init; }

    /// <summary>Output bound for each post, and what the model can give in one answer.</summary>
    public required long OutputPerPost { get; init; }
    public required long OutputLimit { get; init; }
    public required int MaxPerRequest { get; init; }

    /// <summary>Posts a request where that is not to be chosen; null to choose.</summary>
    public int? Size { get; init; }

    /// <summary>Share of posts whose part was not whole, by pack size, as the ledger recorded it for the model.</summary>
    public IReadOnlyDictionary<int, double> AskedAgain { get; init; } = new Dictionary<int, double>();
}

public readonly record struct SentAgo(TimeSpan Age, long Tokens);

/// <param name="Finish">When the last answer is expected, from now.</param>
/// <param name="Reason">One sentence for the log and the forecast.</param>
public sealed record PackingChoice(int Size, int Requests, TimeSpan Finish, string Reason);

/// <summary>
/// Picks the smallest pack size that finishes the run soonest: it simulates the schedule of each size through the windows of
/// requests, tokens and spend. Pure.
/// </summary>
public static class Packing
{
    /// <summary>Packs of which this share of posts must be asked again are too large: the repeats cost more than the packing saves.</summary>
    public const double TooManyAskedAgain = 0.25;

    /// <summary>Finishing within one per cent of the soonest is as soon: smaller packs are safer.</summary>
    private const double AsSoon = 1.01;

    public static PackingChoice Choose(PackingInput input)
    {
        if (input.Posts <= 0) return new PackingChoice(1, 0, TimeSpan.Zero, "nothing to draft");
        if (input.Size is { } asked)
        {
            var schedule = Simulate(input, asked);
            return new PackingChoice(asked, schedule.Requests, schedule.Finish, $"{asked} per request, as asked");
        }
        var largest = Largest(input, out var bound);
        var plans = Enumerable.Range(1, largest)
            .Select(size => (Size: size, Plan: Simulate(input, size)))
            .Where(p => p.Plan.Requests <= (input.RequestsLeftToday ?? int.MaxValue))
            .ToList();
        if (plans.Count == 0)
        {
            var most = Simulate(input, largest);
            return new PackingChoice(largest, most.Requests, most.Finish,
                $"{largest} per request, the most {bound}: {Left(input.RequestsLeftToday)} left today");
        }
        var soonest = plans.Min(p => p.Plan.Finish);
        var (chosen, plan) = plans.First(p => p.Plan.Finish <= soonest * AsSoon);
        var why = chosen == largest ? $"the most {bound}" : "larger packs would not finish sooner";
        return new PackingChoice(chosen, plan.Requests, plan.Finish, $"{chosen} per request; {why}");
    }

    private static string Left(int? requests) => requests switch
    {
        0 => "no request is",
        1 => "only 1 request is",
        _ => $"only {requests} requests are",
    };

    private static int Largest(PackingInput input, out string bound)
    {
        var byOutput = input.OutputPerPost <= 0 ? int.MaxValue : input.OutputLimit / input.OutputPerPost;
        var byTokens = input.Limits.TokensPerMinute <= 0 || input.TokensPerPost <= 0
            ? int.MaxValue
            : (input.Limits.TokensPerMinute - input.FixedTokens) / input.TokensPerPost;
        (long Limit, string Bound)[] bounds =
        [
            (input.MaxPerRequest, "the configuration allows"),
            (input.Posts, "there are to draft"),
            (byOutput, "the model's output limit allows"),
            (byTokens, "the token quota allows"),
            (Fared(input.AskedAgain), "that has worked well with this model"),
        ];
        var tightest = bounds.MinBy(b => b.Limit);
        bound = tightest.Bound;
        return (int)Math.Clamp(tightest.Limit, 1, Math.Max(1, input.MaxPerRequest));
    }

    /// <summary>
    /// The largest size that fared well or, if larger, half of the smallest that fared badly above it. What fares badly below a size that fares well
    /// are posts asked again, which small packs are made of.
    /// </summary>
    private static int Fared(IReadOnlyDictionary<int, double> askedAgain)
    {
        var well = askedAgain.Where(p => p.Value <= TooManyAskedAgain).Select(p => p.Key).DefaultIfEmpty(1).Max();
        var badly = askedAgain.Where(p => p.Value > TooManyAskedAgain && p.Key > well).Select(p => p.Key).DefaultIfEmpty(int.MaxValue).Min();
        return badly == int.MaxValue ? int.MaxValue : Math.Max(well, (badly + 1) / 2);
    }

    private readonly record struct Schedule(int Requests, TimeSpan Finish);

    private static Schedule Simulate(PackingInput input, int size)
    {
        var again = input.AskedAgain.GetValueOrDefault(size);
        var posts = (int)Math.Ceiling(input.Posts * (1 + Math.Max(0, again)));
        var requests = (posts + size - 1) / size;
        var window = input.Limits.Window;
        var sent = new List<(TimeSpan At, long Tokens)>(input.Sent.Count + requests);
        sent.AddRange(input.Sent.Select(s => (-s.Age, s.Tokens)).Order());
        var first = 0;
        var inWindow = sent.Sum(s => s.Tokens);
        var spends = new Queue<(TimeSpan At, NanoUsd Cost)>([(TimeSpan.Zero, input.SpentInTenMinutes)]);
        var spent = input.SpentInTenMinutes;
        var running = new PriorityQueue<TimeSpan, TimeSpan>();
        var now = input.Pause;
        var finish = TimeSpan.Zero;
        for (var i = 0; i < requests; i++)
        {
            var inPack = Math.Min(size, posts - i * size);
            var tokens = input.FixedTokens + input.TokensPerPost * inPack;
            if (running.Count >= input.Concurrency) now = Max(now, running.Dequeue());
            if (input.Limits.RequestsPerMinute > 0 && sent.Count >= input.Limits.RequestsPerMinute)
                now = Max(now, sent[^input.Limits.RequestsPerMinute].At + window);
            while (first < sent.Count && sent[first].At + window <= now) inWindow -= sent[first++].Tokens;
            while (input.Limits.TokensPerMinute > 0 && first < sent.Count && inWindow + tokens > input.Limits.TokensPerMinute)
            {
                now = Max(now, sent[first].At + window);
                inWindow -= sent[first++].Tokens;
            }
            var cost = new NanoUsd(input.FixedCost.Value + input.CostPerPost.Value * inPack);
            while (input.Limits.SpendPerTenMinutes > NanoUsd.Zero && spent > NanoUsd.Zero
                && (spent + cost > input.Limits.SpendPerTenMinutes || spends.Peek().At + LedgerView.SpendWindow <= now))
            {
                var oldest = spends.Dequeue();
                (now, spent) = (Max(now, oldest.At + LedgerView.SpendWindow), spent - oldest.Cost);
            }
            spends.Enqueue((now, cost));
            spent += cost;
            sent.Add((now, tokens));
            inWindow += tokens;
            var done = now + input.Latency.For(inPack);
            running.Enqueue(done, done);
            finish = Max(finish, done);
        }
        return new Schedule(requests, finish);
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
