using NetConnect.Interop.Tests.Hosting;
using NetConnect.Interop.Tests.Networks;

namespace NetConnect.Interop.Tests.Ipsec;

/// <summary>The exported script on a host of its own, with tun devices where a kernel with IPsec would make the interfaces.</summary>
public sealed class UpdownScriptTests
{
    private const string First = "aws2562";
    private const string Second = "aws5126";

    [Fact]
    public async Task Routes_follow_the_tunnels_that_are_up()
    {
        await using Lab lab = await Lab.CreateAsync();
        var host = new UpdownHost(lab, await lab.HostAsync("d"), "swanctl");
        foreach (string device in new[] { First, Second }) await lab.IpAsync(host.Name, $"tuntap add mode tun name {device}");

        await host.RunAsync(0, "up-client", 1);
        await host.RunAsync(1, "up-client", 2);
        Assert.Contains(First, await RouteAsync(), StringComparison.Ordinal);
        string link = await lab.IpAsync(host.Name, $"addr show dev {First}");
        Assert.Contains("mtu 1422", link, StringComparison.Ordinal);
        Assert.Contains("inet 169.254.10.2/30", link, StringComparison.Ordinal);

        await host.RunAsync(0, "down-client", 1);
        Assert.Contains(Second, await RouteAsync(), StringComparison.Ordinal);
        await host.RunAsync(0, "up-client", 3);
        Assert.Contains(First, await RouteAsync(), StringComparison.Ordinal);

        Task<string> RouteAsync() => lab.IpAsync(host.Name, "route show 10.1.0.0/16");
    }

    [Fact]
    public async Task An_association_that_was_replaced_does_not_take_the_interface_down()
    {
        await using Lab lab = await Lab.CreateAsync();
        var host = new UpdownHost(lab, await lab.HostAsync("d"), "swanctl");
        await lab.IpAsync(host.Name, $"tuntap add mode tun name {First}");

        await host.RunAsync(0, "up-client", 1);
        await host.RunAsync(0, "up-client", 2);
        await host.RunAsync(0, "down-client", 1);
        Assert.NotEmpty(await lab.IpAsync(host.Name, "route show 10.1.0.0/16"));
        await host.RunAsync(0, "down-client", 2);
        Assert.Empty(await lab.IpAsync(host.Name, "route show 10.1.0.0/16"));
    }

    [Theory]
    [InlineData("swanctl", "link add aws2562 type xfrm dev lo if_id 2562")]
    [InlineData("ipsecconf", "link add aws2562 type vti local 198.51.100.10 remote 203.0.113.9 key 2562")]
    public async Task The_interface_is_made_where_it_is_missing(string format, string command)
    {
        await using Lab lab = await Lab.CreateAsync();
        var host = new UpdownHost(lab, await lab.HostAsync("d"), format);

        // The kernel here may not have such interfaces: what counts is what it is asked for.
        ProgramRun run = await host.TraceAsync(0, "up-client", 1);
        Assert.Contains("+ ip " + command, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tunnels_of_others_are_left_alone()
    {
        await using Lab lab = await Lab.CreateAsync();
        var host = new UpdownHost(lab, await lab.HostAsync("d"), "libreswan");

        Assert.Equal("", (await host.TraceAsync(peer: "192.0.2.1", "up-client", 1)).Succeeded().Output);
        Assert.DoesNotContain("aws", await lab.IpAsync(host.Name, "link show"), StringComparison.Ordinal);
    }
}
