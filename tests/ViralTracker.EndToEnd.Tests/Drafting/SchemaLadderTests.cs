using ViralTracker.GeminiStandIn;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Drafting;

/// <summary>Models and services that refuse the answer's schema: one rung down, remembered, and an end where there is none left.</summary>
public sealed class SchemaLadderTests
{
    [Fact]
    public async Task Schema_rung_is_remembered_for_the_model()
    {
        await using var world = await DraftingWorld.StartAsync(1, new StandInOptions { FaultRates = new Dictionary<Fault, double> { [Fault.SchemaRefusedByBounds] = 1 } });
        (await world.DraftAsync()).ShouldExit(0);
        Assert.Equal(2, world.Ledger.Calls.Count);

        (await world.DraftAsync("--refresh")).ShouldExit(0);

        Assert.Equal(3, world.Ledger.Calls.Count);
    }

    [Fact]
    public async Task Model_that_refuses_every_schema_exits_4_with_the_providers_words()
    {
        await using var world = await DraftingWorld.StartAsync(3, new StandInOptions { FaultRates = new Dictionary<Fault, double> { [Fault.SchemaRefused] = 1 } });

        var result = (await world.DraftAsync(world.Setting(("COLUMNS", "80")), "--no-batch")).ShouldExit(4);

        var read = string.Join(' ', result.Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("Stopped because no schema is accepted: Gemini answered 400: Request contains an invalid argument. 3 posts left: the same request would be refused again.", read, StringComparison.Ordinal);
        Assert.All(result.Out.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.Equal(3, world.Provider.Log.Count);
        Assert.Equal(0, world.Ledger.Calls.Sum(c => c.Counted));
        // Nothing shows that it was the schema: the next run tries the best one again.
        Assert.Equal(0, world.Ledger.Number("SELECT count(*) FROM model_notes WHERE name = 'schema_rung'"));
    }

    [Fact]
    public async Task Packs_in_flight_together_take_the_next_rung_once_and_try_it_with_one_call()
    {
        await using var world = await DraftingWorld.StartAsync(3, new StandInOptions
        {
            FaultRates = new Dictionary<Fault, double> { [Fault.SchemaRefused] = 1 },
            Latency = TimeSpan.FromMilliseconds(500),
        });

        (await world.DraftAsync("--tweets-per-request", "1", "--batch-size", "3")).ShouldExit(4);

        // At most all three with the first schema, then one with each of the two below.
        Assert.InRange(world.Provider.Log.Count, 3, 5);
    }

    [Theory]
    [InlineData(Fault.SchemaRefused, 4)]
    [InlineData(Fault.AnyFormatRefused, 5)]
    public async Task Compatible_service_without_schemas_gets_less_until_it_answers_and_the_next_run_starts_there(Fault fault, int calls)
    {
        await using var world = await DraftingWorld.StartAsync(2, new StandInOptions { FaultRates = new Dictionary<Fault, double> { [fault] = 1 } });
        var setting = world.Setting(("OPENAI_API_KEY", DraftingWorld.Key), ("OPENAI_BASE_URL", world.Provider.OpenAiAddress.ToString()));
        string[] options = ["--openai", "--model", "gpt-5-mini", "--allow-unpriced", "--tweets-per-request", "2"];

        (await world.DraftAsync(setting, options)).ShouldExit(0);

        world.ShouldHaveDraftedRightly(2);
        Assert.Equal(calls, world.Provider.Log.Count);
        (await world.DraftAsync(setting, [.. options, "--refresh"])).ShouldExit(0);
        Assert.Equal(calls + 1, world.Provider.Log.Count);
    }
}
