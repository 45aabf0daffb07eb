namespace NetConnect.Sandbox.Ec2.Vpn;

/// <summary>What AWS knows of the device at the other end of VPN connections.</summary>
internal sealed class CustomerGateway(Ec2Region home, string id, string? ipAddress, long bgpAsn)
    : ProvisionedResource(home, id, StateDurations.VpnGatewayChange)
{
    /// <summary>The greatest number that the older of the two fields for it can hold.</summary>
    public const long LargestShortAsn = int.MaxValue;

    /// <summary>The address of the device; null where a certificate stands for it.</summary>
    public string? IpAddress => ipAddress;

    public long BgpAsn => bgpAsn;

    public string? CertificateArn { get; init; }

    public string? DeviceName { get; init; }

    public bool IsInUse => Home.VpnConnections.Live().Any(connection => connection.CustomerGateway == this);
}
