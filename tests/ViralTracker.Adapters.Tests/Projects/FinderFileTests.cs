using System.Globalization;
using System.Text;
using ViralTracker.Adapters.Projects;
using ViralTracker.Core.Projects;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.Adapters.Tests.Projects;

public sealed class FinderFileTests
{
    private const string Shown = "projects/acme/finder.yml";

    public static string FixtureFolder { get; } =
        Path.Combine(Repository.Root, "tests", "ViralTracker.Adapters.Tests", "Projects", "Fixtures");

    private static Validated<ProjectConfig> Read(string yaml) => FinderFile.Parse("acme", "/w/" + Shown, Shown, Encoding.UTF8.GetBytes(yaml));

    private static ProjectConfig Good(string yaml)
    {
        var result = Read(yaml);
        Assert.Equal([], result.Problems);
        return result.Value!;
    }

    private static ConfigProblem OnlyProblem(string yaml)
    {
        var result = Read(yaml);
        Assert.Null(result.Value);
        return Assert.Single(result.Problems);
    }

    private static ProjectConfig Fixture(string name)
    {
        var result = FinderFile.Load("acme", Path.Combine(FixtureFolder, name), Shown);
        Assert.Equal([], result.Problems);
        return result.Value!;
    }

    [Theory]
    [InlineData("three", 3, 30, 120)]
    [InlineData("five", 5, 40, 200)]
    public void A_preset_stands_for_its_kinds(string name, int kinds, int min, int max)
    {
        var suggestions = Good($"suggestions: {name}").Suggestions;
        Assert.Equal(kinds, suggestions.Length);
        Assert.All(suggestions, kind => Assert.Equal((min, max), (kind.MinLength, kind.MaxLength)));
    }

    [Fact]
    public void An_unknown_preset_is_named_with_those_there_are() =>
        Assert.Equal("found 'fife'; allowed: five or three; did you mean 'five'?", OnlyProblem("suggestions: fife").Message);

    [Fact]
    public void Facts_and_the_leave_to_swear_are_read()
    {
        var project = Good("taxonomy: [{label: backups, facts: [Restores take 9 minutes]}]\nvoice: {allow_profanity: true}");
        Assert.Equal(["Restores take 9 minutes"], project.Taxonomy[0].Facts);
        Assert.True(project.Voice.AllowProfanity);
    }

    [Fact]
    public void A_file_in_the_references_shape_loads_as_it_is()
    {
        var config = Fixture("parenting.yml");
        Assert.Equal(["screen time", "bedtime"], config.Taxonomy.Select(t => t.Label));
        Assert.Equal(2, config.Taxonomy[0].Exemplars.Length);
        Assert.Equal("Never shame another parent", config.Voice.Constraints[1]);
        Assert.Equal(["We moved the charger to the hallway. Boring, and it worked."], config.Voice.GoodExamples);
        Assert.Equal(["Great post! So true!"], config.Voice.BadExamples);
        Assert.Equal(["slow_sundays_demo", "north_kitchen_demo"], config.Sources.WhitelistHandles);
        Assert.Equal(["giveaway", "promo code"], config.Sources.BlacklistKeywords);
        Assert.Equal(new ScoreWeights(), config.Weights);
        Assert.Equal(new ScoreThresholds(), config.Thresholds);
        Assert.Equal("gemini-flash-latest", config.Generation.Model);
        Assert.Equal(0.2, config.Generation.Temperature);
        Assert.Equal("low", config.Generation.Thinking);
        Assert.Equal(80, config.Generation.MaxTokens);
        Assert.Equal(SuggestionKind.Defaults, config.Suggestions);
        Assert.Equal("acme", config.Slug);
    }

    [Fact]
    public void A_file_in_flow_style_with_block_texts_loads()
    {
        var config = Fixture("bakery.yml");
        Assert.Equal("A baker who explains things plainly.", config.Voice.Persona);
        Assert.Equal("Running a small food shop: rent, staff, early mornings and regulars.", config.Taxonomy[1].Description);
        Assert.Equal("Monday is for paperwork, and I'd still rather knead.", config.Taxonomy[1].Exemplars[0]);
        Assert.Equal(1100, config.Generation.MaxTokens);
    }

