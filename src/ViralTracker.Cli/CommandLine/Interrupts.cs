using System.Runtime.InteropServices;

namespace ViralTracker.Cli.CommandLine;

/// <summary>Ctrl-C and SIGTERM: the first asks the run to come to an end and save what it has, the second ends the process at once.</summary>
internal sealed class Interrupts : IDisposable
{
    private readonly CancellationTokenSource _first = new();
    private readonly PosixSignalRegistration[] _signals;

    public Interrupts(Action<string> say)
    {
        _signals = [Register(PosixSignal.SIGINT), Register(PosixSignal.SIGTERM)];

        PosixSignalRegistration Register(PosixSignal signal) => PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            if (_first.IsCancellationRequested) Environment.Exit(ExitCode.Interrupted);
            say("Interrupted: no new requests. Answers under way have 20 s and will be saved. Press Ctrl-C again to quit now.");
            _first.Cancel();
        });
    }

    public CancellationToken Token => _first.Token;

    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
        _first.Dispose();
    }
}
