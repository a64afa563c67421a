using System.Text.Json;
using ViralTracker.Adapters.Storage.Spill;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Adapters.Tests.Storage.Spill;

public sealed class SpillFileTests : IDisposable
{
    private const string StoreId = "0123456789abcdef0123456789abcdef";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Answer_survives_the_json_with_every_member()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var answer = new AnyValue(new Random(seed)).Of<AnswerToSave>();

            var json = JsonSerializer.Serialize(answer, SpillJson.Default.AnswerToSave);
            var read = JsonSerializer.Deserialize(json, SpillJson.Default.AnswerToSave)!;

            Assert.Equivalent(answer, read, strict: true);
            Assert.Equal(answer.Settlement, read.Settlement);
            Assert.Equal(answer.Drafts, read.Drafts);
            Assert.Equal(answer.Fences, read.Fences);
        }
    }

    [Fact]
    public void File_gives_back_what_was_appended_and_only_that()
    {
        using var file = SpillFile.Create(_folder.Path, StoreId);
        Assert.True(new FileInfo(file.Path).Length >= 4 << 20);
        Assert.Empty(file.Read(out var torn));
        Assert.False(torn);

        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 5; i++) file.Append(Answer(round * 10 + i));
            Assert.Equal(Enumerable.Range(round * 10, 5).Select(i => (long)i), file.Read(out torn).Select(a => a.RunId));
            Assert.False(torn);
            file.Clear();
            Assert.Empty(file.Read(out torn));
        }
        Assert.Equal(StoreId, file.StoreId());
    }

    [Fact]
    public void File_grows_past_the_space_set_aside()
    {
        using var file = SpillFile.Create(_folder.Path, StoreId);
        for (var i = 0; i < 5; i++) file.Append(Answer(i, new string('x', 1 << 20)));

        Assert.Equal(5, file.Read(out _).Count);
    }

    [Fact]
    public void File_cut_off_or_damaged_anywhere_gives_the_whole_records_before_it()
    {
        using (var file = SpillFile.Create(_folder.Path, StoreId))
            for (var i = 0; i < 4; i++) file.Append(Answer(i));
        var path = Assert.Single(Directory.GetFiles(_folder.Path, SpillFile.Pattern));
        var whole = File.ReadAllBytes(path)[..4000];
        var random = new Random(1);

        for (var n = 0; n < 300; n++)
        {
            var at = random.Next(40, 3000);
            byte[] bytes = n % 2 == 0 ? whole[..at] : [.. whole];
            if (n % 2 == 1) bytes[at] ^= 0x40;
            File.WriteAllBytes(path, bytes);

            using var file = SpillFile.TryOpen(path)!;
            var read = file.Read(out _).Select(a => a.RunId).ToArray();
            Assert.Equal(Enumerable.Range(0, read.Length).Select(i => (long)i), read);
        }
    }

    [Fact]
    public void File_is_nobody_elses_while_its_process_lives()
    {
        using (var file = SpillFile.Create(_folder.Path, StoreId))
            Assert.Null(SpillFile.TryOpen(file.Path));
        using var later = SpillFile.TryOpen(Assert.Single(Directory.GetFiles(_folder.Path)));
        Assert.NotNull(later);
    }

    private static AnswerToSave Answer(long run, string error = "") => new()
    {
        ProjectId = "acme",
        RunId = run,
        Settlement = new AnyValue(new Random((int)run)).Of<CallSettlement>() with { Error = error },
    };
}
