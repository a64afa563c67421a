namespace ViralTracker.GeminiStandIn; internal static class Program { private static int Main() => 0; }
