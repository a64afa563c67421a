using System.Diagnostics;
using System.Text;
using System.Text.Json;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Harness;

/// <summary>What a run gets besides its arguments.</summary>
public sealed record VtSetting
{
    /// <summary>Variables added to the bare environment, such as GEMINI_API_KEY.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Command that runs vt, such as <c>unshare</c> with its options.</summary>
    public IReadOnlyList<string> Under { get; init; } = [];

    /// <summary>Bytes on standard input, which then ends.</summary>
    public ReadOnlyMemory<byte> Input { get; init; }

    /// <summary>A process that takes longer is killed and fails the test.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);
}

public sealed record VtResult(int ExitCode, byte[] OutBytes, string Error)
{
    /// <summary>Standard output as UTF-8; a byte order mark stays in it.</summary>
    public string Out => Encoding.UTF8.GetString(OutBytes);

    /// <summary>Standard output as the one document of <c>--json</c>; anything else there fails.</summary>
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(OutBytes);
            return document.RootElement.Clone();
        }
    }

    /// <summary>Fails with everything the process said when it returned another code.</summary>
    public VtResult ShouldExit(int code)
    {
        Assert.True(code == ExitCode, $"exit {ExitCode} instead of {code}\n--- out\n{Out}\n--- error\n{Error}");
        return this;
    }
}

/// <summary>
/// The real executable in a bare environment: the temporary workspace as current folder, an empty home, UTC, no keys of this machine.
/// </summary>
public sealed class VtProcess : IDisposable
{
    /// <summary>Of this machine's environment only what .NET itself may need to start.</summary>
    private static readonly string[] Kept = ["PATH", "DOTNET_ROOT", "SystemRoot", "TMPDIR", "TEMP", "TMP"];

    /// <summary>
    /// What a shell starts in the background ignores Ctrl-C, what nohup starts a closed terminal, and so does all that they start: tests begun that way
    /// would interrupt in vain.
    /// </summary>
    private static readonly string[] HearingInterrupts = EnvThatResetsSignals();

    private readonly Process _process;
    private readonly TimeSpan _timeout;
    private readonly MemoryStream _out = new();
    private readonly Task _copyOut;
    private readonly Task<string> _error;

    private VtProcess(Process process, VtSetting setting)
    {
        _process = process;
        _timeout = setting.Timeout;
        _copyOut = process.StandardOutput.BaseStream.CopyToAsync(_out);
        _error = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.BaseStream.Write(setting.Input.Span);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The process ended without reading its input.
        }
    }

    /// <summary>The program as people run it: what <c>./vt</c> builds. Compiled ahead, it takes two fifths less of the tests' processor time.</summary>
    public static string Executable { get; } = Built();

    public int Id => _process.Id;

    public static VtProcess Start(TempWorkspace workspace, VtSetting setting, params string[] arguments) =>
        new(Process.Start(StartInfo(workspace, setting, [.. setting.Under, Executable, .. arguments]))!, setting);

    /// <summary>Runs a shell line in which <c>vt</c> is the executable, for pipes and closed outputs.</summary>
    public static VtProcess StartShell(TempWorkspace workspace, VtSetting setting, string line) =>
        new(Process.Start(StartInfo(workspace, setting, ["/bin/sh", "-c", $"vt() {{ '{Executable}' \"$@\"; }}\n{line}"]))!, setting);

    /// <summary>What Ctrl-C sends.</summary>
    public void Interrupt() => Process.Start("kill", ["-INT", $"{_process.Id}"]).WaitForExit();

    public void Kill() => _process.Kill();

    public async Task<VtResult> ResultAsync()
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(_timeout);
        try
        {
            await _process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            Assert.Fail($"vt took longer than {_timeout.TotalSeconds:F0} s\n--- error\n{await _error}");
        }
        await _copyOut;
        return new VtResult(_process.ExitCode, _out.ToArray(), await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
        _out.Dispose();
    }

    private static string Built()
    {
        if (OperatingSystem.IsWindows()) return Path.Combine(AppContext.BaseDirectory, "vt.exe");
        using var build = Process.Start(new ProcessStartInfo(Path.Combine(Repository.Root, "vt"), "--version") { RedirectStandardOutput = true })!;
        var said = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        return build.ExitCode == 0
            ? Path.Combine(Repository.Root, ".build", "vt", "vt")
            : throw new InvalidOperationException($"./vt could not be built: exit {build.ExitCode}\n{said}");
    }

    private static string[] EnvThatResetsSignals()
    {
        if (!OperatingSystem.IsLinux()) return [];
        string[] env = ["env", "--default-signal=INT,HUP"];
        using var probe = Process.Start(new ProcessStartInfo(env[0], [.. env[1..], "true"]) { RedirectStandardError = true })!;
        probe.WaitForExit();
        return probe.ExitCode == 0 ? env : [];
    }

    private static ProcessStartInfo StartInfo(TempWorkspace workspace, VtSetting setting, IEnumerable<string> command)
    {
        string[] line = [.. HearingInterrupts, .. command];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            WorkingDirectory = workspace.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment.Clear();
        foreach (var name in Kept)
            if (Environment.GetEnvironmentVariable(name) is { } value) start.Environment[name] = value;
        start.Environment["HOME"] = workspace.Home;
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["TZ"] = "UTC";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach (var (name, value) in setting.Environment) start.Environment[name] = value;
        return start;
    }
}
