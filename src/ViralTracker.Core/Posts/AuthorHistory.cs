namespace ViralTracker.Core.Posts;

/// <summary>Replies of ours to an author, and how many of them were answered, as far as the stored posts tell.</summary>
public readonly record struct AuthorHistory(int Replies, int Answered);
