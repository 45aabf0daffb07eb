using NetConnect.Sandbox.Ec2.Regions;
using NetConnect.Sandbox.Ec2.TransitGateways;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.ClientVpn;

/// <summary>The transit gateway that a new endpoint is to be attached to, and its zones (API Reference, TransitGatewayConfigurationInputStructure).</summary>
internal sealed class ClientVpnTransit
{
    private readonly TransitGateway _gateway;
    private readonly List<AvailabilityZone> _zones;

    private ClientVpnTransit(TransitGateway gateway, List<AvailabilityZone> zones)
    {
        _gateway = gateway;
        _zones = zones;
    }

    /// <summary>What a request says; null where the endpoint is to end in subnets.</summary>
    public static ClientVpnTransit? Read(Ec2Call call, ClientVpnSettings settings)
    {
        QueryParameters given = call.Parameters.Under("TransitGatewayConfiguration");
        if (given.IsEmpty) return null;
        if (settings.Vpc is not null) throw Either();
        TransitGateway gateway = TransitGatewayRules.OwnOrShared(call, given.Required("TransitGatewayId"));
        // Transit Gateways guide, "Client VPN attachments".
        if (gateway.Cidrs.Count == 0) throw QueryParameters.Invalid("TransitGatewayId", gateway.Id, "The transit gateway has no CIDR block.");
        IReadOnlyList<string> names = given.List("AvailabilityZone");
        IReadOnlyList<string> ids = given.List("AvailabilityZoneId");
        if (names.Count > 0 && ids.Count > 0)
            throw new ApiException("InvalidParameterCombination", "Only one of AvailabilityZones and AvailabilityZoneIds may be specified.");
        List<AvailabilityZone> zones = names.Select(name => ClientVpnTargets.Zone(call, name, id: null))
            .Concat(ids.Select(id => ClientVpnTargets.Zone(call, name: null, id))).ToList();
        return new ClientVpnTransit(gateway, zones);
    }

    /// <summary>Attaches an endpoint: at once to a gateway of its own account, else when the gateway's owner accepts it.</summary>
    public void Attach(ClientVpnEndpoint endpoint)
    {
        bool isAccepted = endpoint.OwnerId == _gateway.OwnerId || _gateway.Options["AutoAcceptSharedAttachments"];
        var attachment = new TransitGatewayAttachment(
            _gateway, _gateway.Home.World.NewId(ResourceKind.TransitGatewayAttachment.Prefix), StateDurations.TransitGatewayAttachment)
        {
            Endpoint = endpoint,
        };
        endpoint.Attachment = attachment;
        if (endpoint.Home != _gateway.Home) endpoint.Home.TransitGatewayAttachments.Add(attachment);
        if (isAccepted)
        {
            TransitGatewayRules.Add(attachment);
        }
        else
        {
            attachment.State.Enter("pending-acceptance");
            _gateway.Home.TransitGatewayAttachments.Add(attachment);
        }
        endpoint.Associations.AddRange(_zones.Select(zone => new ClientVpnAssociation(endpoint.Home, zone, subnet: null)));
    }

    public static ApiException Either() => new("InvalidParameterCombination", "An endpoint has a VPC or a transit gateway, not both.");
}
