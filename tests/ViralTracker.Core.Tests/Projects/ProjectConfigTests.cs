using System.Collections.Immutable;
using Xunit;

namespace ViralTracker.Core.Tests.Projects;

public sealed class ProjectConfigTests
{
    [Fact]
    public void Projects_post_as_one_account_where_their_first_handle_is_the_same_and_where_they_name_none()
    {
        Assert.Equal(Account("@Ada", "ada_at_work"), Account("ada"));
        Assert.NotEqual(Account("ada_at_work", "ada"), Account("ada"));
        Assert.Equal(Account(), (SamplePosts.Project with { Slug = "another" }).AccountId);
        Assert.NotEqual(Account(), Account("ada"));

        static string Account(params ImmutableArray<string> handles) => (SamplePosts.Project with { AccountHandles = handles }).AccountId;
    }
}
