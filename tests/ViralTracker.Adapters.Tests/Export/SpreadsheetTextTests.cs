using ViralTracker.Pipeline.Export;
using Xunit;

namespace ViralTracker.Adapters.Tests.Export;

public sealed class SpreadsheetTextTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1 to this")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1:A9)")]
    [InlineData("=HYPERLINK(\"https://example.org\",\"here\")")]
    [InlineData("@name|' /C calc'!A0")]
    [InlineData("@name thanks +cmd|' /C calc'!A0")]
    [InlineData("@name see [book.xlsx]Sheet!A1")]
    [InlineData("@name+'\\\\server\\share\\book.xlsx'!total")]
    [InlineData("@name+'https://example.org/book.xlsx'!$A$1")]
    [InlineData("@name see book.xlsx！total")]
    [InlineData("＝1+1")]
    [InlineData("＠SUM（A1）")]
    [InlineData("−5 today")]
    [InlineData("\t=1+1")]
    [InlineData("\rplain")]
    [InlineData("\nplain")]
    [InlineData("  =1+1")]
    [InlineData("\u200B=1+1")]
    [InlineData("\uFEFF=1+1")]
    [InlineData("@ lonely sign")]
    [InlineData("'=1+1")]
    public void Fault21_cell_that_a_spreadsheet_would_run_becomes_text(string text) =>
        Assert.Equal("'" + text, SpreadsheetText.Safe(text));

    [Theory]
    [InlineData("@some_one Why does it work? It's 3-4 days.")]
    [InlineData("@some_one wow!! What a launch! 'Best' one yet!\nCongratulations!")]
    [InlineData("@a")]
    [InlineData("@a @b thanks = good")]
    [InlineData(" @a thanks")]
    [InlineData("#hashtag first")]
    [InlineData("\"=1+1\" is a formula")]
    [InlineData("Use =1+1")]
    [InlineData("5 - 3 = 2")]
    [InlineData("'90s music")]
    [InlineData("👍 =1+1")]
    [InlineData("")]
    [InlineData("   ")]
    public void Fault21_mentions_and_plain_texts_stay_as_they_are(string text) =>
        Assert.Equal(text, SpreadsheetText.Safe(text));
}
