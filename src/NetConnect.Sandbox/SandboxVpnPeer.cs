namespace NetConnect.Sandbox;

/// <summary>How a device is configured for one tunnel. What is null is as the tunnel had it when the device was connected.</summary>
public sealed class SandboxVpnPeer
{
    /// <summary>The key that the device has.</summary>
    public string? PreSharedKey { get; set; }

    /// <summary>The IKE versions that it speaks: <c>ikev1</c>, <c>ikev2</c>.</summary>
    public IReadOnlyList<string>? IkeVersions { get; set; }

    /// <summary>The IKE ciphers that it offers, as EC2 names them (<c>AES256-GCM-16</c>).</summary>
    public IReadOnlyList<string>? Phase1EncryptionAlgorithms { get; set; }

    /// <summary>The IKE integrity algorithms that it offers (<c>SHA2-256</c>).</summary>
    public IReadOnlyList<string>? Phase1IntegrityAlgorithms { get; set; }

    /// <summary>The IKE Diffie-Hellman groups that it offers.</summary>
    public IReadOnlyList<int>? Phase1DHGroupNumbers { get; set; }

    /// <summary>The ESP ciphers that it offers.</summary>
    public IReadOnlyList<string>? Phase2EncryptionAlgorithms { get; set; }

    /// <summary>The ESP integrity algorithms that it offers.</summary>
    public IReadOnlyList<string>? Phase2IntegrityAlgorithms { get; set; }

    /// <summary>The ESP Diffie-Hellman groups that it offers.</summary>
    public IReadOnlyList<int>? Phase2DHGroupNumbers { get; set; }

    /// <summary>The network behind it that it wants in the tunnel (0.0.0.0/0: any). Where it is another than the connection's, there is IKE and no IPsec.</summary>
    public string? LocalNetwork { get; set; }

    /// <summary>The network at AWS that it wants in the tunnel (0.0.0.0/0: any).</summary>
    public string? RemoteNetwork { get; set; }

    /// <summary>Whether its BGP session works; where routes are static that does not matter.</summary>
    public bool RunsBgp { get; set; } = true;

    /// <summary>The networks that it announces over BGP.</summary>
    public IReadOnlyList<string> BgpRoutes { get; set; } = [];
}
