using ViralTracker.EndToEnd.Tests.Harness;
using ViralTracker.GeminiStandIn;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Drafting;

/// <summary>The ledger beside a provider's bill.</summary>
public sealed class BillTests
{
    [Theory]
    [InlineData("America/Los_Angeles")]
    [InlineData("Pacific/Kiritimati", "--bill-zone", "Pacific/Kiritimati")]
    public async Task Bill_beside_the_ledger_shows_the_difference_by_the_providers_day(string zone, params string[] option)
    {
        await using var world = await DraftingWorld.StartAsync(4);
        (await world.DraftAsync()).ShouldExit(0);
        var cost = world.Provider.BilledNanoUsd / 1e9m;
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(world.Provider.Log[0].At, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);
        var bill = world.Workspace.PathOf("bill.csv");
        await File.WriteAllTextAsync(bill, FormattableString.Invariant(
            $"Date,Model,Cost\n{day:yyyy-MM-dd},gemini-3.8-flash,{cost - 0.0001m}\n{day:yyyy-MM-dd},gemini-3.8-flash,0.0001\n2026-01-02,gemini-3.8-flash,$0.25\n"), TestContext.Current.CancellationToken);

        var shown = (await world.Workspace.RunAsync(world.Setting(), ["costs", "--reconcile", "bill.csv", .. option])).ShouldExit(0);
        var days = (await world.Workspace.RunAsync(world.Setting(), ["costs", "--reconcile", "bill.csv", "--json", .. option])).ShouldExit(0).Json.GetProperty("days").EnumerateArray()
            .ToDictionary(d => d.GetProperty("day").GetString()!, d => d.GetProperty("difference_usd").GetDecimal());

        Assert.Equal(0.25m, days["2026-01-02"]);
        Assert.Equal(0m, days[day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)]);
        Assert.Contains("equal", shown.Out, StringComparison.Ordinal);
        Assert.Contains("2026-01-02", shown.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("01-02 5, 01-05 0, 01-08 7")]
    [InlineData("01-05 0", "--since", "2026-01-05T21:00", "--until", "2026-01-05T22:00")]
    [InlineData("01-05 0, 01-08 7", "--since", "2026-01-05")]
    [InlineData("01-02 5, 01-05 0", "--until", "2026-01-05T18:00")]
    [InlineData("01-02 5", "--until", "2026-01-04")]
    public async Task Bill_and_ledger_are_compared_over_the_same_whole_days(string differences, params string[] period)
    {
        await using var world = await DraftingWorld.StartAsync(1);
        (await world.DraftAsync()).ShouldExit(0);
        // Noon, where the provider cuts its days.
        world.Ledger.Change("UPDATE api_calls SET sent_at = '2026-01-05 20:00:00.000'");
        await File.WriteAllTextAsync(world.Workspace.PathOf("bill.csv"), FormattableString.Invariant(
            $"date,cost\n2026-01-02,5\n2026-01-05,{world.Provider.BilledNanoUsd / 1e9m}\n2026-01-08,7\n"), TestContext.Current.CancellationToken);

        var days = (await world.Workspace.RunAsync(world.Setting(), ["costs", "--reconcile", "bill.csv", "--json", .. period])).ShouldExit(0).Json.GetProperty("days");

        Assert.Equal(differences, string.Join(", ", days.EnumerateArray().Select(day => FormattableString.Invariant(
            $"{day.GetProperty("day").GetString()!["2026-".Length..]} {day.GetProperty("difference_usd").GetDecimal():0.#########}"))));
    }

