namespace NetConnect.Aws.Calls;

/// <summary>Random numbers for any thread; .NET Framework has no shared generator.</summary>
internal static class Jitter
{
    [ThreadStatic]
    private static Random? s_random;

    /// <summary>A number from 0 up to 1.</summary>
#pragma warning disable CA5394 // Spreads retries; nothing depends on its being unpredictable.
    public static double NextDouble() => (s_random ??= new Random(Guid.NewGuid().GetHashCode())).NextDouble();
#pragma warning restore CA5394
}
