using System.Text;
using ViralTracker.Adapters.Projects;
using ViralTracker.Core.Projects;
using Xunit;

namespace ViralTracker.Adapters.Tests.Projects;

public sealed class RepliesFileTests : IDisposable
{
    private readonly string _workspace = Directory.CreateTempSubdirectory("vt-replies-").FullName;

    public void Dispose() => Directory.Delete(_workspace, recursive: true);

    [Theory]
    [InlineData("mine.txt", "Restore one a week.\r\n\r\n  It's the disk.  \nRestore one a week.\n")]
    [InlineData("mine.jsonl", "\"Restore one a week.\"\n\n{\"reply\":\"It's the disk.\",\"likes\":4}\n")]
    [InlineData("mine.csv", "likes;Reply\n3;Restore one a week.\n4;It's the disk.\n")]
    [InlineData("mine.csv", "likes,Reply\n3,Restore one a week.\n,\n\n , \n\"\",\n4,It's the disk.\n,\n")]
    [InlineData("mine.csv", "likes\tReply\n3\tRestore one a week.\n4\tIt's the disk.\n")]
    [InlineData("mine.csv", "\uFEFFlikes,Reply\n3,Restore one a week.\n4,It's the disk.\n")]
    public void Each_shape_gives_each_reply_once_in_order(string file, string content) =>
        Assert.Equal([new OwnReply("Restore one a week."), new OwnReply("It's the disk.")], Load(file, content).Value!.Voice.Replies);

    [Theory]
    [InlineData("mine.jsonl", "{\"reply\":\"It's the disk.\",\"post\":\"Slow again,\\nwhy?\"}")]
    [InlineData("mine.csv", "post,reply\n\"Slow again,\nwhy?\",It's the disk.\n")]
    public void The_post_it_answered_is_kept_where_the_file_tells(string file, string content) =>
        Assert.Equal(new OwnReply("It's the disk.", "Slow again,\nwhy?"), Assert.Single(Load(file, content).Value!.Voice.Replies));

    [Theory]
    [InlineData("mine.jsonl", "\"Fine.\"\n{\"text\":\"no\"}", 2, "is neither a text nor an object with a text 'reply'")]
    [InlineData("mine.jsonl", "{\"reply\":", 1, "is not JSON")]
    [InlineData("mine.jsonl", "\"\\ud83d\"", 1, "is not JSON")]
    [InlineData("mine.jsonl", "\"  \"", 1, "has no reply")]
    [InlineData("mine.csv", "answer\nFine.\n", 1, "needs a header with the column reply, and may have post")]
    [InlineData("mine.csv", "post,reply\n\"a\nb\",Fine.\nc\n", 4, "has no reply")]
    [InlineData("mine.txt", " \n", null, "holds no replies")]
    [InlineData("mine.csv", "reply,post\nFine.,a\n\"Restore one,b\nIt's the disk.,c\n", 3, "has a quotation mark that nothing closes")]
    public void What_is_wrong_is_said_with_file_line_and_reason(string file, string content, int? line, string message)
    {
        var problem = Assert.Single(Load(file, content).Problems);
        Assert.Equal(("projects/acme/" + file, line, message), (problem.File, problem.Line, problem.Message));
    }

    [Fact]
    public void Every_bad_line_is_told_but_no_more_than_twenty()
    {
        Assert.Equal([1, 2], Load("mine.jsonl", "1\n2\n").Problems.Select(p => p.Line));
        Assert.Equal(20, Load("mine.jsonl", string.Concat(Enumerable.Repeat("1\n", 500))).Problems.Length);
    }

    [Fact]
    public void A_reply_beyond_any_post_and_a_file_of_thousands_are_refused()
    {
        Assert.Equal("is a reply of 1,001 characters; at most 1,000 are taken", Assert.Single(Load("mine.txt", new string('x', 1_001)).Problems).Message);
        Assert.Equal("holds 2,001 replies; at most 2,000 are taken", Assert.Single(Load("mine.txt", string.Join('\n', Enumerable.Range(0, 2_001))).Problems).Message);
    }

    [Fact]
    public void A_device_is_no_file_of_replies()
    {
        if (!File.Exists("/dev/zero")) return;
        Finder("/dev/zero");
        Assert.Equal("cannot be read: it is a device, not a file; put a file in its place or remove it", Assert.Single(new ProjectDirectory(_workspace).Load("acme").Problems).Message);
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_refused_with_their_line() =>
        Assert.Equal((2, "holds bytes that are not UTF-8; save it as UTF-8"), Of(Assert.Single(Load("mine.txt", [.. "Fine.\n"u8, 0xE9]).Problems)));

    [Fact]
    public void A_missing_file_names_the_key_that_asked_for_it()
    {
        Finder("none.txt");
        var problem = Assert.Single(new ProjectDirectory(_workspace).Load("acme").Problems);
        Assert.Equal(("projects/acme/none.txt", "is missing; voice.replies_file in finder.yml names it"), (problem.File, problem.Message));
    }

    [Theory]
    [InlineData("voice: {persona: me, replies_file: none.txt}\nweights: {velocity: much}\n", "weights.velocity", "")]
    [InlineData("voice: {persona: me, replies_file: none.txt, tone: dry}\n", "voice.tone", "")]
    [InlineData("voice: {persona: me, replies_file: [a, b]}\n", "voice.replies_file", null)]
    [InlineData("voice: {persona: me, replies_file: ''}\n", "voice.replies_file", null)]
    [InlineData("voice: replies_file\n", "voice", null)]
    [InlineData("topics: 1\n", "topics", null)]
    public void Problems_of_the_replies_stand_beside_those_of_the_project(string finder, string key, string? replies)
    {
        Finder("none.txt", finder);

        var problems = new ProjectDirectory(_workspace).Load("acme").Problems;

        Assert.Equal(replies is null ? [("projects/acme/finder.yml", key)] : [("projects/acme/finder.yml", key), ("projects/acme/none.txt", replies)], problems.Select(problem => (problem.File, problem.Key)));
    }

    private Validated<ProjectConfig> Load(string file, string content) => Load(file, Encoding.UTF8.GetBytes(content));

    private Validated<ProjectConfig> Load(string file, byte[] content)
    {
        Finder(file);
        File.WriteAllBytes(Path.Combine(_workspace, "projects", "acme", file), content);
        return new ProjectDirectory(_workspace).Load("acme");
    }

    private void Finder(string replies, string? finder = null)
    {
        var folder = Path.Combine(_workspace, "projects", "acme");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "finder.yml"), finder ?? $"voice: {{persona: me, replies_file: {replies}}}\n");
    }

    private static (int?, string) Of(ConfigProblem problem) => (problem.Line, problem.Message);
}
