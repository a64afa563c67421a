using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ViralTracker.GeminiStandIn;

/// <summary>The model's text: <c>{"posts":[{"id","kind":"draft",…}]}</c> in shuffled order, with the fault asked for.</summary>
internal static class AnswerText
{
    private static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(StandInOptions options, int index, ModelRequest request, Fault? fault)
    {
        var posts = request.Posts.OrderBy(p => Hashing.Of(p.Id + index, options.Seed)).ToList();
        // One post of the pack carries a fault that concerns one post.
        var victim = posts.Count > 0 ? posts[(int)(Hashing.Of("victim" + index, options.Seed) % (uint)posts.Count)] : null;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Format))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("posts");
            foreach (var post in posts)
            {
                var own = post == victim ? fault : null;
                if (own == Fault.MissingItem) continue;
                WritePost(writer, options, request, post, own, options.Seed);
                if (own == Fault.RepeatedItem) WritePost(writer, options, request, post, null, options.Seed + 1);
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return Damage(Encoding.UTF8.GetString(buffer.WrittenSpan), fault);
    }

    private static void WritePost(Utf8JsonWriter writer, StandInOptions options, ModelRequest request, PromptPost post, Fault? fault, int seed)
    {
        writer.WriteStartObject();
        writer.WriteString("id", fault == Fault.UnknownId ? post.Id + "-unknown" : post.Id);
        foreach (var (i, kind) in request.Kinds.Index())
        {
            var max = fault == Fault.OverlongItem ? kind.Max * 4 : kind.Max;
            var min = fault == Fault.OverlongItem ? kind.Max * 3 : kind.Min;
            var draft = fault == Fault.NullField && i == 0
                ? null
                : Obeyed(options, request, post) ?? DraftText.Write(kind.Name, post.Text, min, max, options.EchoWord, seed);
            writer.WriteString(kind.Name, draft);
        }
        writer.WriteEndObject();
    }

    private static string? Obeyed(StandInOptions options, ModelRequest request, PromptPost post)
    {
        if (options.Obedient is not { } obey) return null;
        return obey(post.Text) ?? (options.ObedientForAll ? request.Posts.Select(other => obey(other.Text)).FirstOrDefault(text => text is not null) : null);
    }

    private static string Damage(string text, Fault? fault) => fault switch
    {
        Fault.EmptyAnswer or Fault.AnswerBlocked or Fault.PromptBlocked => "",
        Fault.MalformedAnswer => "Here are the drafts you asked for: " + text.Replace("\":\"", "\" \"", StringComparison.Ordinal),
        Fault.FencedAnswer => "```json\n" + text + "\n```",
        Fault.TruncatedAnswer => text[..(text.Length * 2 / 3)],
        _ => text,
    };
}
