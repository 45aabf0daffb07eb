namespace NetConnect.Devices;

/// <summary>MikroTik RouterOS 7, as commands. It has no tunnel interfaces for IPsec: policies choose the traffic.</summary>
internal sealed class MikroTikFormat() : DeviceFormat("mikrotik", DeviceVocabularies.MikroTik)
{
    protected override IEnumerable<DeviceFile> Write(DevicePlan plan) =>
        [new($"{plan.VpnId}.rsc", $"# {plan.Heading}\n" + Each(Commands(plan), command => command))];

    protected override IEnumerable<string> Notes(DevicePlan plan)
    {
        yield return $"Run /import {plan.VpnId}.rsc. Put an accept rule for traffic into the tunnels before the rules that masquerade.";
        yield return
            "AWS keeps one pair of associations for each tunnel, and each policy asks for one: join several networks of a side to one" +
            (plan.UsesBgp ? ", and expect BGP and the traffic to compete. A device with tunnel interfaces suits BGP better." : ".");
        foreach (string note in OneGroupNotes(plan)) yield return note;
        foreach (DeviceTunnel tunnel in plan.Tunnels.Where(t => t.Phase1.Integrities.Count > 1))
            yield return
                $"{tunnel.OutsideAddress}: RouterOS proposes one phase 1 hash, and of those that the tunnel allows it is " +
                $"{tunnel.Phase1.Integrities[0].Name}.";
    }

    private static IEnumerable<string> Commands(DevicePlan plan)
    {
        foreach (DeviceTunnel tunnel in plan.Tunnels)
        {
            yield return
                $"/ip ipsec profile add name={tunnel.Name} enc-algorithm={List(tunnel.Phase1.Ciphers)} " +
                $"hash-algorithm={tunnel.Phase1.Integrities[0]} dh-group={List(tunnel.Phase1.Groups)} lifetime={tunnel.Phase1Lifetime}s " +
                $"dpd-interval={tunnel.DpdInterval}s dpd-maximum-failures=3 nat-traversal=yes";
            yield return
                $"/ip ipsec proposal add name={tunnel.Name} enc-algorithms={List(tunnel.Phase2.Ciphers)} " +
                $"auth-algorithms={(tunnel.Phase2.Integrities.Count == 0 ? "null" : List(tunnel.Phase2.Integrities))} " +
                $"pfs-group={tunnel.Phase2.Groups[0]} lifetime={tunnel.Phase2Lifetime}s";
            yield return
                $"/ip ipsec peer add name={tunnel.Name} address={tunnel.OutsideAddress}/32 local-address={plan.LocalAddress} " +
                $"exchange-mode={(tunnel.IkeVersion == 2 ? "ike2" : "main")} profile={tunnel.Name}";
            yield return
                $"/ip ipsec identity add peer={tunnel.Name} auth-method=pre-shared-key secret=\"{tunnel.Key}\" my-id=address:{plan.LocalId} " +
                $"remote-id=address:{tunnel.OutsideAddress}";
            yield return $"/ip address add address={tunnel.DeviceInside}/{tunnel.InsidePrefixLength} interface=lo comment={tunnel.Name}";
        }
        // AWS takes no part in path MTU discovery.
        int mss = plan.Tunnels.Min(tunnel => tunnel.Mss);
        yield return
            $"/ip firewall mangle add chain=forward action=change-mss new-mss={mss} protocol=tcp tcp-flags=syn tcp-mss={mss + 1}-65535 " +
            $"ipsec-policy=out,ipsec passthrough=yes comment={plan.VpnId}";
        foreach (string policy in Policies(plan)) yield return policy;
        foreach (string bgp in plan.UsesBgp ? Bgp(plan) : []) yield return bgp;
    }

    // A policy with two peers uses the second while the first is down.
    private static IEnumerable<string> Policies(DevicePlan plan)
    {
        bool isNarrow = plan.LocalSelector != "0.0.0.0/0";
        IEnumerable<string> own = isNarrow || plan.LocalNetworks.Count == 0 ? [plan.LocalSelector] : plan.LocalNetworks;
        IEnumerable<string> far = plan.RemoteNetworks.Count == 0 ? [plan.RemoteSelector] : plan.RemoteNetworks;
        string peers = string.Join(",", plan.Tunnels.Select(tunnel => tunnel.Name));
        foreach (string local in own)
            foreach (string remote in far)
                yield return
                    $"/ip ipsec policy add peer={peers} tunnel=yes src-address={local} dst-address={remote} action=encrypt level=unique " +
                    $"proposal={plan.Tunnels[0].Name} comment={plan.VpnId}";
        if (!plan.UsesBgp) yield break;
        foreach (DeviceTunnel tunnel in plan.Tunnels)
            yield return
                $"/ip ipsec policy add peer={tunnel.Name} tunnel=yes src-address={tunnel.DeviceInside}/32 dst-address={tunnel.AwsInside}/32 " +
                $"action=encrypt level=unique proposal={tunnel.Name} comment={tunnel.Name}";
    }

    private static IEnumerable<string> Bgp(DevicePlan plan)
    {
        foreach (string network in plan.LocalNetworks) yield return $"/ip firewall address-list add list={plan.VpnId} address={network}";
        foreach (DeviceTunnel tunnel in plan.Tunnels)
            yield return
                $"/routing bgp connection add name={tunnel.Name} as={plan.DeviceAsn} router-id={plan.Tunnels[0].DeviceInside} " +
                $"local.role=ebgp local.address={tunnel.DeviceInside} remote.address={tunnel.AwsInside} remote.as={plan.AwsAsn} " +
                "hold-time=30s keepalive-time=10s" +
                (plan.LocalNetworks.Count > 0 ? $" output.network={plan.VpnId}" : "");
    }

    private static string List(IEnumerable<DeviceAlgorithm> algorithms) => string.Join(",", algorithms);
}
