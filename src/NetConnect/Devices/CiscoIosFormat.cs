namespace NetConnect.Devices;

/// <summary>Cisco IOS XE, with a tunnel interface for each tunnel.</summary>
internal sealed class CiscoIosFormat() : DeviceFormat("ciscoios", DeviceVocabularies.CiscoIos)
{
    // IOS knows the powers of two to 1,024.
    private static readonly int[] s_replayWindows = [1024, 512, 256, 128, 64];

    protected override IEnumerable<DeviceFile> Write(DevicePlan plan) =>
    [
        new($"{plan.VpnId}.ios.txt",
            $"""
            ! {plan.Heading}
            {CiscoIosPhase1.Write(plan)}
            {Each(plan.Tunnels, tunnel => Ipsec(plan, tunnel))}
            {(plan.UsesBgp ? Bgp(plan) : Static(plan))}
            end
            """),
    ];

    protected override IEnumerable<string> Notes(DevicePlan plan)
    {
        yield return "Paste it in configuration mode. Algorithms and groups depend on the platform and its licence.";
        if (plan.LocalSelector != "0.0.0.0/0" || plan.RemoteSelector != "0.0.0.0/0")
            yield return "A tunnel interface proposes 0.0.0.0/0 on both sides, which the connection's traffic selectors do not allow.";
        foreach (string note in OneGroupNotes(plan)) yield return note;
    }

    private static string Ipsec(DevicePlan plan, DeviceTunnel tunnel)
    {
        var sets = tunnel.Phase2.WithOneGroup.Phase2Combinations
            .Select((c, i) => (Name: $"{tunnel.Name}-{i + 1}", Words: $"{c.Cipher} {c.Integrity}".TrimEnd()))
            .ToList();
        return $"""
            {Each(sets, set => $"crypto ipsec transform-set {set.Name} {set.Words}\n mode tunnel")}
            crypto ipsec profile {tunnel.Name}
             set transform-set {string.Join(" ", sets.Select(set => set.Name))}
             set pfs group{tunnel.Phase2.Groups[0]}
             set security-association lifetime seconds {tunnel.Phase2Lifetime}
             set security-association replay window-size {s_replayWindows.First(size => size <= tunnel.ReplayWindow)}
             set {(tunnel.IkeVersion == 2 ? "ikev2-profile" : "isakmp-profile")} {tunnel.Name}
            interface Tunnel{tunnel.InterfaceNumber}
             description {tunnel.Name}
             ip address {tunnel.DeviceInside} 255.255.255.252
             ip mtu {tunnel.Mtu}
             ip tcp adjust-mss {tunnel.Mss}
             tunnel source {plan.LocalAddress}
             tunnel mode ipsec ipv4
             tunnel destination {tunnel.OutsideAddress}
             tunnel protection ipsec profile {tunnel.Name}
             no shutdown
            """;
    }

    private static string Static(DevicePlan plan) => Each(
        from network in plan.StaticRoutes from tunnel in plan.Tunnels select (network, tunnel),
        route => $"ip route {IosAddress.Masked(route.network)} Tunnel{route.tunnel.InterfaceNumber} {route.tunnel.Number * 10}");

    private static string Bgp(DevicePlan plan) =>
        $"""
        router bgp {plan.DeviceAsn}
         bgp log-neighbor-changes
        {Each(plan.Tunnels, tunnel => $" neighbor {tunnel.AwsInside} remote-as {plan.AwsAsn}")}
        {Each(plan.Tunnels, tunnel => $" neighbor {tunnel.AwsInside} timers 10 30 30")}
         address-family ipv4
        {Each(plan.Tunnels, tunnel => $"  neighbor {tunnel.AwsInside} activate")}
        {Each(plan.Tunnels, tunnel => $"  neighbor {tunnel.AwsInside} soft-reconfiguration inbound")}
        {Each(plan.LocalNetworks, network => $"  network {IosAddress.Masked(network, "mask ")}")}
          maximum-paths {(plan.UsesBothTunnels ? 2 : 1)}
         exit-address-family
        """;
}
