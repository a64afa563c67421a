using ViralTracker.Core.Drafting;
using Xunit;

namespace ViralTracker.Core.Tests.Drafting;

public sealed class AnswerSchemaTests
{
    [Theory]
    [InlineData(SchemaRung.EnumWithBounds, true, true)]
    [InlineData(SchemaRung.Enum, true, false)]
    [InlineData(SchemaRung.Plain, false, false)]
    public void Rung_pins_ids_by_enum_and_their_count_by_bounds(SchemaRung rung, bool ids, bool count)
    {
        var schema = AnswerSchema.For(rung, ["p1", "p2", "p3"], ["a", "b"]).GetProperty("properties").GetProperty("posts");
        var item = schema.GetProperty("items");

        Assert.Equal((count, count), (schema.TryGetProperty("minItems", out var least), schema.TryGetProperty("maxItems", out var most)));
        if (count) Assert.Equal((3, 3), (least.GetInt32(), most.GetInt32()));
        Assert.Equal(ids, item.GetProperty("properties").GetProperty("id").TryGetProperty("enum", out var known));
        if (ids) Assert.Equal(["p1", "p2", "p3"], known.EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(["id", "a", "b"], item.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
    }
}
