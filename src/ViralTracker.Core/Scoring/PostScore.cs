using System.Globalization;

namespace ViralTracker.Core.Scoring;

public enum ScoreLabel
{
    Red,
    Yellow,
    Green,
}

/// <summary>Scores of one post for one project. Components and total are 0..1.</summary>
public sealed record PostScore
{
    public required double Velocity { get; init; }
    public required double Relevance { get; init; }
    public required double Openness { get; init; }
    public required double AuthorQuality { get; init; }

    /// <summary>Less than 1 where the post is about none of the topics.</summary>
    public double OnTopic { get; init; } = 1;

    /// <summary>Less than 1 where a stranger has hardly anything specific to answer, as to headlines, notices and bait.</summary>
    public double Answerable { get; init; } = 1;

    /// <summary>By how much velocity, openness and author count: neither fame nor a question is worth anything off the topic, or where there is nothing to say.</summary>
    public double Counts => OnTopic * Answerable;
    public required double Total { get; init; }
    public required ScoreLabel Label { get; init; }

    /// <summary>The total in so many digits, rounded down: below a threshold it never looks as if it had reached it.</summary>
    public string TotalText(int digits) => RoundedDown(Total, digits).ToString($"F{digits}", CultureInfo.InvariantCulture);

    internal static decimal RoundedDown(double total, int digits)
    {
        var unit = (decimal)Math.Pow(10, digits);
        return Math.Floor((decimal)total * unit) / unit;
    }

    /// <summary>Label of the nearest topic, or <c>unknown</c> when the project has none.</summary>
    public required string Topic { get; init; }

    /// <summary>Match with the nearest topic before any calibration, for the rationale.</summary>
    public required double TopicMatch { get; init; }

    /// <summary>One line of reasons, at most 100 characters.</summary>
    public required string Why { get; init; }

    /// <summary>Inputs and intermediate values by name, for <c>explain</c>.</summary>
    public ScoreInputs Inputs { get; init; } = ScoreInputs.None;
}