    [Fact]
    public void Every_key_finds_its_place()
    {
        var config = Fixture("everything.yml");
        Assert.Equal("Night trains", config.Name);
        Assert.Equal(new DateTimeOffset(2025, 11, 1, 12, 0, 0, TimeSpan.Zero), config.AsOf);
        Assert.Equal(["en", "de", "fr"], config.Languages);
        Assert.Equal(["sleepers", "dining cars", "timetables"], config.Taxonomy.Select(t => t.Label));
        Assert.Equal("Sleeping cars and couchettes", config.Taxonomy[1].Description);
        Assert.Equal(config.Taxonomy[0].Exemplars, config.Taxonomy[2].Exemplars);
        Assert.Equal(["platform9_demo"], config.Sources.WhitelistHandles);
        Assert.Equal(["delays_forever_demo"], config.Sources.BlacklistHandles);
        Assert.Equal(["no", "2024", "limited offer"], config.Sources.BlacklistKeywords);
        Assert.Equal(0.45, config.Weights.Relevance);
        Assert.Equal(0.8, config.Thresholds.GreenMin);
        Assert.Equal(SuggestionKind.Defaults[0], config.Suggestions[0]);
        Assert.Equal(SuggestionKind.Defaults[1] with { MaxLength = 200 }, config.Suggestions[1]);
        Assert.Equal(new SuggestionKind("timetable_tip", "Give one connection that most people miss.", 40, 240), config.Suggestions[2]);
        Assert.Equal("offline", config.Generation.Provider);
        Assert.Equal(200, config.Generation.MaxTokens);
        Assert.Equal(["night_train_demo"], config.AccountHandles);
        Assert.Equal(48, config.CooldownHours);
        Assert.Equal(new AuthorBand { MinFollowers = 500, MaxFollowers = 20_000 }, config.AuthorBand);
        Assert.Equal(45, config.HalfLifeMinutes);
        Assert.Equal(["derailment"], config.SensitiveSubjects);
        Assert.Equal("classic", config.Scoring);
        Assert.Equal(["The sleeper to Vienna leaves at 20:13"], config.Taxonomy[0].Facts);
        Assert.Equal("gemini-3.5-flash-lite", config.Generation.Model);
        Assert.Equal(1, config.Generation.Temperature);
        Assert.Equal("512", config.Generation.Thinking);
        Assert.Equal("local", config.Generation.Embedder);
        Assert.Equal(12, config.Generation.MaxTweetsPerRequest);
        Assert.Equal("tier1", config.Generation.Tier);
        Assert.Equal(new QuotaConfig { MaxRpm = 10, MaxTpm = 200_000, MaxRpd = 400, MaxSpend10Min = 2.5, MarginSeconds = 0.5 }, config.Quota);
        Assert.Equal((0.5, 2.0, 30.0), (config.Budget.Run, config.Budget.Day, config.Budget.Month));
        Assert.Equal([0.25, 0.75], config.Budget.AlertAt);
        Assert.Equal("https://example.org/alerts", config.Budget.Webhook);
        Assert.True(config.Voice.AllowProfanity);
    }

    [Theory]
    [InlineData("scoring: classic\nthresholds: {green_min: 0.7}\n")]
    [InlineData("thresholds: {green_min: 0.7}\nscoring: classic\n")]
    public void A_section_given_in_part_keeps_the_other_defaults_of_its_scorer(string yaml)
    {
        Assert.Equal(new ScoreThresholds { GreenMin = 0.7, YellowMin = 0.55 }, Good(yaml).Thresholds);
        Assert.Equal(ScoreThresholds.Calibrated with { GreenMin = 0.7 }, Good("thresholds: {green_min: 0.7}").Thresholds);
        Assert.Equal(new ScoreWeights { Velocity = 0.30, Relevance = 0.40 }, Good("weights: {velocity: 0.30, relevance: 0.40}\nscoring: classic").Weights);
    }

    [Fact]
    public void Fault22_loading_leaves_the_file_and_its_comments_untouched()
    {
        var path = Path.Combine(FixtureFolder, "parenting.yml");
        var before = (File.ReadAllBytes(path), File.GetLastWriteTimeUtc(path));
        FinderFile.Load("acme", path, Shown);
        Assert.Equal(before.Item1, File.ReadAllBytes(path));
        Assert.Equal(before.Item2, File.GetLastWriteTimeUtc(path));
    }

    [Theory]
    [InlineData("taxonomy:")]
    [InlineData("sources:\nweights: ~\nthresholds: {}\n")]
    [InlineData("sources:\n  whitelist_handles:\n  blacklist_keywords: null\n")]
    [InlineData("suggestions:\nlanguages:\ngeneration:\n  model:\nas_of:\nname:\n")]
    public void Fault22_an_empty_section_means_its_defaults(string yaml)
    {
        var config = Good(yaml);
        Assert.Equal(ScoreWeights.Calibrated, config.Weights);
        Assert.Equal(["en"], config.Languages);
        Assert.Equal(SuggestionKind.Defaults, config.Suggestions);
    }

