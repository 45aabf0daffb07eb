namespace NetConnect.Sandbox;

/// <summary>What <see cref="SandboxServer.Start"/> needs to know.</summary>
public sealed class SandboxOptions
{
    /// <summary>The TCP port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>How time passes.</summary>
    public SandboxClockKind Clock { get; set; }

    /// <summary>How callers prove who they are.</summary>
    public SandboxAuthentication Authentication { get; set; }

    /// <summary>
    /// A JSON file with the accounts and VPCs to start with; the default seed when neither this nor <see cref="SeedJson"/> is
    /// given.
    /// </summary>
    public string? SeedPath { get; set; }

    /// <summary>The text of a seed, instead of a file.</summary>
    public string? SeedJson { get; set; }
}
