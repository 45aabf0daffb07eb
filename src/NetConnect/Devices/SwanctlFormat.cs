namespace NetConnect.Devices;

/// <summary>strongSwan's swanctl.conf, with an XFRM interface for each tunnel.</summary>
internal sealed class SwanctlFormat() : DeviceFormat("swanctl", DeviceVocabularies.StrongSwan("strongSwan (swanctl)"))
{
    protected override IEnumerable<DeviceFile> Write(DevicePlan plan) =>
    [
        new($"{plan.VpnId}.conf",
            $$"""
            # {{plan.Heading}}
            connections {
            {{Each(plan.Tunnels, tunnel => Connection(plan, tunnel))}}
            }
            secrets {
            {{Each(plan.Tunnels, tunnel => Secret(plan, tunnel))}}
            }
            """),
        LinuxUpdown.Write(plan, "aws", "type xfrm dev lo if_id \"$number\""),
    ];

    protected override IEnumerable<string> Notes(DevicePlan plan)
    {
        yield return
            $"Put {plan.VpnId}.conf into /etc/swanctl/conf.d and {LinuxUpdown.FileName(plan)}, executable, into /etc/swanctl, then run swanctl --load-all.";
        yield return "XFRM interfaces need Linux 4.19 and strongSwan 5.8 with its updown plugin; where they are missing, choose ipsecconf.";
        if (plan.UsesBgp) yield return BgpElsewhere;
    }

    private static string Connection(DevicePlan plan, DeviceTunnel tunnel) =>
        $$"""
            {{tunnel.Name}} {
                version = {{tunnel.IkeVersion}}
                local_addrs = {{plan.LocalAddress}}
                remote_addrs = {{tunnel.OutsideAddress}}
                proposals = {{StrongSwanProposals.Phase1(tunnel)}}
                rekey_time = {{tunnel.Phase1Lifetime - tunnel.RekeyMargin}}s
                over_time = {{tunnel.RekeyMargin}}s
                dpd_delay = {{tunnel.DpdInterval}}s
                dpd_timeout = {{tunnel.DpdTimeout}}s
                keyingtries = 0
                mobike = no
                unique = replace
                local {
                    auth = psk
                    id = {{plan.LocalId}}
                }
                remote {
                    auth = psk
                    id = {{tunnel.OutsideAddress}}
                }
                children {
                    {{tunnel.Name}} {
                        local_ts = {{plan.LocalSelector}}
                        remote_ts = {{plan.RemoteSelector}}
                        esp_proposals = {{StrongSwanProposals.Phase2(tunnel)}}
                        rekey_time = {{tunnel.Phase2Lifetime - tunnel.RekeyMargin}}s
                        life_time = {{tunnel.Phase2Lifetime}}s
                        replay_window = {{tunnel.ReplayWindow}}
                        dpd_action = restart
                        start_action = start
                        close_action = start
                        if_id_in = {{tunnel.InterfaceNumber}}
                        if_id_out = {{tunnel.InterfaceNumber}}
                        updown = /etc/swanctl/{{LinuxUpdown.FileName(plan)}}
                    }
                }
            }
        """;

    private static string Secret(DevicePlan plan, DeviceTunnel tunnel) =>
        $$"""
            ike-{{tunnel.Name}} {
                id-1 = {{plan.LocalId}}
                id-2 = {{tunnel.OutsideAddress}}
                secret = "{{tunnel.Key}}"
            }
        """;
}
