using System.Globalization;
using ViralTracker.Core.Posts;

namespace ViralTracker.Pipeline.Importing;

/// <summary>Where a row stands in its file.</summary>
/// <param name="Line">Line on which the row, or the page that holds it, begins; from 1.</param>
/// <param name="Element">Position among the array's elements or the page's posts, from 1; null for a row that is a line.</param>
public readonly record struct RowPlace(string File, long Line, long? Element = null)
{
    public override string ToString() => Element is { } element
        ? string.Create(CultureInfo.InvariantCulture, $"{File}:{Line} (element {element})")
        : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}");
}

/// <summary>What is wrong with one field of a row.</summary>
/// <param name="Field">The file's own name for it.</param>
/// <param name="Found">The value, cut to be shown on a line; <c>nothing</c> when absent.</param>
/// <param name="Advice">What to do about it.</param>
public sealed record RowProblem(string Field, string Found, string Reason, string Advice)
{
    public override string ToString() => $"{Field}: {Reason}, found {Found}; {Advice}";
}

/// <summary>What reading one row of a file came to: a closed set.</summary>
public abstract record ImportItem
{
    private ImportItem(RowPlace place) => Place = place;

    public RowPlace Place { get; init; }

    /// <summary>A post to keep. Warnings name fields that were left out of it.</summary>
    public sealed record Found(RowPlace Place, Post Post, IReadOnlyList<RowProblem> Warnings) : ImportItem(Place);

    /// <summary>Someone else's post passed on; nothing to answer here.</summary>
    public sealed record Repost(RowPlace Place) : ImportItem(Place);

    /// <summary>The source said that it has nothing: <c>{"noResults": true}</c>, an empty page, an empty file.</summary>
    public sealed record Nothing(RowPlace Place) : ImportItem(Place);

    /// <summary>A row that can't become a post. The rows after it are still read.</summary>
    public sealed record BadRow(RowPlace Place, RowProblem Problem) : ImportItem(Place);

    /// <summary>A remark of the source about its own answer, such as a suspended user; no row is lost.</summary>
    public sealed record Note(RowPlace Place, string Text) : ImportItem(Place);

    /// <summary>The file, or what is left of it, can't be read. Always the last item.</summary>
    public sealed record Unreadable(RowPlace Place, string Reason) : ImportItem(Place);
}
