namespace NetConnect.Sandbox.Ec2.Vpn;

/// <summary>What a VPN connection can end at: a virtual private gateway or a transit gateway.</summary>
internal interface IVpnTarget
{
    string Id { get; }

    long AmazonSideAsn { get; }

    /// <summary>Whether connections may be made to it just now.</summary>
    bool IsAvailable { get; }
}
