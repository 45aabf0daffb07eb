namespace NetConnect.Devices;

/// <summary>FRRouting: BGP over the tunnels, or static routes through them. The tunnels themselves come from another format.</summary>
/// <remarks>AWS tells by its MED which tunnel it prefers, above all before maintenance. So nothing here prefers one.</remarks>
internal sealed class FrrFormat() : DeviceFormat("frr", DeviceVocabularies.Aws("FRRouting"))
{
    protected override IEnumerable<DeviceFile> Write(DevicePlan plan) =>
        [new($"{plan.VpnId}.frr.conf", $"! {plan.Heading}\n{(plan.UsesBgp ? Bgp(plan) : Static(plan))}")];

    protected override IEnumerable<string> Notes(DevicePlan plan)
    {
        yield return "FRRouting has no IPsec: export swanctl, ipsecconf or libreswan for the tunnels. Load this with vtysh -b or vtysh -f.";
        if (plan.UsesBgp) yield return "The networks behind the device are announced even while it has no route to them (import-check is off).";
    }

    private static string Static(DevicePlan plan) => Each(
        from network in plan.StaticRoutes from tunnel in plan.Tunnels select (network, tunnel),
        route => $"{(plan.IsIpv6 ? "ipv6" : "ip")} route {route.network} {route.tunnel.AwsInside} {route.tunnel.Number * 10}");

    private static string Bgp(DevicePlan plan)
    {
        string family = plan.IsIpv6 ? "ipv6" : "ip";
        string name = $"AWS-{plan.VpnId}";
        return $"""
            {PrefixList(plan, family, name)}
            !
            route-map {name}-OUT permit 10
             match {family} address prefix-list {name}
            exit
            !
            route-map {name}-IN permit 10
            exit
            !
            router bgp {plan.DeviceAsn}
             bgp router-id {RouterId(plan)}
             no bgp network import-check
            {Each(plan.Tunnels, tunnel => Neighbor(plan, tunnel))}
             !
             address-family {(plan.IsIpv6 ? "ipv6" : "ipv4")} unicast
            {Each(Family(plan, name), line => "  " + line)}
             exit-address-family
            exit
            """;
    }

    // An empty list would let everything through.
    private static string PrefixList(DevicePlan plan, string family, string name) => plan.LocalNetworks.Count == 0
        ? $"{family} prefix-list {name} seq 5 deny any"
        : Each(
            plan.LocalNetworks.Select((network, i) => (network, number: (i + 1) * 5)),
            item => $"{family} prefix-list {name} seq {item.number} permit {item.network}");

    private static string Neighbor(DevicePlan plan, DeviceTunnel tunnel) =>
        $"""
         neighbor {tunnel.AwsInside} remote-as {plan.AwsAsn}
         neighbor {tunnel.AwsInside} description {tunnel.Name}
         neighbor {tunnel.AwsInside} timers 10 30
         neighbor {tunnel.AwsInside} timers connect 10
        """;

    private static IEnumerable<string> Family(DevicePlan plan, string name)
    {
        foreach (string network in plan.LocalNetworks) yield return $"network {network}";
        foreach (DeviceTunnel tunnel in plan.Tunnels)
        {
            yield return $"neighbor {tunnel.AwsInside} activate";
            yield return $"neighbor {tunnel.AwsInside} soft-reconfiguration inbound";
            yield return $"neighbor {tunnel.AwsInside} route-map {name}-IN in";
            yield return $"neighbor {tunnel.AwsInside} route-map {name}-OUT out";
        }
        yield return $"maximum-paths {(plan.UsesBothTunnels ? 2 : 1)}";
    }

    internal static string RouterId(DevicePlan plan) => plan.IsIpv6 ? plan.LocalId : plan.Tunnels[0].DeviceInside;
}