    [Theory]
    [InlineData("name: x\nvoice:\n", 2, "voice", "is empty; give at least 'persona'")]
    [InlineData("voice: {}", 1, "voice", "is empty; give at least 'persona'")]
    [InlineData("", null, "", "is empty; give at least 'taxonomy' and 'voice'")]
    [InlineData("# only a comment\n", null, "", "is empty; give at least 'taxonomy' and 'voice'")]
    [InlineData("taxonomy:\n  -\n", 2, "taxonomy[1]", "found nothing; allowed: a group of keys: label, description, exemplars, facts")]
    [InlineData("taxonomy:\n  - label: a\n    exemplars: [x, ~]", 3, "taxonomy[1].exemplars[2]", "is empty; allowed: a text")]
    public void Fault22_emptiness_that_cannot_be_meant_is_named(string yaml, int? line, string key, string message) =>
        Assert.Equal(new ConfigProblem(Shown, line, key, message), OnlyProblem(yaml));

    [Fact]
    public void Fault10_weights_given_in_part_name_the_defaults_that_break_the_sum()
    {
        var problem = OnlyProblem("weights:\n  velocity: 0.7\n");
        Assert.Equal("weights", problem.Key);
        Assert.Equal(
            "add up to 1.55, not 1: velocity 0.7, relevance 0.4 (default), openness 0.35 (default), author_quality 0.1 (default)",
            problem.Message);
        Assert.Equal(0.25, Good("weights: {velocity: 0.25, relevance: 0.30}").Weights.Velocity);
        Assert.Equal(0.3335, Good("weights: {velocity: 0.3335, relevance: 0.3335, openness: 0.3335, author_quality: 0}").Weights.Openness);
    }

