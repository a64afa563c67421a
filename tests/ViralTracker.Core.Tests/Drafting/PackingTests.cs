using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ViralTracker.Core.Drafting;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;
using Xunit;

namespace ViralTracker.Core.Tests.Drafting;

public sealed class PackingTests
{
    /// <summary>The run of the reference's measurement.</summary>
    private static readonly PackingInput Reference = new()
    {
        Posts = 426,
        Concurrency = 5,
        Limits = new QuotaLimits { RequestsPerMinute = 15 },
        Latency = LatencyModel.Default,
        FixedTokens = 600,
        TokensPerPost = 90,
        OutputPerPost = 300,
        OutputLimit = 65_536,
        MaxPerRequest = 20,
    };

    private static readonly Gen<PackingInput> Inputs =
        from posts in Gen.Choose(1, 300)
        from concurrency in Gen.Choose(1, 16)
        from rpm in Gen.Frequency((1, Gen.Constant(0)), (3, Gen.Choose(1, 60)))
        from tpm in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(2_000, 100_000)))
        from left in Gen.Frequency((2, Gen.Constant(-1)), (1, Gen.Choose(0, 40)))
        from sent in Gen.Choose(0, 20)
        from baseMs in Gen.Choose(10, 8_000)
        from perPostMs in Gen.Choose(0, 2_000)
        from outputLimit in Gen.Choose(500, 20_000)
        from most in Gen.Choose(1, 30)
        from badFrom in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(2, 30)))
        select new PackingInput
        {
            Posts = posts,
            Concurrency = concurrency,
            Limits = new QuotaLimits { RequestsPerMinute = rpm, TokensPerMinute = tpm },
            Sent = [.. Enumerable.Range(0, sent).Select(i => new SentAgo(TimeSpan.FromSeconds(3 * i), 500))],
            RequestsLeftToday = left < 0 ? null : left,
            Latency = new LatencyModel(TimeSpan.FromMilliseconds(baseMs), TimeSpan.FromMilliseconds(perPostMs)),
            FixedTokens = 400,
            TokensPerPost = 80,
            OutputPerPost = 250,
            OutputLimit = outputLimit,
            MaxPerRequest = most,
            AskedAgain = badFrom == 0 ? new Dictionary<int, double>() : new Dictionary<int, double> { [badFrom] = 0.5 },
        };

    private static void Holds(Action<PackingInput, PackingChoice> check) =>
        Prop.ForAll(Arb.From(Inputs), input => check(input, Packing.Choose(input))).QuickCheckThrowOnFailure();

    [Fact]
    public void Reference_run_of_426_posts_at_15_requests_a_minute_is_done_within_85_seconds()
    {
        var choice = Packing.Choose(Reference);

        Assert.True(choice.Finish <= TimeSpan.FromSeconds(85), choice.Reason);
        Assert.True(choice.Size is > 1 and <= 20, choice.Reason);
    }

    [Fact]
    public void Size_is_within_every_bound() => Holds((input, choice) =>
    {
        Assert.InRange(choice.Size, 1, Math.Min(input.MaxPerRequest, input.Posts));
        if (choice.Size > 1) Assert.True(choice.Size * input.OutputPerPost <= input.OutputLimit);
        if (choice.Size > 1 && input.Limits.TokensPerMinute > 0)
            Assert.True(input.FixedTokens + choice.Size * input.TokensPerPost <= input.Limits.TokensPerMinute);
    });

    [Fact]
    public void Size_that_fared_badly_is_not_chosen() => Holds((input, choice) =>
    {
        foreach (var (size, _) in input.AskedAgain) Assert.True(choice.Size < Math.Max(2, size));
    });

    /// <summary>The daily quota leaves no time to small packs: the largest size that fared well is chosen.</summary>
    [Theory]
    [InlineData("20:0.5", 10)]
    [InlineData("20:0.5 10:0.1", 10)]
    [InlineData("20:0.5 15:0.2 10:0.1", 15)]
    [InlineData("20:0.5 10:0.4", 5)]
    [InlineData("20:0.1 3:0.6 2:0.9", 20)]
    [InlineData("20:0.5 12:0 3:0.6", 12)]
    [InlineData("3:0.5", 2)]
    [InlineData("2:0.5", 1)]
    public void Packs_shrink_by_half_or_to_the_largest_size_that_fared_well(string shares, int size)
    {
        var askedAgain = shares.Split(' ').Select(share => share.Split(':')).ToDictionary(p => int.Parse(p[0], CultureInfo.InvariantCulture), p => double.Parse(p[1], CultureInfo.InvariantCulture));

        Assert.Equal(size, Packing.Choose(Reference with { Posts = 400, RequestsLeftToday = 1, MaxPerRequest = 20, AskedAgain = askedAgain }).Size);
    }

    [Fact]
    public void Posts_asked_alone_that_fared_badly_say_nothing_of_packs() =>
        Assert.Equal(Packing.Choose(Reference).Size, Packing.Choose(Reference with { AskedAgain = new Dictionary<int, double> { [1] = 0.9 } }).Size);

    [Fact]
    public void No_allowed_size_finishes_more_than_a_hundredth_sooner_and_no_smaller_one_as_soon() => Holds((input, choice) =>
    {
        if (choice.Requests > (input.RequestsLeftToday ?? int.MaxValue)) return;
        // The plan of one size alone: a largest size that leaves no other choice but smaller ones.
        for (var most = 1; most <= input.MaxPerRequest; most++)
        {
            var other = Packing.Choose(input with { MaxPerRequest = most });
            if (other.Requests > (input.RequestsLeftToday ?? int.MaxValue)) continue;
            Assert.True(choice.Finish <= other.Finish * 1.0102, $"{choice.Reason} / {other.Reason}");
            if (other.Size < choice.Size) Assert.True(other.Finish > choice.Finish * 0.99, $"{choice.Reason} / {other.Reason}");
        }
    });

    [Fact]
    public void More_posts_never_finish_sooner_by_more_than_the_tolerance() => Holds((input, choice) =>
    {
        var more = Packing.Choose(input with { Posts = input.Posts * 2, RequestsLeftToday = null });
        var same = Packing.Choose(input with { RequestsLeftToday = null });
        Assert.True(more.Finish >= same.Finish * 0.98, $"{same.Reason} / {more.Reason}");
    });

    [Fact]
    public void Requests_left_today_are_kept_where_any_size_can() => Holds((input, choice) =>
    {
        if (input.RequestsLeftToday is not { } left || choice.Requests <= left) return;
        Assert.Contains(left switch { 0 => ": no request is left today", 1 => ": only 1 request is left today", _ => $": only {left} requests are left today" }, choice.Reason, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData(0, "no request is left today")]
    [InlineData(1, "only 1 request is left today")]
    [InlineData(2, "only 2 requests are left today")]
    public void Requests_left_today_are_told_where_they_do_not_suffice(int left, string told) =>
        Assert.EndsWith(told, Packing.Choose(Reference with { Posts = 90, MaxPerRequest = 20, RequestsLeftToday = left }).Reason, StringComparison.Ordinal);

    [Fact]
    public void Requests_for_what_is_asked_again_are_part_of_the_plan() =>
        Assert.Equal(12, Packing.Choose(Reference with { Posts = 100, Size = 10, AskedAgain = new Dictionary<int, double> { [10] = 0.2 } }).Requests);

    [Fact]
    public void Packs_are_of_one_where_nothing_is_gained_by_larger_ones()
    {
        var choice = Packing.Choose(Reference with { Posts = 5, Limits = QuotaLimits.None });

        Assert.Equal(1, choice.Size);
        Assert.Contains("larger packs would not finish sooner", choice.Reason, StringComparison.Ordinal);
    }

    /// <summary>Thirty posts whose requests take four seconds, whatever is in them.</summary>
    [Theory]
    [InlineData(0, 30, 1, 4)]
    [InlineData(15, 30, 2, 4)]
    [InlineData(10, 30, 3, 4)]
    [InlineData(0, 1, 15, 8)]
    [InlineData(0, 6, 5, 4)]
    public void Size_is_the_smallest_of_those_that_finish_as_soon(int requestsPerMinute, int atOnce, int size, int seconds)
    {
        var choice = Packing.Choose(Reference with
        {
            Posts = 30,
            Concurrency = atOnce,
            Limits = new QuotaLimits { RequestsPerMinute = requestsPerMinute },
            Latency = new LatencyModel(TimeSpan.FromSeconds(4), TimeSpan.Zero),
        });

        Assert.Equal((size, seconds), (choice.Size, choice.Finish.TotalSeconds));
    }

    [Fact]
    public void Pack_holds_no_more_tokens_than_a_minute_allows()
    {
        var choice = Packing.Choose(Reference with { Limits = new QuotaLimits { RequestsPerMinute = 0, TokensPerMinute = 600 + 7 * 90 + 80 } });

        Assert.Equal((7, "7 per request; the most the token quota allows"), (choice.Size, choice.Reason));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1_000, 61)]
    public void Time_holds_the_waits_for_the_tokens_of_a_minute(int sentTokens, int earlier)
    {
        // 25 requests of 100 tokens, of which ten fit into a minute.
        var choice = Packing.Choose(Reference with
        {
            Posts = 25,
            Concurrency = 25,
            Size = 1,
            Limits = new QuotaLimits { RequestsPerMinute = 0, TokensPerMinute = 1_000 },
            FixedTokens = 60,
            TokensPerPost = 40,
            Sent = [new SentAgo(TimeSpan.Zero, sentTokens)],
        });

        Assert.Equal(TimeSpan.FromSeconds(earlier + 2 * 61) + LatencyModel.Default.For(1), choice.Finish);
    }

    [Theory]
    [InlineData(1, 30)]
    [InlineData(30, 1)]
    public void Size_that_is_asked_for_is_simulated_as_it_is(int size, int requests)
    {
        var choice = Packing.Choose(Reference with { Posts = 30, Limits = QuotaLimits.None, Concurrency = 30, MaxPerRequest = 20, Size = size });

        Assert.Equal((size, requests, LatencyModel.Default.For(size)), (choice.Size, choice.Requests, choice.Finish));
    }

    [Theory]
    [InlineData(0, 20)]
    [InlineData(1_000, 30)]
    public void Time_holds_the_waits_for_the_spend_limit_of_ten_minutes(long spent, int minutes)
    {
        // 25 requests of 100, of which ten fit into ten minutes.
        var choice = Packing.Choose(Reference with
        {
            Posts = 25,
            Size = 1,
            Limits = new QuotaLimits { RequestsPerMinute = 0, SpendPerTenMinutes = new NanoUsd(1_000) },
            FixedCost = new NanoUsd(60),
            CostPerPost = new NanoUsd(40),
            SpentInTenMinutes = new NanoUsd(spent),
        });

        Assert.InRange(choice.Finish, TimeSpan.FromMinutes(minutes), TimeSpan.FromMinutes(minutes + 1));
    }

    /// <summary>The window empties meanwhile.</summary>
    [Theory]
    [InlineData(10, 61)]
    [InlineData(90, 90)]
    public void Pause_delays_the_first_request_and_is_waited_out_beside_the_quota(int pause, int first)
    {
        var full = Reference with { Posts = 1, Sent = [.. Enumerable.Repeat(new SentAgo(TimeSpan.Zero, 500), 15)], Pause = TimeSpan.FromSeconds(pause) };

        Assert.Equal(TimeSpan.FromSeconds(first) + LatencyModel.Default.For(1), Packing.Choose(full).Finish);
    }

    [Fact]
    public void Nothing_to_draft_needs_no_request() => Assert.Equal(0, Packing.Choose(Reference with { Posts = 0 }).Requests);
}
