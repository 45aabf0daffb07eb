namespace NetConnect.Devices;

/// <summary>VyOS 1.4, as set commands, with a VTI for each tunnel.</summary>
internal sealed class VyOsFormat() : DeviceFormat("vyos", DeviceVocabularies.VyOs)
{
    protected override IEnumerable<DeviceFile> Write(DevicePlan plan) =>
        [new($"{plan.VpnId}.vyos.txt", $"# {plan.Heading}\n" + Each(Commands(plan), command => "set " + command))];

    protected override IEnumerable<string> Notes(DevicePlan plan)
    {
        yield return "Enter it in configuration mode with set vpn ipsec interface and the outside interface's name, then commit and save.";
        yield return "Where a firewall is set up, allow UDP 500 and 4500 and ESP from AWS's addresses.";
        foreach (string note in OneGroupNotes(plan)) yield return note;
    }

    private static IEnumerable<string> Commands(DevicePlan plan) =>
    [
        // Tunnels that take everything must not become the default route.
        "vpn ipsec options disable-route-autoinstall",
        .. plan.Tunnels.SelectMany(tunnel => Groups(tunnel).Concat(Peer(plan, tunnel))),
        .. plan.UsesBgp ? Bgp(plan) : Static(plan),
    ];

    private static IEnumerable<string> Groups(DeviceTunnel tunnel)
    {
        string ike = $"vpn ipsec ike-group {tunnel.Name}";
        yield return $"{ike} key-exchange ikev{tunnel.IkeVersion}";
        yield return $"{ike} lifetime {tunnel.Phase1Lifetime}";
        yield return $"{ike} close-action start";
        yield return $"{ike} dead-peer-detection action restart";
        yield return $"{ike} dead-peer-detection interval {tunnel.DpdInterval}";
        yield return $"{ike} dead-peer-detection timeout {tunnel.DpdTimeout}";
        foreach ((DeviceCombination c, int number) in tunnel.Phase1.Phase1Combinations.Select((c, i) => (c, i + 1)))
        {
            yield return $"{ike} proposal {number} encryption {c.Cipher}";
            yield return $"{ike} proposal {number} hash {c.Integrity}";
            if (c.Cipher.IsGcm) yield return $"{ike} proposal {number} prf prf{c.Integrity}";
            yield return $"{ike} proposal {number} dh-group {c.Group}";
        }
        string esp = $"vpn ipsec esp-group {tunnel.Name}";
        yield return $"{esp} lifetime {tunnel.Phase2Lifetime}";
        yield return $"{esp} mode tunnel";
        yield return $"{esp} pfs dh-group{tunnel.Phase2.Groups[0]}";
        foreach ((DeviceCombination c, int number) in tunnel.Phase2.WithOneGroup.Phase2Combinations.Select((c, i) => (c, i + 1)))
        {
            yield return $"{esp} proposal {number} encryption {c.Cipher}";
            // With GCM the hash is not proposed, but the command line wants one.
            yield return $"{esp} proposal {number} hash {c.Integrity?.Word ?? "sha256"}";
        }
    }

    private static IEnumerable<string> Peer(DevicePlan plan, DeviceTunnel tunnel)
    {
        string vti = $"interfaces vti vti{tunnel.InterfaceNumber}";
        yield return $"{vti} address {tunnel.DeviceInside}/{tunnel.InsidePrefixLength}";
        yield return $"{vti} description {tunnel.Name}";
        yield return $"{vti} mtu {tunnel.Mtu}";
        yield return $"{vti} ip adjust-mss {tunnel.Mss}";
        string key = $"vpn ipsec authentication psk {tunnel.Name}";
        yield return $"{key} id {plan.LocalId}";
        yield return $"{key} id {tunnel.OutsideAddress}";
        yield return $"{key} secret '{tunnel.Key}'";
        string peer = $"vpn ipsec site-to-site peer {tunnel.Name}";
        yield return $"{peer} authentication mode pre-shared-secret";
        yield return $"{peer} authentication local-id {plan.LocalId}";
        yield return $"{peer} authentication remote-id {tunnel.OutsideAddress}";
        yield return $"{peer} connection-type initiate";
        yield return $"{peer} ike-group {tunnel.Name}";
        yield return $"{peer} local-address {plan.LocalAddress}";
        yield return $"{peer} remote-address {tunnel.OutsideAddress}";
        yield return $"{peer} vti bind vti{tunnel.InterfaceNumber}";
        yield return $"{peer} vti esp-group {tunnel.Name}";
    }

    private static IEnumerable<string> Static(DevicePlan plan) =>
        from network in plan.StaticRoutes
        from tunnel in plan.Tunnels
        select $"protocols static route {network} interface vti{tunnel.InterfaceNumber} distance {tunnel.Number * 10}";

    private static IEnumerable<string> Bgp(DevicePlan plan)
    {
        yield return $"protocols bgp system-as {plan.DeviceAsn}";
        foreach (string network in plan.LocalNetworks) yield return $"protocols bgp address-family ipv4-unicast network {network}";
        if (plan.UsesBothTunnels) yield return "protocols bgp address-family ipv4-unicast maximum-paths ebgp 2";
        foreach (DeviceTunnel tunnel in plan.Tunnels)
        {
            string neighbor = $"protocols bgp neighbor {tunnel.AwsInside}";
            yield return $"{neighbor} remote-as {plan.AwsAsn}";
            yield return $"{neighbor} description {tunnel.Name}";
            yield return $"{neighbor} timers keepalive 10";
            yield return $"{neighbor} timers holdtime 30";
            yield return $"{neighbor} address-family ipv4-unicast soft-reconfiguration inbound";
        }
    }
}
