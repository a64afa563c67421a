namespace ViralTracker.Adapters.Storage;

internal static class Drafts
{
    /// <summary>The post's newest version that has offered drafts, as a condition on offered model drafts <c>d</c>; as the view has it.</summary>
    public const string IsNewestVersion = """
        d.version = (SELECT max(n.version) FROM drafts n
                     WHERE n.project_id = d.project_id AND n.post_id = d.post_id AND n.state = 'offered' AND n.origin = 'model')
        """;
}