    [Theory]
    [InlineData("weights: {velocty: 0.35}", "weights.velocty", "unknown key; did you mean 'velocity'?")]
    [InlineData("Weight: {}", "Weight", "unknown key; did you mean 'weights'?")]
    [InlineData("weights: {author-quality: 0.1}", "weights.author-quality", "unknown key; did you mean 'author_quality'?")]
    [InlineData("thresholds: {blue: 1}", "thresholds.blue", "unknown key; known: green_min, yellow_min")]
    [InlineData("weights: {velocity: 0,35}", "weights.35", "unknown key; a number is written without a comma: 0.5 or 10000")]
    [InlineData("authors: {min_followers: 10,000}", "authors.000", "unknown key; a number is written without a comma: 0.5 or 10000")]
    [InlineData("embedder: gemini", "embedder", "unknown key; it belongs under 'generation'")]
    [InlineData("Max-RPM: 5", "Max-RPM", "unknown key; it belongs under 'quota', as 'max_rpm'")]
    [InlineData("persona: me", "persona", "unknown key; it belongs under 'voice'")]
    [InlineData("languages: >\n  folded\n", "languages", "found 'folded'; allowed: a list of language tags such as en or pt-BR, at least one")]
    [InlineData("languages: |\n  two\n  lines\n", "languages", "found 'two lines'; allowed: a list of language tags such as en or pt-BR, at least one")]
    [InlineData("weights: {velocity: 1.2}", "weights.velocity", "found '1.2'; allowed: a number from 0 to 1")]
    [InlineData("weights: {velocity: .nan}", "weights.velocity", "found '.nan'; allowed: a number from 0 to 1")]
    [InlineData("weights: {velocity: \"0.35\"}", "weights.velocity", "found the text '0.35'; write it without quotes")]
    [InlineData("weights: [0.35]", "weights", "found a list; allowed: a group of keys: velocity, relevance, openness, author_quality")]
    [InlineData("thresholds: {yellow_min: 0.8}", "thresholds", "yellow_min 0.8 is above green_min 0.48 (default)")]
    [InlineData("languages: en", "languages", "found 'en'; allowed: a list of language tags such as en or pt-BR, at least one")]
    [InlineData("languages: [english]", "languages[1]", "found 'english'; allowed: a language tag such as en or pt-BR")]
    [InlineData("suggestions: []", "suggestions", "found an empty list; allowed: a list of kinds of drafts, at least one")]
    [InlineData("suggestions: [ask_qestion]", "suggestions[1]", "found 'ask_qestion'; allowed: add_value, ask_question, mirror_reframe, funny, debate or relate; did you mean 'ask_question'?")]
    [InlineData("suggestions: [{kind: Add Value}]", "suggestions[1].kind", "found 'Add Value'; allowed: a name of lower-case letters, digits and _, such as add_value")]
    [InlineData("suggestions: [{kind: tip}]", "suggestions[1]", "'tip' needs an instruction: it is not one of the built-in kinds add_value, ask_question, mirror_reframe, funny, debate, relate")]
    [InlineData("suggestions: [{max_length: 90}]", "suggestions[1]", "needs 'kind': a name of lower-case letters, digits and _, such as add_value")]
    [InlineData("suggestions: [{kind: add_value, max_length: 30}]", "suggestions[1]", "min_length 30 must be below max_length 30")]
    [InlineData("suggestions: [add_value, {kind: add_value}]", "suggestions[2]", "repeats 'add_value' of line 1")]
    [InlineData("taxonomy: [{label: a}, {label: A}]", "taxonomy[2]", "repeats 'A' of line 1")]
    [InlineData("taxonomy: [{description: a}]", "taxonomy[1]", "needs 'label': a text")]
    [InlineData("generation: {provider: gemni}", "generation.provider", "found 'gemni'; allowed: gemini, openai or offline; did you mean 'gemini'?")]
    [InlineData("generation: {thinking: lowest}", "generation.thinking", "found 'lowest'; allowed: minimal, low, medium or high, or a whole number from 0 to 65,536")]
    [InlineData("generation: {thinking: -1}", "generation.thinking", "found '-1'; allowed: minimal, low, medium or high, or a whole number from 0 to 65,536")]
    [InlineData("quota: {margin_seconds: 31}", "quota.margin_seconds", "found '31'; allowed: a number from 0 to 30")]
    [InlineData("quota: {margin_seconds: -0.5}", "quota.margin_seconds", "found '-0.5'; allowed: a number from 0 to 30")]
    [InlineData("quota: {margin_seconds: 1s}", "quota.margin_seconds", "found '1s'; allowed: a number from 0 to 30")]
    [InlineData("generation: {temperature: 2.1}", "generation.temperature", "found '2.1'; allowed: a number from 0 to 2")]
    [InlineData("generation: {max_tokens: 80.5}", "generation.max_tokens", "found '80.5'; allowed: a whole number from 16 to 65,536")]
    [InlineData("as_of: yesterday", "as_of", "found 'yesterday'; allowed: a time from 1970 on, such as 2025-11-01T12:00:00Z")]
    [InlineData("voice: {persona: x, constraints: [Tip: be kind]}", "voice.constraints[1]", "found a group of keys; allowed: a text (a text that holds ': ' needs quotes)")]
    [InlineData("sources: {blacklist_handles: [\"two words\"]}", "sources.blacklist_handles[1]", "found 'two words'; allowed: a handle, with or without @")]
    [InlineData("name: a\nname: b", "name", "is given twice; first on line 1")]
    public void A_mistake_is_named_by_its_key_with_what_was_found_and_what_is_allowed(string yaml, string key, string message)
    {
        var problem = OnlyProblem(yaml);
        Assert.Equal((key, message), (problem.Key, problem.Message));
    }

    [Theory]
    [InlineData("2025-11-01", "2025-11-01T00:00:00Z")]
    [InlineData("2025-11-01T12:30", "2025-11-01T12:30:00Z")]
    [InlineData("\"2025-11-01 12:30:15.25\"", "2025-11-01T12:30:15.25Z")]
    [InlineData("2025-11-01T12:30:15-05:00", "2025-11-01T17:30:15Z")]
    public void A_time_without_a_zone_is_utc(string written, string meant)
    {
        var asOf = Good($"as_of: {written}").AsOf;
        Assert.Equal(DateTimeOffset.Parse(meant, CultureInfo.InvariantCulture), asOf);
        Assert.Equal(TimeSpan.Zero, asOf!.Value.Offset);
    }

    [Fact]
    public void All_problems_are_reported_at_once_with_their_lines()
    {
        var result = Read("""
            name: Acme
            weights:
              velocty: 0.35
            thresholds:
              green_min: 0.72
              yellow_min: 0.8
            voice:
            generation:
              temperature: hot
              modle: x
            """);
        Assert.Equal(
            [(3, "weights.velocty"), (5, "thresholds"), (7, "voice"), (9, "generation.temperature"), (10, "generation.modle")],
            result.Problems.Select(p => (p.Line!.Value, p.Key)));
    }
}
