using ViralTracker.Core.Drafting;
using Xunit;

namespace ViralTracker.Core.Tests.Drafting;

public sealed class ThinkingRoomTests
{
    [Fact]
    public void Room_is_guessed_until_three_calls_were_seen_then_half_as_much_again_as_the_most()
    {
        var room = new ThinkingRoom();
        Assert.Equal(2_048, room.Tokens);

        foreach (var thoughts in new[] { 100, 400, 200 }) room.Saw(thoughts, truncated: false);

        Assert.Equal(64 + 600, room.Tokens);
    }

    [Fact]
    public void Truncated_answer_doubles_the_room_up_to_a_bound()
    {
        var room = new ThinkingRoom();

        room.Saw(1_500, truncated: true);
        Assert.Equal(3_000, room.Tokens);
        room.Saw(3_000, truncated: true);
        Assert.Equal(6_000, room.Tokens);
        for (var i = 0; i < 10; i++) room.Saw(3_000, truncated: true);
        Assert.Equal(32_768, room.Tokens);
    }

    [Fact]
    public void Tight_guess_is_given_once_and_the_first_call_seen_replaces_it()
    {
        var room = new ThinkingRoom();

        Assert.True(room.Tighten());
        Assert.False(room.Tighten());
        Assert.Equal(512, room.Tokens);
        room.Saw(20, truncated: false);

        Assert.Equal(64 + 30, room.Tokens);
    }

    [Fact]
    public void What_calls_taught_is_not_tightened()
    {
        var room = new ThinkingRoom();
        for (var i = 0; i < 3; i++) room.Saw(50, truncated: false);

        Assert.False(room.Tighten());
    }
}