    [Fact]
    public async Task Bill_of_one_provider_is_compared_with_its_own_calls_only()
    {
        await using var world = await DraftingWorld.StartAsync(3);
        (await world.DraftAsync("--tweets-per-request", "1")).ShouldExit(0);
        world.Ledger.Change("UPDATE api_calls SET provider = 'openai', sent_at = '2026-01-06 02:00:00.000' WHERE call_id = 1");
        world.Ledger.Change("UPDATE api_calls SET sent_at = '2026-01-06 02:00:00.000' WHERE call_id > 1");
        await File.WriteAllTextAsync(world.Workspace.PathOf("bill.csv"), "date,cost\n2026-01-05,0\n2026-01-06,0\n", TestContext.Current.CancellationToken);
        var costs = world.Ledger.Calls.Select(call => call.Cost!.Value / 1e9m).ToArray();

        var unnamed = (await ReconcileAsync()).ShouldExit(2);

        Assert.Contains("paid calls to gemini and openai, and a bill is of one of them: add --provider", unnamed.Error, StringComparison.Ordinal);
        Assert.Equal(("2026-01-05", -costs[1] - costs[2]), await DayAsync("gemini"));
        Assert.Equal(("2026-01-06", -costs[0]), await DayAsync("openai"));
        Assert.Equal(costs[0], (await world.Workspace.RunAsync(world.Setting(), "costs", "--provider", "openai", "--json")).ShouldExit(0).Json.GetProperty("total").GetProperty("cost_usd").GetDecimal());

        Task<VtResult> ReconcileAsync(params string[] more) => world.Workspace.RunAsync(world.Setting(), ["costs", "--reconcile", "bill.csv", "--json", .. more]);

        async Task<(string?, decimal)> DayAsync(string provider) => (await ReconcileAsync("--provider", provider)).ShouldExit(0).Json.GetProperty("days").EnumerateArray()
            .Select(day => (day.GetProperty("day").GetString(), day.GetProperty("difference_usd").GetDecimal())).Single(day => day.Item2 != 0);
    }

    [Fact]
    public async Task Costs_add_up_to_the_bill_in_every_grouping()
    {
        await using var world = await DraftingWorld.StartAsync(7, new StandInOptions { Script = [null, Fault.MalformedAnswer] });
        world.AddProject("other", 0);
        MadeUpPosts.Write(world.Workspace.PathOf("projects", "other", "posts", "more.jsonl"), 2, first: 100);
        (await world.DraftAsync("--tweets-per-request", "3")).ShouldExit(0);
        (await world.DraftAsync("--refresh", "--tweets-per-request", "2", "--model", "gemini-3.5-flash")).ShouldExit(0);
        (await world.DraftAsync("-p", "other")).ShouldExit(0);
        var bill = world.Provider.BilledNanoUsd / 1e9m;
        Assert.True(bill > 0);

        foreach (var by in new[] { "project", "day", "model", "topic", "run", "tweet" })
        {
            var costs = (await world.Workspace.RunAsync(world.Setting(), "costs", "--by", by, "--json")).ShouldExit(0).Json;
            var table = (await world.Workspace.RunAsync(world.Setting(("COLUMNS", "80")), "costs", "--by", by)).ShouldExit(0).Out;

            Assert.Equal(bill, costs.GetProperty("total").GetProperty("cost_usd").GetDecimal());
            Assert.Equal(bill, costs.GetProperty("rows").EnumerateArray().Sum(row => row.GetProperty("cost_usd").GetDecimal()));
            Assert.Equal(world.Provider.Bill.Count, costs.GetProperty("total").GetProperty("calls").GetInt32());
            Assert.All(table.Split('\n'), line => Assert.True(line.Length <= 80, line));
        }
    }

    [Fact]
    public async Task Bill_is_not_compared_with_one_project()
    {
        await using var world = await DraftingWorld.StartAsync(1);
        await File.WriteAllTextAsync(world.Workspace.PathOf("bill.csv"), "date,cost\n2026-01-03,1\n", TestContext.Current.CancellationToken);

        var result = (await world.Workspace.RunAsync(world.Setting(), "costs", "-p", "p", "--reconcile", "bill.csv")).ShouldExit(2);

        Assert.Contains("use --reconcile without -p", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_rows_of_a_bill_are_all_named_by_file_line_and_field()
    {
        await using var world = await DraftingWorld.StartAsync(1);
        await File.WriteAllTextAsync(world.Workspace.PathOf("bill.csv"), "date,model,cost\nsoon,m,1\n2026-01-02,m,much\n2026-01-03,m,1\n2026-01-04,m,99999999999\n", TestContext.Current.CancellationToken);

        var result = (await world.Workspace.RunAsync(world.Setting(), "costs", "--reconcile", "bill.csv")).ShouldExit(2);

        Assert.Contains("line 2  date", result.Error, StringComparison.Ordinal);
        Assert.Contains("bill.csv has 3 problems", result.Error, StringComparison.Ordinal);
        Assert.Contains("'soon' is not a date", result.Error, StringComparison.Ordinal);
        Assert.Contains("line 3  cost", result.Error, StringComparison.Ordinal);
        Assert.Contains("'much' is not an amount", result.Error, StringComparison.Ordinal);
        Assert.Contains("line 5  cost  '99999999999' is not an amount in USD up to 1,000,000,000", result.Error, StringComparison.Ordinal);
    }
}
