using ViralTracker.Core.Projects;
using ViralTracker.Core.Quality;
using Xunit;

namespace ViralTracker.Core.Tests.Quality;

public sealed class QualityGoldenTests
{
    private static readonly SuggestionKind ReferenceLimits = new("add_value", "", 30, 120);

    private static readonly Dictionary<int, string> DifferOnPurpose = new()
    {
        [10] = "fault 19: spaces are no text",
        [11] = "fault 19: line breaks are no text",
        [18] = "fault 19: phrases are matched as words, so sharingxxx is none",
        [20] = "fault 19: phrases are matched as words, so sharingxxx is none",
        [21] = "fault 19: phrases are matched as words, so morexxx is none",
        [23] = "fault 19: a curly apostrophe hides no phrase",
        [24] = "fault 19: short phrases match too",
        [29] = "fault 19: short phrases match too",
        [30] = "fault 19: short phrases match too",
        [35] = "fault 19: added commas hide no copy",
        [5] = "X counts an emoji as two, so it is long enough; but no word is about the post",
        [6] = "no word is about the post",
        [7] = "X counts a joined emoji as two",
        [8] = "X counts a joined emoji as two, so it is not too long; but no word is about the post",
        [9] = "X counts a letter and its accent as one",
        [17] = "'great one now' adds nothing to the thanks",
        [31] = "function words alone say nothing",
        [42] = "fault 19: another case of ß or İ hides no copy",
        [44] = "a link",
        [47] = "function words alone say nothing",
        [48] = "function words alone say nothing",
        [50] = "a hashtag",
        [51] = "a link",
        [52] = "a link",
        [53] = "a link",
        [55] = "a handle",
        [56] = "X counts the link as 23, so it is not too long; but it is a link",
        [57] = "handles",
        [59] = "hashtags",
        [60] = "a link",
        [62] = "a link",
        [63] = "a link",
        [65] = "a link",
        [66] = "hashtags",
        [68] = "a link",
    };

    [Fact]
    public void The_filter_decides_as_the_reference_but_for_fault_19_and_the_rules_it_lacked() =>
        Golden.AssertSame(
            Golden.Cases("_quality_filter_suggestion").Select(c => (c, c.Error is null ? c.Result[1].GetString()?.Split(':')[0] : "too_short", Reason(c))),
            DifferOnPurpose);

    // A draft that is no text at all makes the reference fail; ours reads it as empty.
    private static string? Reason(GoldenCase c) =>
        QualityFilter.Judge(new(c.In.Text("suggestion_text") ?? "", new(c.In.Text("tweet_text")!), ReferenceLimits), Contexts.Empty).Rejection?.Rule switch
        {
            QualityRule.TooShort => "too_short",
            QualityRule.TooLong => "too_long",
            QualityRule.Generic => "generic_phrase",
            QualityRule.CopiesPost => "circular_response",
            null => null,
            var ours => ours.ToString(),
        };
}
