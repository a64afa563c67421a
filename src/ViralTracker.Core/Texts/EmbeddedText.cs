namespace ViralTracker.Core.Texts;

/// <summary>Text files within this assembly.</summary>
internal static class EmbeddedText
{
    /// <param name="path">Below the project, with dots: <c>Drafting.prompt.md</c>.</param>
    public static string Read(string path)
    {
        using var reader = new StreamReader(typeof(EmbeddedText).Assembly.GetManifestResourceStream("ViralTracker.Core." + path)!);
        return reader.ReadToEnd();
    }
}
