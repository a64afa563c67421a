using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Cli.Screens;

/// <summary>Follows a drafting run: a bar that redraws itself in a terminal, a line every few seconds elsewhere. On standard error.</summary>
internal sealed class DraftProgress(Terminal terminal, TimeProvider time) : IDraftObserver
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(5);

    /// <summary>What it shows changes once a second. Drawn ten times a second, the default, it took 0.9 % of a core from a run that only waited.</summary>
    private static readonly TimeSpan RedrawEvery = TimeSpan.FromMilliseconds(500);

    /// <summary>A wait so long is told at once: nothing else happens until it is over.</summary>
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly long _started = time.GetTimestamp();
    private TimeSpan _lastLine;
    private TimeSpan _plannedTime;
    private int _posts, _done, _sent, _planned;
    private NanoUsd _cost;
    private bool _unpriced;
    private DraftEvent.Waiting? _waiting;
    private DateTimeOffset _told;
    private ProgressTask? _bar;

    public void On(DraftEvent happened)
    {
        lock (_lock)
        {
            switch (happened)
            {
                case DraftEvent.Planned planned:
                    (_posts, _planned, _plannedTime) = (planned.Posts, planned.Choice.Requests, planned.Choice.Finish);
                    if (_bar is not null) _bar.MaxValue = planned.Posts;
                    break;
                case DraftEvent.Waiting waiting:
                    _waiting = waiting;
                    break;
                case DraftEvent.Sent:
                    _sent++;
                    _waiting = null;
                    break;
                case DraftEvent.Answered answered:
                    _cost += answered.Settlement.Cost ?? NanoUsd.Zero;
                    _unpriced |= answered.Settlement is { State: CallState.Settled, Cost: null };
                    break;
                case DraftEvent.PostDone:
                    _done++;
                    if (_bar is not null) _bar.Value = _done;
                    break;
            }
            if (!terminal.Live && !terminal.Quiet && !terminal.Json) Line();
        }
    }

    /// <summary>Runs the work under the bar.</summary>
    public async Task<T> WatchAsync<T>(Func<Task<T>> work)
    {
        if (!terminal.Live) return await work();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(terminal.Error),
            ColorSystem = terminal.Color ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Ansi = AnsiSupport.Yes,
        });
        var error = terminal.Error;
        // Whoever writes to standard error meanwhile would write into the bar.
        terminal.Error = new AboveBar(console, terminal.Width);
        try
        {
            return await DrawAsync(console, work);
        }
        finally
        {
            terminal.Error = error;
        }
    }

    private Task<T> DrawAsync<T>(IAnsiConsole console, Func<Task<T>> work) =>
        new Progress(console) { RefreshRate = RedrawEvery }.AutoClear(true).HideCompleted(false)
            .Columns(new ProgressBarColumn { Width = Math.Min(40, terminal.Width / 3) }, new StatusColumn(Status))
            .StartAsync(async context =>
            {
                _bar = context.AddTask("drafting", maxValue: 1);
                return await work();
            });

    private void Line()
    {
        var elapsed = time.GetElapsedTime(_started);
        var waits = _waiting is { Until: var until } && (until is null || (until - time.GetUtcNow() > LongWait && until - _told > LongWait));
        if (!waits && elapsed - _lastLine < LineEvery) return;
        if (_waiting?.Until is { } told && waits) _told = told;
        _lastLine = elapsed;
        terminal.Error.WriteLine(Status());
    }

    private string Status()
    {
        lock (_lock)
        {
            var requests = _planned > 0 ? $"{_sent}/{Math.Max(_sent, _planned)}" : $"{_sent}";
            var text = $"{_done}/{_posts} posts  {requests} requests  {(_unpriced && _cost == NanoUsd.Zero ? "unpriced" : _cost)}";
            if (Remaining() is { } left) text += $"  {Times.Duration(left)} left";
            if (_waiting is { Until: null } open) text += $"\nwaiting {open.Reason}";
            else if (_waiting is { Until: { } until } timed && until - time.GetUtcNow() is var rest && rest > TimeSpan.FromSeconds(1))
                text += $"\nwaiting {Times.Duration(rest)} {timed.Reason}";
            return text;
        }
    }

    /// <summary>By the pace so far, and at least what the plan and the wait for quota still take.</summary>
    private TimeSpan? Remaining()
    {
        if (_posts <= _done) return null;
        var elapsed = time.GetElapsedTime(_started);
        var byPlan = _plannedTime - elapsed;
        var byPace = _done == 0 ? TimeSpan.Zero : elapsed / _done * (_posts - _done);
        var wait = _waiting?.Until - time.GetUtcNow() ?? TimeSpan.Zero;
        var longest = new[] { byPlan, byPace, wait }.Max();
        return longest > TimeSpan.Zero ? longest : null;
    }

    /// <summary>Standard error beneath which a bar is drawn: each line stands whole above the bar.</summary>
    private sealed class AboveBar(IAnsiConsole console, int width) : TextWriter
    {
        private readonly StringBuilder _line = new();

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value)
        {
            if (value != '\n')
            {
                _line.Append(value);
                return;
            }
            // Padded over what the bar has drawn there.
            var lines = Cells.Wrap(_line.ToString(), width).Select(line => Cells.Pad(line, width - 1) + "\n");
            _line.Clear();
            console.Write(new Text(string.Concat(lines)));
        }
    }

    private sealed class StatusColumn(Func<string> status) : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(status());
    }
}
