namespace ViralTracker.Adapters.Models.Http;

internal static class ServiceAddress
{
    /// <exception cref="ArgumentException">Set, but no http or https address.</exception>
    public static Uri? FromEnvironment(Func<string, string?> variable, string name)
    {
        if (variable(name) is not { } value || string.IsNullOrWhiteSpace(value)) return null;
        return Uri.TryCreate(value.Trim(), UriKind.Absolute, out var address) && address.Scheme is ("http" or "https")
            ? address
            : throw new ArgumentException($"{name} is not an http or https address.");
    }

    public static Uri Join(Uri address, string path) => new($"{address.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{path}");
}
