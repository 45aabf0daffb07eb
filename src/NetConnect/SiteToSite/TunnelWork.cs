namespace NetConnect.SiteToSite;

/// <summary>What is wanted of one tunnel, which goes down for it.</summary>
/// <param name="OutsideIpAddress">The tunnel.</param>
/// <param name="Action">What the change does, as an imperative.</param>
/// <param name="IsDone">Whether the tunnel was found as it is wanted, so that nothing is left to change.</param>
internal sealed record TunnelWork(string OutsideIpAddress, string Action, bool IsDone)
{
    /// <summary>Makes the change.</summary>
    public required Func<CancellationToken, Task> ApplyAsync { get; init; }

    /// <summary>Reads whether the change has been made: asked before it is made, and where its answer was lost.</summary>
    public required Func<CancellationToken, Task<bool>> IsMadeAsync { get; init; }

    /// <summary>Tells whoever must know before the tunnel can come up again: the device, of its new key. Called for a tunnel that was found done, too.</summary>
    public Func<CancellationToken, Task>? TellAsync { get; init; }
}
