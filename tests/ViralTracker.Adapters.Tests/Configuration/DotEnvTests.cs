using ViralTracker.Adapters.Configuration;
using Xunit;

namespace ViralTracker.Adapters.Tests.Configuration;

public sealed class DotEnvTests
{
    [Theory]
    [InlineData("KEY=value", "value")]
    [InlineData("  export KEY = value  ", "value")]
    [InlineData("KEY=", "")]
    [InlineData("KEY=a=b", "a=b")]
    [InlineData("KEY=value # why", "value")]
    [InlineData("KEY=a#b", "a#b")]
    [InlineData("KEY=# nothing", "")]
    [InlineData("KEY='as $written \\n # here'", "as $written \\n # here")]
    [InlineData("KEY=\"two\\nlines \\\"quoted\\\" \\\\ \\d\" # why", "two\nlines \"quoted\" \\ \\d")]
    [InlineData("\uFEFFKEY=value\r", "value")]
    [InlineData("# first\n\nKEY=one\nKEY=two", "two")]
    public void A_line_gives_its_value(string text, string expected)
    {
        var entry = Assert.Single(DotEnv.Parse(".env", text).Value!);
        Assert.Equal(("KEY", expected), (entry.Key, entry.Value));
    }

    [Theory]
    [InlineData("A=1\nsecret-without-a-name", 2, "", "is not KEY=VALUE; a key is letters, digits and _")]
    [InlineData("secret-key=1", 1, "", "is not KEY=VALUE; a key is letters, digits and _")]
    [InlineData("KEY=\"secret", 1, "KEY", "opens a quote that is not closed on the same line")]
    [InlineData("KEY='a' secret", 1, "KEY", "has text after the closing quote")]
    public void A_bad_line_is_named_without_its_secret(string text, int line, string key, string message)
    {
        var problem = Assert.Single(DotEnv.Parse(".env", text).Problems);
        Assert.Equal((".env", line, key, message), (problem.File, problem.Line, problem.Key, problem.Message));
        Assert.DoesNotContain("secret", problem.ToString());
    }

    [Theory]
    [InlineData("KEY=a", "a", 1)]
    [InlineData("# first\n\nexport KEY='a' # why\r", "a", 3)]
    [InlineData("KEY=a\nKEY=b\nKEY=a", "a", 3)]
    [InlineData("KEY=b", "a", null)]
    [InlineData("OTHER=a", "a", null)]
    [InlineData("KEY='a", "a", null)]
    [InlineData("KEY=a", null, null)]
    public void The_line_that_gives_a_value_is_found(string text, string? value, int? line) => Assert.Equal(line, DotEnv.LineOf(text, "KEY", value));

    [Fact]
    public void The_environment_wins_even_where_it_is_set_to_nothing()
    {
        var entries = DotEnv.Parse(".env", "SET=file\nEMPTY=file\nABSENT=file").Value!;
        var missing = DotEnv.Missing(entries, key => key switch { "SET" => "shell", "EMPTY" => "", _ => null });
        Assert.Equal(["ABSENT"], missing.Select(e => e.Key));
    }

    [Fact]
    public void An_absent_file_is_no_problem() =>
        Assert.Empty(DotEnv.Apply(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), ".env"), ".env"));
}
