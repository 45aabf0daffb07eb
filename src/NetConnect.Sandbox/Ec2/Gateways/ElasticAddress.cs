namespace NetConnect.Sandbox.Ec2.Gateways;

/// <summary>An Elastic IP address.</summary>
internal sealed class ElasticAddress(Ec2Region home, string id) : Ec2Resource(home, id)
{
    // Ranges for documentation (RFC 5737): nobody's addresses.
    private static readonly string[] s_ranges = ["198.51.100.", "203.0.113."];

    public string PublicIp { get; } = NextPublicIp(home);

    /// <summary>The NAT gateway that has the address.</summary>
    public NatGateway? NatGateway =>
        Home.NatGateways.All.FirstOrDefault(gateway => gateway.Address == this && gateway.State.Code is not ("deleted" or "failed"));

    public string? AssociationId => NatGateway?.AddressAssociationId;

    private static string NextPublicIp(Ec2Region home)
    {
        var taken = new HashSet<string>(home.Addresses.All.Select(address => address.PublicIp), StringComparer.Ordinal);
        return s_ranges.SelectMany(prefix => Enumerable.Range(1, 254).Select(last => $"{prefix}{last}"))
            .First(address => !taken.Contains(address));
    }
}
