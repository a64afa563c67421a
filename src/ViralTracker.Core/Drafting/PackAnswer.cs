namespace ViralTracker.Core.Drafting;

/// <summary>One post's part of an answer.</summary>
/// <param name="Drafts">Kind → text; null where the model found nothing worth saying.</param>
/// <param name="Missing">Kinds that must be asked again, with the reason.</param>
public sealed record PostAnswer(string Alias, IReadOnlyDictionary<string, string?> Drafts, IReadOnlyDictionary<string, AnswerFault> Missing);

/// <summary>Why a part of an answer is not usable.</summary>
public enum AnswerFault
{
    /// <summary>The post or kind is not in the answer.</summary>
    Missing,

    /// <summary>The same post twice with different drafts: which is whose cannot be known.</summary>
    Repeated,

    /// <summary>Not text, or text far over its kind's limit.</summary>
    Malformed,
}

/// <summary>What an answer holds for each post that was asked.</summary>
/// <param name="Parts">Exactly one for each post asked, in the order asked.</param>
/// <param name="Readable">False when no part of the answer could be read as JSON.</param>
/// <param name="Complete">False when the answer broke off.</param>
public sealed record PackAnswer(IReadOnlyList<PostAnswer> Parts, bool Readable, bool Complete);
