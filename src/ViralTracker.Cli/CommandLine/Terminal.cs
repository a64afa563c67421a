using System.CommandLine;
using ViralTracker.Cli.Screens;

namespace ViralTracker.Cli.CommandLine;

/// <summary>What the run may show, and where: results on standard output, everything about the run on standard error.</summary>
internal sealed class Terminal
{
    private const int PipedWidth = 120;
    private const int NarrowestTable = 60;

    public Terminal(ParseResult parsed)
    {
        Json = parsed.GetValue(GlobalOptions.Json);
        Verbose = parsed.GetValue(GlobalOptions.Verbose);
        Quiet = parsed.GetValue(GlobalOptions.Quiet);
        var noColor = parsed.GetValue(GlobalOptions.NoColor) || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        var dumb = Environment.GetEnvironmentVariable("TERM") == "dumb";
        Color = !noColor && !dumb && !Console.IsOutputRedirected;
        Live = !Json && !Quiet && !dumb && !Console.IsErrorRedirected && !Console.IsOutputRedirected;
        Marks = !noColor;
        Width = ReadWidth();
        Suggested = new SuggestedCommands(parsed);
    }

    public bool Json { get; }
    public bool Verbose { get; }
    public bool Quiet { get; }

    /// <summary>ANSI colours on standard output.</summary>
    public bool Color { get; }

    /// <summary>A bar that redraws itself; else a line every few seconds.</summary>
    public bool Live { get; }

    /// <summary>Coloured marks such as 🟢; else words.</summary>
    public bool Marks { get; }

    public int Width { get; }

    /// <summary>For suggestions that are not told by <see cref="Next"/>, <see cref="Note"/> or <see cref="Problem"/>, which do it themselves.</summary>
    public SuggestedCommands Suggested { get; }

    public TextWriter Out { get; } = Console.Out;

    /// <summary>
    /// Standard error, to which writing never fails (<see cref="StandardError"/>); another writer takes it over from everybody, also from who
    /// knows no terminal.
    /// </summary>
    public TextWriter Error
    {
        get;
        set
        {
            Console.SetError(value);
            field = Console.Error;
        }
    } = Console.Error;

    /// <summary>Text for people on standard output, which steers the terminal by no more than <see cref="Paint"/>; silent with --json.</summary>
    public void Say(string line = "")
    {
        if (!Json) Out.WriteLine(Paint.Plain(line));
    }

    /// <summary>The commands that may come next, on standard output; silent with --json and --quiet.</summary>
    public void Next(params ReadOnlySpan<string> commands)
    {
        if (Quiet) return;
        for (var i = 0; i < commands.Length; i++) Say((i == 0 ? "Next    " : "        ") + Suggested.In(commands[i]));
    }

    /// <summary>A remark about the run, on standard error; silent with --quiet.</summary>
    public void Note(string line)
    {
        if (!Quiet) Problem(line);
    }

    /// <summary>What went wrong, on standard error, whatever else is silent.</summary>
    public void Problem(string line) => Tell(Error, Suggested.In(line));

    /// <summary>Names and texts of others, which may stand in a line, steer no terminal.</summary>
    public static void Tell(TextWriter error, string line) => error.WriteLine(Cells.Plain(line));

    private static int ReadWidth()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) && columns > 0) return Math.Max(columns, NarrowestTable);
        if (Console.IsOutputRedirected) return PipedWidth;
        try
        {
            return Math.Max(Console.WindowWidth, NarrowestTable);
        }
        catch (IOException)
        {
            return PipedWidth;
        }
    }
}
