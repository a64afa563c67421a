using System.Globalization;
using System.Text;
using ViralTracker.Adapters.Projects;
using ViralTracker.Core.Projects;
using Xunit;

namespace ViralTracker.Adapters.Tests.Projects;

public sealed class FinderFileSyntaxTests
{
    private static Validated<ProjectConfig> Read(byte[] bytes) => FinderFile.Parse("acme", "f", "f", bytes);

    private static Validated<ProjectConfig> Read(string yaml) => Read(Encoding.UTF8.GetBytes(yaml));

    [Theory]
    [InlineData("name: a\nvoice:\n\tpersona: b\n", 3, "is indented with a tab; YAML takes only spaces")]
    [InlineData("sources:\n  whitelist_handles:\n  - @ann_demo\n", 3, "starts a value with a character that YAML reserves (such as @, ` or %); put the value in quotes")]
    [InlineData("name: Tips: all of them\n", 1, "has a ': ' where no key can be; put a text that contains ': ' in quotes, or fix the indentation")]
    [InlineData("name: 'open\n\nlanguages: [en]\n", 1, "opens a quote that is never closed")]
    [InlineData("name: \"open\nlanguages: [en]\n", 1, "opens a quote that is never closed")]
    [InlineData("languages: [en, de\nname: x\n", 2, "has a '[' or '{' that is never closed, or a ',' missing inside it")]
    [InlineData("weights: {velocity: 1\n", 2, "has a '[' or '{' that is never closed, or a ',' missing inside it")]
    [InlineData("name: \"C:\\dir\"\n", 1, "has an unknown escape in double quotes; write '\\\\' for a backslash, or use single quotes")]
    [InlineData("voice:\n  persona: x\n constraints: []\n", 3, "does not fit: keys of one group, and the dashes of one list, must start in the same column")]
    [InlineData("name: 'it's'\n", 1, "does not fit: fix the indentation or the quotes (inside '…' an apostrophe is written twice)")]
    [InlineData("name: *nobody\n", 1, "refers to '*nobody', which no '&nobody' above it defines")]
    [InlineData("taxonomy: &a [*a]\n", 1, "'*a' stands inside what it refers to")]
    [InlineData("name: a\n---\nname: b\n", 2, "starts a second document; a project is one document, so remove the '---'")]
    [InlineData("? [a, b]\n: c\n", 1, "uses a list or a group of keys as a key")]
    [InlineData("<<: text\n", 1, "'<<' merges a group of keys, but found 'text'")]
    public void Broken_yaml_is_explained_with_its_line(string yaml, int line, string message)
    {
        var problem = Assert.Single(Read(yaml).Problems);
        Assert.Equal((line, "", message), (problem.Line, problem.Key, problem.Message));
    }

    [Theory]
    [InlineData("- a\n- b\n")]
    [InlineData("just a text\n")]
    public void A_file_that_is_no_group_of_keys_says_which_keys_there_are(string yaml) =>
        Assert.Contains("taxonomy, voice, sources", Assert.Single(Read(yaml).Problems).Message);

    [Fact]
    public void Nested_aliases_that_would_grow_without_bound_are_refused()
    {
        var yaml = new StringBuilder("a: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 40; i++)
            yaml.Append(CultureInfo.InvariantCulture, $"b{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n");
        var problem = Assert.Single(Read(yaml.ToString()).Problems);
        Assert.Contains("once its aliases are expanded", problem.Message);
    }

    [Fact]
    public void Bottomless_nesting_is_refused() =>
        Assert.Equal("is nested deeper than 32 levels", Assert.Single(Read("a: " + new string('[', 50_000)).Problems).Message);

    [Fact]
    public void A_file_beyond_1_MB_is_refused() =>
        Assert.Contains("1 MB", Assert.Single(Read("name: " + new string('x', 1 << 20)).Problems).Message);

    [Fact]
    public void Byte_order_mark_and_windows_line_ends_are_read()
    {
        var result = Read([0xEF, 0xBB, 0xBF, .. "name: Å\r\nweights:\r\n  velocty: 1\r\n"u8]);
        Assert.Equal(3, Assert.Single(result.Problems).Line);
        Assert.Equal("Å", Read([0xEF, 0xBB, 0xBF, .. "name: Å\r\n"u8]).Value!.Name);
    }

    [Fact]
    public void Other_encodings_are_named_not_guessed()
    {
        var latin = Assert.Single(Read([.. "name: x\nlanguages: [en]\nvoice: {persona: "u8, 0xE9, (byte)'}']).Problems);
        Assert.Equal((3, "holds bytes that are not UTF-8; save it as UTF-8"), (latin.Line, latin.Message));
        Assert.Equal("is UTF-16; save it as UTF-8", Assert.Single(Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("name: x")).ToArray()).Problems).Message);
    }

    [Fact]
    public void Text_of_any_shape_gives_a_configuration_or_problems_and_never_an_exception()
    {
        string[] pieces = ["name", ": ", "\n", "  ", "- ", "[", "]", "{", "}", "'", "\"", "&a ", "*a", "|", ">", "\t", "weights", "velocity", "0.5", "<<", "#", "!!x ", "%", "---\n", "?", ",", "\0", "é"];
        var random = new Random(7);
        for (var i = 0; i < 5_000; i++)
        {
            var yaml = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)]));
            var result = Read(yaml);
            Assert.True(result.Value is null != result.Problems.IsEmpty, yaml);
        }
    }
}
