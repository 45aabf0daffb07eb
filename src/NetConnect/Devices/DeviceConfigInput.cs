using System.Security;

namespace NetConnect.Devices;

/// <summary>What a device's configuration is made from.</summary>
internal sealed record DeviceConfigInput
{
    /// <summary>The connection with its live options. AWS's own XML is not used: it keeps what the connection was created with.</summary>
    public required SiteToSiteVpn Vpn { get; init; }

    /// <summary>The pre-shared keys by outside address. A tunnel without one gets words in its place, and a note.</summary>
    public IReadOnlyDictionary<string, SecureString> PreSharedKeys { get; init; } = new Dictionary<string, SecureString>();

    /// <summary>What AWS does not know.</summary>
    public DeviceSettings Settings { get; init; } = new();
}
