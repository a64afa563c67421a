using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using ViralTracker.Cli.Composition;
using ViralTracker.Cli.Screens;

namespace ViralTracker.Cli.CommandLine;

/// <summary>Options shared by several verbs.</summary>
internal static class SharedOptions
{
    private const int LongestHelpName = 40;

    public static Option<string> Project() => new("--project", "-p")
    {
        Description = "The project: a folder under projects/",
        HelpName = "SLUG",
        Required = true,
        CompletionSources = { Session.Slugs },
    };

    public static Option<string?> ProjectFilter() => new("--project", "-p")
    {
        Description = "Only this project",
        HelpName = "SLUG",
        CompletionSources = { Session.Slugs },
    };

    public static Option<DateTimeOffset?> Moment(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result =>
        {
            var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
            if (Core.Texts.UtcText.TryParse(text, out var time)) return time;
            result.AddError($"{name}: '{text}' is not a time from 1970 on; write 2025-11-01, 2025-11-01T12:00 or 2025-11-01T12:00:00+01:00 (UTC unless a zone is given)");
            return null;
        },
    };

    /// <summary>Hours before a run's moment: few enough for any of them to be a date.</summary>
    public static Option<double?> Hours(string description, double? value = null)
    {
        var option = Limit("--hours-back", description, 0.01, 1_000_000);
        if (value is not null) option.DefaultValueFactory = _ => value;
        return option;
    }

    /// <summary>A number within bounds, with a default.</summary>
    public static Option<T> Number<T>(string name, string description, T value, T least, T most)
        where T : struct, INumber<T> => new(name)
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => value,
            CustomParser = result => Read(result, name, least, most) ?? value,
        };

    /// <summary>A number within bounds, or none.</summary>
    public static Option<T?> Limit<T>(string name, string description, T least, T most, string helpName = "N")
        where T : struct, INumber<T> => new(name)
        {
            Description = description,
            HelpName = helpName,
            CustomParser = result => Read(result, name, least, most),
        };

    /// <summary>The same whatever the machine's language: 1.5 is one and a half, and no sign stands between thousands.</summary>
    private static T? Read<T>(ArgumentResult result, string name, T least, T most)
        where T : struct, INumber<T>
    {
        var text = result.Tokens[0].Value;
        if (!TryRead<T>(text, out var given)) result.AddError($"{name}: '{text}' is not a {(IsWhole<T>() ? "whole number" : "number")}{WithoutComma<T>(text)}");
        // Not a number is neither below nor above.
        else if (!(given >= least)) result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name}: must be at least {least}"));
        else if (given > most) result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name}: must be at most {most}"));
        else return given;
        return null;
    }

    private static string WithoutComma<T>(string text)
        where T : struct, INumber<T> =>
        text.Replace(',', '.') is var pointed && pointed != text && TryRead<T>(pointed, out _) ? $"; write {pointed}" : "";

    private static bool TryRead<T>(string text, out T number)
        where T : struct, INumber<T> =>
        T.TryParse(text, IsWhole<T>() ? NumberStyles.Integer : NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static bool IsWhole<T>() => typeof(T) == typeof(int) || typeof(T) == typeof(long);

    /// <summary>One of an enum's values, written in snake case.</summary>
    public static Option<T?> Choice<T>(string name, string description, params T[] among)
        where T : struct, Enum
    {
        var values = among.Length > 0 ? among : Enum.GetValues<T>();
        var names = new string[values.Length];
        for (var i = 0; i < names.Length; i++) names[i] = Words.Snake(values[i]);
        var shown = string.Join('|', names);
        var option = new Option<T?>(name)
        {
            Description = shown.Length <= LongestHelpName ? description : $"{description}: {string.Join(", ", names)}",
            HelpName = shown.Length <= LongestHelpName ? shown : "NAME",
            CustomParser = result =>
            {
                var given = result.Tokens[0].Value;
                if (Array.FindIndex(names, known => known.Equals(given, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at) return values[at];
                result.AddError(Unknown(name, given, names));
                return null;
            },
        };
        // The library's own are the enum's names in C#.
        option.CompletionSources.Clear();
        option.CompletionSources.Add(names);
        return option;
    }

    /// <summary>Only these values, which a shell completes.</summary>
    public static Option<T> Among<T>(this Option<T> option, params string[] names)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var given, ..] && Array.IndexOf(names, given.Value) < 0) result.AddError(Unknown(option.Name, given.Value, names));
        });
        option.CompletionSources.Add(names);
        return option;
    }

    /// <inheritdoc cref="Among{T}(Option{T}, string[])"/>
    public static Argument<string> Among(this Argument<string> argument, params string[] names)
    {
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [var given, ..] && Array.IndexOf(names, given.Value) < 0) result.AddError(Unknown(argument.Name, given.Value, names));
        });
        argument.CompletionSources.Add(names);
        return argument;
    }

    /// <summary>What is said of a value that is not among those there are.</summary>
    public static string Unknown(string name, string given, IEnumerable<string> known) => $"{name}: '{given}' is unknown; use one of {string.Join(", ", known)}";

    /// <summary>Whether a line gives this option, rather than its default.</summary>
    public static bool Gives(this ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    /// <summary>A switch with its counterpart: <c>--use-gate</c> and <c>--no-use-gate</c>.</summary>
    public static (Option<bool> Yes, Option<bool> No) Switch(string name, string description, string noDescription) =>
        (new Option<bool>("--" + name) { Description = description }, new Option<bool>("--no-" + name) { Description = noDescription });

    /// <summary>Value of a switch that is on unless its counterpart is given; both together are a mistake.</summary>
    public static bool IsOn(this ParseResult parsed, (Option<bool> Yes, Option<bool> No) pair, bool byDefault = true)
    {
        var (yes, no) = (parsed.GetValue(pair.Yes), parsed.GetValue(pair.No));
        if (yes && no) throw Contradiction(pair.Yes, pair.No);
        return yes || (!no && byDefault);
    }

    public static UserErrorException Contradiction(Option one, Option other) => new($"{one.Name} and {other.Name} contradict each other; use only one");
}
