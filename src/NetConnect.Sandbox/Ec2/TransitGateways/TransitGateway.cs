using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.Vpn;

namespace NetConnect.Sandbox.Ec2.TransitGateways;

/// <summary>A transit gateway of the account. Others may attach Client VPN endpoints to one that is shared with them, and nothing else; peering
/// of gateways is not here.</summary>
internal sealed class TransitGateway(Ec2Region home, string id, long amazonSideAsn)
    : ProvisionedResource(home, id, StateDurations.TransitGatewayChange), IVpnTarget
{
    public long AmazonSideAsn { get; set; } = amazonSideAsn;

    public string? Description { get; set; }

    public TransitGatewayOptions Options { get; init; } = new();

    /// <summary>Where its own interfaces have addresses; Client VPN attachments need one.</summary>
    public List<Cidr> Cidrs { get; } = [];

    /// <summary>The accounts that it is shared with, by the seed: there is no RAM here.</summary>
    public IReadOnlyList<string> SharedWith { get; init; } = [];

    public bool IsAvailable => State.Code == "available";

    public string Arn => $"arn:aws:ec2:{Home.Name}:{OwnerId}:transit-gateway/{Id}";

    /// <summary>The table that new attachments route by; null where they are to be associated by hand.</summary>
    public TransitGatewayRouteTable? AssociationTable { get; set; }

    /// <summary>The table that learns the routes of new attachments; null where that is to be said by hand.</summary>
    public TransitGatewayRouteTable? PropagationTable { get; set; }

    public IEnumerable<TransitGatewayAttachment> Attachments =>
        Home.TransitGatewayAttachments.Live().Where(attachment => attachment.Gateway == this);

    public IEnumerable<TransitGatewayRouteTable> RouteTables =>
        Home.TransitGatewayRouteTables.Live().Where(table => table.Gateway == this);
}
