using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using ViralTracker.Adapters.Models;
using ViralTracker.Core.Quotas;
using ViralTracker.GeminiStandIn;
using ViralTracker.Pipeline.Models;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.Adapters.Tests.Models;

/// <summary><c>docs/add-a-provider.md</c> leads to what is there.</summary>
public sealed partial class ProviderDocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "add-a-provider.md"));

    [Fact]
    public void Walk_through_names_only_types_and_members_that_exist()
    {
        Assembly[] assemblies = [typeof(ProviderChatClient).Assembly, typeof(ModelAnswer).Assembly, typeof(QuotaPresets).Assembly, typeof(StandInServer).Assembly, typeof(IChatClient).Assembly, typeof(ProviderDocumentTests).Assembly];
        var types = assemblies.SelectMany(assembly => assembly.GetTypes()).ToLookup(type => type.Name);
        const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        var members = types[nameof(ChatResponse)].Concat(types["CallOutcome"]).Concat(types[nameof(RemoteChatClientCompliance)]).Concat(types[nameof(IChatClient)])
            .SelectMany(type => type.GetMembers(Any)).Select(member => member.Name).ToHashSet();
        var named = Identifier().Matches(Document).Select(match => (Type: match.Groups[1].Value, Member: match.Groups[2].Value)).Distinct().ToList();

        Assert.True(named.Count > 25);
        Assert.DoesNotContain(named, n => n.Member.Length == 0 && !types.Contains(n.Type) && !members.Contains(n.Type));
        Assert.DoesNotContain(named, n => n.Member.Length > 0 && !types[n.Type].Any(type => type.GetMember(n.Member, Any).Length > 0));
    }

    [Fact]
    public void Walk_through_names_only_files_that_exist()
    {
        var named = FilePath().Matches(Document).Select(match => match.Groups[1].Value).ToList();

        Assert.True(named.Count >= 5);
        Assert.All(named, path => Assert.True(
            new[] { "", "src/ViralTracker.", "tests/ViralTracker.Adapters.Tests/Models/" }.Select(root => Path.Combine(Repository.Root, root + path)).Any(full => File.Exists(full) || Directory.Exists(full)), path));
    }

    [GeneratedRegex(@"`([A-Z][A-Za-z0-9]+)(?:\.([A-Z][A-Za-z0-9]+))?`")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"`((?:src|tests|Cli)/[A-Za-z0-9./]+|[A-Za-z]+\.cs)`")]
    private static partial Regex FilePath();
}
