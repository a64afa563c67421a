using System.Globalization;
using System.Text;

namespace ViralTracker.Cli.CommandLine;

/// <summary>
/// Standard error that ends nothing: what cannot be written there, for it is closed or its disk is full, stays unsaid, and what is
/// under way goes on.
/// </summary>
internal sealed class StandardError(TextWriter inner) : TextWriter(CultureInfo.InvariantCulture)
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Try(() => inner.Write(value));

    public override void Write(char[] buffer, int index, int count) => Try(() => inner.Write(buffer, index, count));

    public override void Write(string? value) => Try(() => inner.Write(value));

    /// <summary>In one piece, so that lines of several processes do not mix.</summary>
    public override void WriteLine(string? value) => Try(() => inner.WriteLine(value));

    public override void Flush() => Try(inner.Flush);

    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nobody is there to be told.
        }
    }
}
