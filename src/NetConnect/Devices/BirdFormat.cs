namespace NetConnect.Devices;

/// <summary>BIRD 2: BGP over the tunnels, or static routes through them. The tunnels themselves come from another format.</summary>
internal sealed class BirdFormat() : DeviceFormat("bird", DeviceVocabularies.Aws("BIRD 2"))
{
    protected override IEnumerable<DeviceFile> Write(DevicePlan plan) =>
    [
        new($"{plan.VpnId}.bird.conf",
            $$"""
            # {{plan.Heading}}
            router id {{FrrFormat.RouterId(plan)}};
            protocol device {
            }
            protocol direct {
                {{Family(plan)}};
            }
            protocol kernel {
                {{Family(plan)}} {
                    import none;
                    export where source ~ [ RTS_BGP, RTS_STATIC ] && dest != RTD_UNREACHABLE;
                };{{(plan.UsesBothTunnels ? "\n    merge paths on limit 2;" : "")}}
            }
            {{(plan.UsesBgp ? Bgp(plan) : Static(plan))}}
            """),
    ];

    protected override IEnumerable<string> Notes(DevicePlan plan)
    {
        yield return "BIRD has no IPsec: export swanctl, ipsecconf or libreswan for the tunnels.";
        yield return "The file stands alone, as /etc/bird/bird.conf. In an existing configuration, take over what it does not have yet.";
    }

    private static string Family(DevicePlan plan) => plan.IsIpv6 ? "ipv6" : "ipv4";

    // A route of its own for each tunnel, so that the second counts once the first one's interface is down.
    private static string Static(DevicePlan plan) => Each(plan.Tunnels, tunnel =>
        $$"""
        protocol static aws_tunnel{{tunnel.Number}} {
            {{Family(plan)}} { preference {{210 - (tunnel.Number * 10)}}; };
        {{Each(plan.StaticRoutes, network => $"    route {network} via {tunnel.AwsInside};")}}
        }
        """);

    private static string Bgp(DevicePlan plan) =>
        $$"""
        # What is announced to AWS. "unreachable" only makes it known here: the kernel does not get it.
        protocol static aws_announced {
            {{Family(plan)}};
        {{Each(plan.LocalNetworks, network => $"    route {network} unreachable;")}}
        }
        {{Each(plan.Tunnels, tunnel => Neighbor(plan, tunnel))}}
        """;

    private static string Neighbor(DevicePlan plan, DeviceTunnel tunnel) =>
        $$"""
        protocol bgp aws_tunnel{{tunnel.Number}} {
            description "{{tunnel.Name}}";
            local {{tunnel.DeviceInside}} as {{plan.DeviceAsn}};
            neighbor {{tunnel.AwsInside}} as {{plan.AwsAsn}};
            hold time 30;
            keepalive time 10;
            connect retry time 10;
            {{Family(plan)}} {
                import all;
                export where proto = "aws_announced";
            };
        }
        """;
}
