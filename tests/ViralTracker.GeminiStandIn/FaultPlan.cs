namespace ViralTracker.GeminiStandIn;

/// <summary>Which fault, if any, a draft request shows.</summary>
internal static class FaultPlan
{
    /// <param name="index">0 for the first draft request to arrive.</param>
    public static Fault? For(StandInOptions options, int index, ModelRequest request)
    {
        var fault = index < options.Script.Count ? options.Script[index] : Marked(options, request) ?? Drawn(options, index);
        return fault is { } f && Applies(f, request) ? fault : null;
    }

    private static Fault? Marked(StandInOptions options, ModelRequest request)
    {
        if (request.Posts.Any(p => options.Blocks(p.Text))) return Fault.PromptBlocked;
        foreach (var (word, fault) in options.Markers)
        {
            if (request.Posts.Any(p => p.Text.Contains(word, StringComparison.Ordinal))) return fault;
        }
        return null;
    }

    private static Fault? Drawn(StandInOptions options, int index)
    {
        var draw = Hashing.Share($"fault {index}", options.Seed);
        foreach (var (fault, rate) in options.FaultRates.OrderBy(r => r.Key))
        {
            if (draw < rate) return fault;
            draw -= rate;
        }
        return null;
    }

    private static bool Applies(Fault fault, ModelRequest request) => fault switch
    {
        Fault.SchemaRefusedByBounds => KindReading.HasBounds(request.Schema),
        Fault.SchemaRefusedByEnum => KindReading.HasEnum(request.Schema),
        Fault.SchemaRefused => request.Schema is not null,
        Fault.FormatRefused => request.AnyObject,
        Fault.AnyFormatRefused => request.AnyObject || request.Schema is not null,
        _ => true,
    };
}
