using NetConnect.Devices;
using NetConnect.Interop.Tests.Ipsec;
using NetConnect.Interop.Tests.Networks;

namespace NetConnect.Interop.Tests.Bgp;

/// <summary>The daemons' own readers on every kind of routing that is exported.</summary>
public sealed class RoutingSyntaxTests
{
    public static TheoryData<bool, bool> Kinds => new() { { false, false }, { false, true }, { true, false }, { true, true } };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Vtysh_accepts_what_is_exported_for_frr(bool usesBgp, bool isIpv6)
    {
        await using Lab lab = await Lab.CreateAsync("vtysh");
        string text = DeviceFormats.Get("frr").Render(Input(usesBgp, isIpv6)).Files[0].Text;

        (await lab.RunAsync(LabProgram.Require("vtysh"), "-C", "-f", lab.Write("frr.conf", text))).Succeeded();
        (await lab.RunAsync(LabProgram.Require("vtysh"), "-C", "-f", lab.Write("wrong.conf", text + "neighbour\n"))).Ended(2);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Bird_accepts_what_is_exported_for_it(bool usesBgp, bool isIpv6)
    {
        await using Lab lab = Lab.WithoutNetwork("bird");
        string text = DeviceFormats.Get("bird").Render(Input(usesBgp, isIpv6)).Files[0].Text;

        (await lab.RunAsync(LabProgram.Require("bird"), "-p", "-c", lab.Write("bird.conf", text))).Succeeded();
        (await lab.RunAsync(LabProgram.Require("bird"), "-p", "-c", lab.Write("wrong.conf", text + "neighbour\n"))).Ended(1);
    }

    private static DeviceConfigInput Input(bool usesBgp, bool isIpv6)
    {
        DeviceConfigInput input = SampleVpn.Input(new(), usesBgp);
        if (!isIpv6) return input;
        IEnumerable<VpnTunnel> tunnels = input.Vpn.Tunnels.Select(
            (tunnel, i) => tunnel with { Options = tunnel.Options with { TunnelInsideIpv6Cidr = $"fd00:{i + 1}::/126" } });
        DeviceSettings settings = new()
        {
            LocalNetworks = usesBgp ? [Addressing.Cidr.Parse("2001:db8:1::/48")] : [],
            RemoteNetworks = usesBgp ? [] : [Addressing.Cidr.Parse("2001:db8:2::/56")],
        };
        return input with { Vpn = input.Vpn with { Tunnels = [.. tunnels], StaticRoutes = [] }, Settings = settings };
    }
}
