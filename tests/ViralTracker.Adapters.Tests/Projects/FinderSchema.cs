using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ViralTracker.Adapters.Projects;

namespace ViralTracker.Adapters.Tests.Projects;

/// <summary>The JSON Schema of finder.yml, by which editors complete keys and mark mistakes.</summary>
internal static class FinderSchema
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>As kept in docs/finder.schema.json.</summary>
    public static string Json()
    {
        var schema = new JsonObject
        {
            // The version that editors' YAML plug-ins know best.
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "ViralTracker project (finder.yml)",
        };
        foreach (var (name, value) in FinderKeys.Root.JsonSchema())
            schema[name] = value?.DeepClone();
        return schema.ToJsonString(Readable) + "\n";
    }
}
