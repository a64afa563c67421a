using System.Globalization;
using System.Text.Json;

namespace ViralTracker.GeminiStandIn;

/// <summary>Options of the executable; the same as those of the library, but for functions.</summary>
public static class CommandLine
{
    public static string Help => $"""
        Options (repeat --fault and --marker as often as needed):
          --port N               default: any free loopback port
          --key KEY              default: {StandInOptions.DefaultKey}; --any-key takes every key
          --rpm N --tpm N --rpd N
          --latency-ms N --latency-per-post-ms N --jitter 0..1
          --fault NAME=SHARE     share of draft requests, 0..1
          --marker WORD=NAME     a pack with a post that holds WORD shows the fault
          --script NAME,-,NAME   faults of the first requests; - for none
          --blocked-share 0..1   share of posts that block their prompt
          --thoughts N           thinking tokens per post
          --obedient FILE        JSON: [ (match, obedient_answer) objects ]: a post that holds match gets that answer
          --seed N
        Faults: {string.Join(' ', Enum.GetNames<Fault>())}
        Log and bill: GET /_standin/log, GET /_standin/bill
        """;

    /// <exception cref="FormatException">An option or a value that is not known; the message says which.</exception>
    public static StandInOptions Parse(string[] args)
    {
        var options = new StandInOptions();
        var faults = new Dictionary<Fault, double>();
        var markers = new Dictionary<string, Fault>();
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i];
            if (name == "--any-key")
            {
                options = options with { Key = null };
                continue;
            }
            var value = ++i < args.Length ? args[i] : throw new FormatException($"{name} needs a value");
            options = name switch
            {
                "--port" => options with { Port = Whole(name, value) },
                "--key" => options with { Key = value },
                "--rpm" => options with { RequestsPerMinute = Whole(name, value) },
                "--tpm" => options with { TokensPerMinute = Whole(name, value) },
                "--rpd" => options with { RequestsPerDay = Whole(name, value) },
                "--latency-ms" => options with { Latency = TimeSpan.FromMilliseconds(Whole(name, value)) },
                "--latency-per-post-ms" => options with { LatencyPerPost = TimeSpan.FromMilliseconds(Whole(name, value)) },
                "--jitter" => options with { LatencyJitter = Share(name, value) },
                "--seed" => options with { Seed = Whole(name, value) },
                "--thoughts" => options with { ThoughtTokensPerPost = Whole(name, value) },
                "--blocked-share" => options with { BlockedPostShare = Share(name, value) },
                "--script" => options with { Script = [.. value.Split(',').Select(f => f == "-" ? (Fault?)null : FaultNamed(f))] },
                "--obedient" => options with { Obedient = ObedientFile(value) },
                "--fault" => Add(options, name, value, (left, right) => faults[FaultNamed(left)] = Share(name, right)),
                "--marker" => Add(options, name, value, (left, right) => markers[left] = FaultNamed(right)),
                _ => throw new FormatException($"{name} is no option; see --help"),
            };
        }
        return options with { FaultRates = faults, Markers = markers };
    }

    private static StandInOptions Add(StandInOptions options, string name, string value, Action<string, string> add)
    {
        if (value.Split('=') is not [var left, var right]) throw new FormatException($"{name} {value}: expected NAME=VALUE");
        add(left, right);
        return options;
    }

    private static int Whole(string name, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException($"{name} {value}: expected a whole number");

    private static double Share(string name, string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 1 ? number : throw new FormatException($"{name} {value}: expected a number from 0 to 1");

    private static Fault FaultNamed(string name) =>
        Enum.TryParse<Fault>(name, ignoreCase: true, out var fault) ? fault : throw new FormatException($"{name} is no fault; see --help");

    private static Func<string, string?> ObedientFile(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var rules = document.RootElement.EnumerateArray().Select(r => (Match: r.Get("match").Str() ?? "", Answer: r.Get("obedient_answer").Str())).ToList();
        return post => rules.Find(r => r.Match.Length > 0 && post.Contains(r.Match, StringComparison.Ordinal)).Answer;
    }
}
