namespace NetConnect.ClientVpn;

/// <summary>What a configuration has beside, or in place of, what AWS writes into it.</summary>
internal sealed record ClientVpnConfigOptions
{
    /// <summary>Whether a random label stands before the endpoint's name, for clients that do not know <c>remote-random-hostname</c>.</summary>
    public bool RandomHostPrefix { get; init; }

    /// <summary>The size that TCP segments are held to, in bytes; null leaves it to AWS's file and the client.</summary>
    public int? Mssfix { get; init; }

    /// <summary>The question for the second factor; null leaves it to AWS's file.</summary>
    public string? StaticChallenge { get; init; }
}
