using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2;
using NetConnect.Sandbox.Ec2.RouteTables;
using NetConnect.Sandbox.Ec2.TransitGateways;
using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Ec2.Vpn;

namespace NetConnect.Sandbox.Seeds;

/// <summary>Makes the transit gateways that a seed describes, with all that is attached to them.</summary>
internal static class TransitGatewayLoader
{
    public static void Load(Ec2Region region, SeedTransitGateway seed)
    {
        TransitGateway gateway = region.TransitGateways.Add(new TransitGateway(region,
            seed.Id ?? region.World.NewId(ResourceKind.TransitGateway.Prefix), seed.AmazonSideAsn ?? VpnGateway.DefaultAsn)
        {
            Options = TransitGatewayOptions.Usual(TransitGatewayOptions.OfGateway
                .Select(option => (option.Name, option.Name == "AutoAcceptSharedAttachments"
                    ? seed.AutoAccept
                    : option.Default && !(seed.NoDefaultTables && option.Name.StartsWith("DefaultRouteTable", StringComparison.Ordinal))))),
            SharedWith = seed.SharedWith ?? [],
        });
        gateway.Cidrs.AddRange((seed.Cidrs ?? []).Select(Cidr.Parse));
        gateway.State.Enter("available");
        SeedLoader.Tag(region, gateway.Id, seed.Name, tags: null);
        List<SeedRouteTable> tables = seed.RouteTables ?? (seed.NoDefaultTables ? [] : [new SeedRouteTable()]);
        foreach (SeedRouteTable table in tables)
        {
            TransitGatewayRouteTable created = region.TransitGatewayRouteTables.Add(
                new TransitGatewayRouteTable(gateway, table.Id ?? region.World.NewId(ResourceKind.TransitGatewayRouteTable.Prefix)));
            created.State.Enter("available");
            SeedLoader.Tag(region, created.Id, table.Name, table.Tags);
            if (seed.NoDefaultTables) continue;
            gateway.AssociationTable ??= created;
            gateway.PropagationTable ??= created;
        }
        foreach (SeedTransitGatewayVpc vpc in seed.Vpcs ?? []) Attach(gateway, vpc);
    }

    private static void Attach(TransitGateway gateway, SeedTransitGatewayVpc seed)
    {
        Ec2Region region = gateway.Home;
        Vpc vpc = region.Vpcs.Get(seed.Id);
        var attachment = new TransitGatewayAttachment(
            gateway, region.World.NewId(ResourceKind.TransitGatewayAttachment.Prefix), StateDurations.TransitGatewayAttachment)
        {
            Vpc = vpc,
            Options = TransitGatewayOptions.Usual(TransitGatewayOptions.OfVpcAttachment),
        };
        attachment.State.Enter("available");
        attachment.AddSubnet(region.Subnets.All.First(subnet => subnet.Vpc == vpc));
        TransitGatewayRules.Add(attachment);
        attachment.Association?.State.Enter("associated");
        foreach (TransitGatewayPropagation propagation in gateway.PropagationTable?.Propagations ?? []) propagation.State.Enter("enabled");
        foreach (string route in seed.Routes ?? [])
            vpc.MainRouteTable.Routes.Add(new Route(RouteDestination.To(Cidr.Parse(route)), RouteTargets.Of(gateway, vpc)));
    }
}
