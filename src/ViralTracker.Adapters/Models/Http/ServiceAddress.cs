using System.Net;

namespace ViralTracker.Adapters.Models.Http;

internal static class ServiceAddress
{
    /// <param name="key">What travels to it.</param>
    /// <exception cref="ArgumentException">Set, but no http or https address, one that would show the key on the way, or one with a login.</exception>
    public static Uri? FromEnvironment(Func<string, string?> variable, string name, ApiKey? key)
    {
        if (variable(name) is not { } value || string.IsNullOrWhiteSpace(value)) return null;
        if (!Uri.TryCreate(value.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new ArgumentException($"{name} is not an http or https address.");
        if (address.Scheme != "https" && key is not null && !IsNear(address))
            throw new ArgumentException($"{name} is plain http, which would show {key.Variable} to everybody on the way to {address.Host}: write https://");
        if (address.UserInfo.Length > 0)
            throw new ArgumentException($"{name} holds a user name or password before the @, which is sent to no service: write the address without it");
        return address;
    }

    /// <summary>What stands behind the address's question mark, such as Azure's api-version, belongs to every request.</summary>
    public static Uri Join(Uri address, string path) =>
        new($"{address.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{path}{(address.Query.Length > 1 ? address.Query : "")}");

    /// <summary>This machine or a private network, where model servers speak plain http.</summary>
    private static bool IsNear(Uri address) =>
        address.IsLoopback
        || (IPAddress.TryParse(address.DnsSafeHost, out var ip) ? IsPrivate(ip)
            : !address.Host.Contains('.', StringComparison.Ordinal) || PrivateNames.Any(ending => address.Host.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));

    private static readonly string[] PrivateNames = [".localhost", ".local", ".internal", ".lan", ".home.arpa"];

    private static bool IsPrivate(IPAddress ip) => PrivateNetworks.Any(network => network.Contains(ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip));

    /// <summary>RFC 1918, 6598 (also Tailscale's), 3927, 4193 and 4291.</summary>
    private static readonly IPNetwork[] PrivateNetworks =
    [
        IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("fc00::/7"), IPNetwork.Parse("fe80::/10"),
    ];
}
