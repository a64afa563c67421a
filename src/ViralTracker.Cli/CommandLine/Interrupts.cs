using System.Runtime.InteropServices;

namespace ViralTracker.Cli.CommandLine;

/// <summary>Ctrl-C, SIGTERM and SIGHUP (the terminal was closed): the first asks the command to come to an end and save what it has, the second ends the process at once.</summary>
internal sealed class Interrupts : IDisposable
{
    private readonly CancellationTokenSource _first = new();
    private readonly PosixSignalRegistration[] _signals;

    public Interrupts()
    {
        _signals = [Register(PosixSignal.SIGINT), Register(PosixSignal.SIGTERM), Register(PosixSignal.SIGHUP)];

        PosixSignalRegistration Register(PosixSignal signal) => PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            if (_first.IsCancellationRequested) Environment.Exit(ExitCode.Interrupted);
            Console.Error.WriteLine("Interrupted; what is done is kept. Press Ctrl-C again to quit now.");
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
