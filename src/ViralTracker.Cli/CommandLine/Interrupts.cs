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
            say("Interrupted: nothing new is sent, answers on their way get 20 s and are saved. Again to end at once.");
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
