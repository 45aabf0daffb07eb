namespace NetConnect;

/// <summary>The configuration of the device at the other end of a site-to-site VPN connection, for both tunnels.</summary>
public sealed record VpnDeviceConfig
{
    /// <summary>The connection.</summary>
    public string VpnConnectionId { get; init; } = "";

    /// <summary>The Name tag of the connection, or null.</summary>
    public string? VpnName { get; init; }

    /// <summary>The format, or <c>aws</c> for AWS's own sample.</summary>
    public string Format { get; init; } = "";

    /// <summary>The files, the main one first: written, or as text.</summary>
    public IReadOnlyList<VpnDeviceConfigFile> Files { get; init; } = [];

    /// <summary>Where the files are; empty where nothing was written.</summary>
    public IReadOnlyList<string> Path => Files.Select(file => file.Path).OfType<string>().ToArray();

    /// <summary>The content of the main file; null where it was written.</summary>
    public string? Text => Files.Count == 0 ? null : Files[0].Text;

    /// <summary>Whether pre-shared keys are in the files or the text. Where they are not, KEY-OF- and the tunnel's outside address stand for them.</summary>
    public bool IncludesSecret { get; init; }

    /// <summary>What the device cannot do, what was left out, and what remains to be done by hand. No secrets.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    // The record's own text would show all there is.
    /// <summary>The connection and the format.</summary>
    public override string ToString() => $"{VpnConnectionId} {Format}";
}
