namespace NetConnect.Devices;

/// <summary>The script that an IPsec daemon on Linux runs when a tunnel comes up or goes down, for interface and routes.</summary>
/// <remarks>strongSwan and Libreswan call it with the same variables (PLUTO_VERB, PLUTO_PEER).</remarks>
internal static class LinuxUpdown
{
    /// <summary>Writes the script.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="interfacePrefix">What stands before the tunnel's number in the name of its interface.</param>
    /// <param name="create">What follows <c>ip link add "$interface"</c>; null where the daemon makes the interface.</param>
    public static DeviceFile Write(DevicePlan plan, string interfacePrefix, string? create) => new(FileName(plan),
        $$"""
        #!/bin/sh
        # {{plan.Heading}}
        # The IPsec daemon runs this when a tunnel comes up or goes down.
        set -eu

        peer=$PLUTO_PEER
        case "$peer" in
        {{string.Join("\n", plan.Tunnels.Select(Settings))}}
        *) exit 0 ;;
        esac
        interface={{interfacePrefix}}$number
        # A line for each association that uses the interface: one that is replaced goes down only after its successor came up.
        users=/run/netconnect-$interface

        case "$PLUTO_VERB" in
        up-client | up-client-v6)
            echo "${PLUTO_UNIQUEID:-0}" >>"$users"
        {{Create(create)}}    ip link set dev "$interface" mtu "$mtu" up
            ip address replace "$inside" dev "$interface"
            if [ -d "/proc/sys/net/ipv4/conf/$interface" ]; then
                # Packets are chosen by interface, so the policies need no second look, and answers may come by the other tunnel.
                echo 1 >"/proc/sys/net/ipv4/conf/$interface/disable_policy"
                echo 2 >"/proc/sys/net/ipv4/conf/$interface/rp_filter"
            fi
        {{Routes(plan)}}    # AWS takes no part in path MTU discovery.
            if command -v {{Tables(plan)}} >/dev/null 2>&1; then
                for way in -i -o; do
                    clamp="FORWARD $way $interface -p tcp --tcp-flags SYN,RST SYN -j TCPMSS --set-mss $mss"
                    {{Tables(plan)}} -t mangle -C $clamp 2>/dev/null || {{Tables(plan)}} -t mangle -A $clamp || true
                done
            fi
            ;;
        down-client | down-client-v6)
            [ ! -f "$users" ] || sed -i "/^${PLUTO_UNIQUEID:-0}\$/d" "$users"
            # Without the interface its routes are gone, and those of the other tunnel count.
            [ -s "$users" ] || ip link set dev "$interface" down
            ;;
        esac
        """);

    public static string FileName(DevicePlan plan) => $"{plan.VpnId}.updown";

    private static string Settings(DeviceTunnel tunnel) =>
        $"{tunnel.OutsideAddress}) number={tunnel.InterfaceNumber} inside={tunnel.DeviceInside}/{tunnel.InsidePrefixLength} " +
        $"mtu={tunnel.Mtu} mss={tunnel.Mss} metric={tunnel.Number * 100} ;;";

    private static string Create(string? link) =>
        link is null ? "" : $"    ip link show dev \"$interface\" >/dev/null 2>&1 || ip link add \"$interface\" {link}\n";

    private static string Routes(DevicePlan plan) =>
        string.Concat(plan.StaticRoutes.Select(network => $"    ip route replace {network} dev \"$interface\" metric \"$metric\"\n"));

    private static string Tables(DevicePlan plan) => plan.IsIpv6 ? "ip6tables" : "iptables";
}
