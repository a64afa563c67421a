using System.Collections.Frozen;
using System.Collections.Immutable;
using ViralTracker.Core.Language;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Similarity;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>A draft to be checked, with the post it answers.</summary>
/// <param name="post">The same instance may serve all drafts of the post.</param>
public sealed class DraftToCheck(string text, AnsweredPost post, SuggestionKind kind)
{
    private float[]? _vector;

    public string Text { get; } = text.Trim();
    public AnsweredPost Post { get; } = post;
    public SuggestionKind Kind { get; } = kind;

    /// <summary>As X counts; white space around the text does not count.</summary>
    public int Length { get; } = XLength.Of(text.Trim());

    /// <summary><see cref="TextFolding.FoldProse"/> of the text.</summary>
    public string Folded { get; } = TextFolding.FoldProse(text.Trim());

    /// <summary>The folded text without what it quotes; all of it where most is quoted.</summary>
    internal string Unquoted => field ??= Quotations.Without(Folded);

    /// <summary>The folded text's words with one space before, between and after them; unspaced scripts stay runs.</summary>
    public string Spaced => field ??= Texts.Words.Spaced(Folded);

    // Asked by several rules, made once. Two threads may make one at the same time: the same one.
    internal Word[] Words => field ??= [.. Texts.Words.Of(Spaced)];
    internal CharGrams Grams => field ??= CharGrams.Of(Words);
    internal string Visible => field ??= ForbiddenParts.Visible(Text);

    /// <summary>Its unit vector; zeros where nothing in it is known.</summary>
    internal float[] Vector(PostEmbedder embedder) => _vector ??= embedder.Vector(Text);

    /// <summary>Language the text reads as, or null.</summary>
    internal string? Language => (field ??= WrongLanguage.Language(Text) ?? "") is { Length: > 0 } language ? language : null;

    /// <summary>English by its words, or else by its post's.</summary>
    internal bool ReadsEnglish => (Language ?? Post.ReadLanguage ?? LanguageTag.Primary(Post.Language)) is null or "en";
}

/// <summary>The post that drafts answer, in the forms the rules compare with.</summary>
/// <param name="language">The source's tag; null where it gave none.</param>
/// <param name="id">The store's id; 0 where there is none.</param>
public sealed class AnsweredPost(string text, string? language = null, long id = 0)
{
    private float[]? _vector;

    public string Text { get; } = text;
    public string? Language { get; } = language;
    public long Id { get; } = id;

    /// <summary>The language asked for, where it is another than the post's.</summary>
    public string? AnswerIn { get; init; }

    public string Folded { get; } = TextFolding.FoldProse(text);

    internal Word[] Words => field ??= [.. Texts.Words.Of(Texts.Words.Spaced(Folded))];
    internal CharGrams Grams => field ??= CharGrams.Of(Words);
    internal HashSet<string> Content => field ??= ContentWords.Of(Words);
    internal HashSet<string> Stems => field ??= ContentWords.Of(Words, stem: DraftMerits.Stem);
    internal HashSet<string> SpelledNumbers => field ??= [.. Quality.SpelledNumbers.AllOf(Words)];
    internal FactSource Facts => field ??= new FactSource(Text, Folded, Words);

    /// <summary>Its unit vector; zeros where nothing in it is known.</summary>
    internal float[] Vector(PostEmbedder embedder) => _vector ??= embedder.Vector(Text);

    internal string Script => field ??= WritingScript.Of(Text);

    /// <summary>Language the text reads as, or null.</summary>
    internal string? ReadLanguage => (field ??= WrongLanguage.Language(Text) ?? "") is { Length: > 0 } language ? language : null;

    /// <summary>The person's own replies to posts like this one: examples of the voice.</summary>
    public ImmutableArray<string> Replies { get; init; } = [];

    internal WritingStyle[] ReplyStyles => field ??= [.. Replies.Select(WritingStyle.Of)];

    /// <summary>What others replied to it.</summary>
    public ImmutableArray<string> OthersReplies { get; init; } = [];

    internal CharGrams[] OthersGrams => field ??= [.. OthersReplies.Select(CharGrams.Of)];

    /// <summary>Orders to machines in the post; null where there are none.</summary>
    public Instruction? Instruction { get; } = InstructionLike.Check(text);

    /// <summary>It asks which tool, service, channel or place others use.</summary>
    internal bool AsksForNames => NameQuestion.Length > 0;

    private string NameQuestion => field ??= NameQuestions.Find(Folded) ?? "";

    /// <summary>Names of sentences that may be orders.</summary>
    internal FrozenSet<string> Suspects => field ??= PossibleOrder.Names(Text);
}
