using NetConnect.Addressing;

namespace NetConnect.Devices;

/// <summary>What AWS does not know about the device and the networks at both ends.</summary>
internal sealed record DeviceSettings
{
    /// <summary>The address that the device itself has, where NAT changes it on the way; null where it is the customer gateway's.</summary>
    public string? LocalAddress { get; init; }

    /// <summary>The networks behind the device, which BGP announces; empty for the static routes of the connection.</summary>
    public IReadOnlyList<Cidr> LocalNetworks { get; init; } = [];

    /// <summary>The networks on the AWS side, to which a device without BGP needs routes.</summary>
    public IReadOnlyList<Cidr> RemoteNetworks { get; init; } = [];

    /// <summary>Whether nothing is known beyond what AWS knows.</summary>
    public bool IsEmpty => LocalAddress is null && LocalNetworks.Count == 0 && RemoteNetworks.Count == 0;
}
