using System.Diagnostics;
using ViralTracker.Adapters.Processes;
using Xunit;

namespace ViralTracker.Adapters.Tests.Processes;

public sealed class ProcessOwnerTests
{
    private static readonly string Host = ProcessOwner.Current.Split('/')[0];

    [Fact]
    public void Living_process_is_not_gone()
    {
        Assert.False(ProcessOwner.IsGone(ProcessOwner.Current));
        Assert.True(ProcessOwner.IsAlive(ProcessOwner.Current));
        Assert.Equal(3, ProcessOwner.Current.Split('/').Length);
    }

    [Fact]
    public void Process_of_the_same_id_that_started_at_another_time_is_another() =>
        Assert.Equal((true, false), (ProcessOwner.IsGone($"{Host}/{Environment.ProcessId}/1"), ProcessOwner.IsAlive($"{Host}/{Environment.ProcessId}/1")));

    [Fact]
    public async Task Process_that_ended_is_gone()
    {
        using var ended = Process.Start(new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true })!;
        await ended.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(ProcessOwner.IsGone($"{Host}/{ended.Id}/1"));
    }

    [Fact]
    public async Task Process_that_was_killed_is_gone_before_its_parent_has_noticed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads /proc");
        // The shell becomes a program that never asks what became of its child, which ends only then.
        using var parent = Process.Start(new ProcessStartInfo("sh", ["-c", "sleep 0.5 & echo $!; exec sleep 30"]) { RedirectStandardOutput = true })!;
        try
        {
            var child = (await parent.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!;
            string[] Stat() => File.ReadAllText($"/proc/{child}/stat").Split(") ")[^1].Split(' ');
            var owner = $"{Host}/{child}/{Stat()[19]}";
            Assert.False(ProcessOwner.IsGone(owner));
            while (Stat()[0] != "Z") await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);

            Assert.True(ProcessOwner.IsGone(owner));
        }
        finally
        {
            parent.Kill();
        }
    }

    [Fact]
    public void Process_of_another_host_is_never_known_to_be_gone_or_to_live() =>
        Assert.Equal((false, false), (ProcessOwner.IsGone("elsewhere/1/1"), ProcessOwner.IsAlive("elsewhere/1/1")));

    [Theory]
    [InlineData(":pid:[1]")]
    [InlineData(":")]
    [InlineData("")]
    public void Process_of_another_namespace_or_of_one_not_known_is_of_another_host(string space)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "there are no namespaces");
        Assert.False(ProcessOwner.IsGone($"{Environment.MachineName}{space}/{Environment.ProcessId}/1"));
    }

    [Fact]
    public void Host_on_Linux_is_the_machine_and_its_namespace_of_process_ids()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "there are no namespaces");

        Assert.Equal($"{Environment.MachineName}:{new FileInfo("/proc/self/ns/pid").LinkTarget}", Host);
    }

    [Fact]
    public void Start_on_Linux_is_the_kernels_own_count_whatever_the_clock_says()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads /proc");
        var stat = File.ReadAllText("/proc/self/stat");

        Assert.Equal(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19], ProcessOwner.Current.Split('/')[2]);
    }
}
