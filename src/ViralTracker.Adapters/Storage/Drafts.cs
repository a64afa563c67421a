namespace ViralTracker.Adapters.Storage;

internal static class Drafts
{
    /// <summary>Offered by the model, not a text that a person made of it, as a condition on drafts <c>d</c>.</summary>
    public const string IsOffered = "d.state = 'offered' AND d.origin = 'model'";

    /// <summary>The post's newest version that has offered drafts, as a condition on offered model drafts <c>d</c>; as the view has it.</summary>
    public const string IsNewestVersion = """
        d.version = (SELECT max(n.version) FROM drafts n
                     WHERE n.project_id = d.project_id AND n.post_id = d.post_id AND n.state = 'offered' AND n.origin = 'model')
        """;

    /// <summary>What a draft <c>d</c> cost; null where its call has no known cost. As the view has it.</summary>
    public const string Cost = "CASE WHEN EXISTS (SELECT 1 FROM api_calls c WHERE c.call_id = d.call_id AND c.cost_nanousd IS NULL) THEN NULL ELSE d.cost_nanousd END";
}
