using NetConnect.Sandbox.Ec2.Vpn;

namespace NetConnect.Sandbox.Ec2.TransitGateways;

/// <summary>A transit gateway of the account: sharing with other accounts and peering of gateways are not here.</summary>
internal sealed class TransitGateway(Ec2Region home, string id, long amazonSideAsn)
    : ProvisionedResource(home, id, StateDurations.TransitGatewayChange), IVpnTarget
{
    public long AmazonSideAsn { get; set; } = amazonSideAsn;

    public string? Description { get; set; }

    public TransitGatewayOptions Options { get; init; } = new();

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
