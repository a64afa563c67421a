using ViralTracker.Core.Projects;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>A draft to be checked, with what the rules compare it to.</summary>
public sealed class DraftToCheck(string text, string postText, SuggestionKind kind)
{
    public string Text { get; } = text.Trim();
    public string PostText { get; } = postText;
    public SuggestionKind Kind { get; } = kind;

    /// <summary>
    /// In code points, as the reference counts and as <c>maxLength</c> of a JSON schema does, so that the limit
    /// sent to a model is the one applied here. White space around the text does not count.
    /// </summary>
    public int Length { get; } = text.Trim().EnumerateRunes().Count();

    /// <summary><see cref="TextFolding.Fold"/> of the text with plain apostrophes.</summary>
    public string Folded { get; } = TextFolding.Fold(text.Trim()).Replace('’', '\'').Replace('‘', '\'');
}
