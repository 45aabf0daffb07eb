using NetConnect.Addressing;
using NetConnect.SiteToSite;
using NetConnect.Tests.Peering.Fakes;
using NetConnect.Tests.SiteToSite.Fakes;

namespace NetConnect.Tests.SiteToSite;

/// <summary>A connection into a VPC with one route table, well in everything but one thing.</summary>
public sealed class VpnDoctorTests
{
    private const string Gateway = "vgw-0000000000000000a";
    private const string Behind = "192.168.0.0/16";

    private readonly FakeEc2 _ec2 = new();
    private readonly FakeVpc _vpc;
    private readonly FakeVpns _vpns = new(new VirtualClock());

    public VpnDoctorTests()
    {
        _vpc = _ec2.AddVpc("vpc-0000000a", "111111111111", "eu-west-1", "10.1.0.0/16");
        _vpc.Main.With(Behind, Gateway);
        _vpns.Vpcs = _ec2.Api("111111111111", "eu-west-1");
        _vpns.Gateways.Add(new VpnGateway { VpnGatewayId = Gateway, State = "available", VpcId = _vpc.Id, AttachmentState = "attached", AmazonSideAsn = 64512 });
        _vpns.CustomerGateways.Add(new CustomerGateway { CustomerGatewayId = "cgw-a", State = "available", IpAddress = "198.51.100.7", BgpAsn = 65010 });
        With(vpn => vpn with { StaticRoutes = [Behind], LocalIpv4NetworkCidr = "0.0.0.0/0", RemoteIpv4NetworkCidr = "0.0.0.0/0", CustomerGatewayId = "cgw-a" });
        Agreed(phase2: true);
    }

    [Fact]
    public Task Where_all_is_well_nothing_is_found() => FindsAsync("");

    [Fact]
    public Task A_connection_that_is_being_changed_is_looked_at_all_the_same()
    {
        _vpns.State = "modifying";
        return FindsAsync("ConnectionChanging");
    }

    [Fact]
    public Task That_BGP_is_down_is_known_by_the_algorithms_of_IPsec_and_not_by_a_text()
    {
        _vpns.IsStatic = false;
        Down(message: "whatever AWS may say");
        return FindsAsync("BgpDown BgpDown");
    }

    [Fact]
    public Task A_text_alone_does_not_make_IPsec_up()
    {
        _vpns.IsStatic = false;
        Agreed();
        Down(message: "IPSEC IS UP");
        return FindsAsync("AwsDoesNotInitiate AwsDoesNotInitiate TunnelDown TunnelDown");
    }

    [Fact]
    public Task IKE_without_IPsec_is_told_apart()
    {
        Agreed(phase1: true);
        Down();
        return FindsAsync("Phase2Down Phase2Down");
    }

    [Fact]
    public Task What_AWS_could_not_make_is_found_with_the_cause_that_its_reason_names()
    {
        _vpns.Negotiation = new VpnTunnelNegotiation { ProvisioningStatus = "failed", ProvisioningStatusReason = "No Proposal Match Found" };
        Down();
        return FindsAsync("ProposalMismatch ProposalMismatch TunnelNotProvisioned TunnelNotProvisioned");
    }

    [Fact]
    public Task Options_that_can_never_agree_are_found()
    {
        Agreed();
        _vpns.Tunnels.ForEach(tunnel => tunnel.Options = new() { IkeVersions = ["ikev1"], Phase1EncryptionAlgorithms = ["AES256-GCM-16"], StartupAction = "start" });
        Down();
        return FindsAsync("ProposalMismatch ProposalMismatch TunnelDown TunnelDown");
    }

    [Fact]
    public async Task What_may_not_be_read_is_told_and_the_rest_is_examined()
    {
        _vpns.Unreadable = "198.18.0.1";
        _vpns.Tunnels[0].IsUp = false;
        await FindsAsync("AwsDoesNotInitiate NotExamined OneTunnelUp TunnelDown");
    }

    [Fact]
    public Task A_tunnel_without_telemetry_is_not_up()
    {
        Agreed();
        With(vpn => vpn with { TunnelStatus = vpn.TunnelStatus.Take(1).ToList() });
        return FindsAsync("AwsDoesNotInitiate OneTunnelUp TunnelDown");
    }

    [Fact]
    public Task Equal_numbers_at_both_ends_are_found()
    {
        _vpns.IsStatic = false;
        _vpns.Tunnels.ForEach(tunnel => tunnel.Routes = TimeSpan.Zero);
        _vpns.CustomerGateways[0] = _vpns.CustomerGateways[0] with { BgpAsn = 64512 };
        return FindsAsync("EqualAsn");
    }

    [Fact]
    public Task A_table_that_leads_one_network_there_and_not_the_other_is_found()
    {
        With(vpn => vpn with { StaticRoutes = [Behind, "172.16.0.0/12"] });
        return FindsAsync("MissingRoute");
    }

    [Fact]
    public Task A_gateway_without_a_VPC_is_found()
    {
        _vpns.Gateways.Clear();
        return FindsAsync("GatewayNotAttached");
    }

    [Fact]
    public Task A_network_that_overlaps_the_VPC_is_found()
    {
        _vpc.Cidrs.Add(Cidr.Parse("192.168.7.0/24"));
        return FindsAsync("OverlapsVpc");
    }

    [Theory]
    [InlineData("192.168.0.0/17", "0.0.0.0/0")]
    [InlineData("0.0.0.0/0", "10.2.0.0/16")]
    public Task Networks_that_the_connection_does_not_let_through_are_found(string local, string remote)
    {
        With(vpn => vpn with { LocalIpv4NetworkCidr = local, RemoteIpv4NetworkCidr = remote });
        return FindsAsync("OutsideTrafficSelector");
    }

    [Fact]
    public Task Another_connection_to_the_same_network_is_found_unless_it_is_deleted()
    {
        _vpns.Others.Add(new SiteToSiteVpn { VpnConnectionId = "vpn-b", State = "available", VpnGatewayId = Gateway, StaticRoutes = ["192.168.9.0/24"] });
        _vpns.Others.Add(new SiteToSiteVpn { VpnConnectionId = "vpn-c", State = "deleted", VpnGatewayId = Gateway, StaticRoutes = ["192.168.9.0/24"] });
        return FindsAsync("OverlapsOtherVpn");
    }

    [Theory]
    [InlineData(88, "")]
    [InlineData(89, "Information")]
    [InlineData(99, "Warning")]
    public async Task The_static_routes_of_a_gateway_are_counted_over_its_connections(int others, string severity)
    {
        _vpns.Others.Add(new SiteToSiteVpn
        {
            VpnConnectionId = "vpn-b",
            State = "available",
            VpnGatewayId = Gateway,
            StaticRoutes = Enumerable.Range(0, others).Select(i => $"172.16.{i}.0/24").ToList(),
        });
        Assert.Equal(severity, string.Join(" ", (await ExamineAsync()).Select(finding => finding.Severity)));
    }

    [Fact]
    public async Task Quotas_of_the_Region_and_of_BGP_are_watched_too()
    {
        _vpns.IsStatic = false;
        for (int i = 0; i < 49; i++)
            _vpns.Others.Add(new SiteToSiteVpn { VpnConnectionId = $"vpn-{i}", State = "available", TransitGatewayId = "tgw-a" });
        With(vpn => vpn with { Region = "eu-west-1", TunnelStatus = vpn.TunnelStatus.Select(tunnel => tunnel with { AcceptedRouteCount = 95 }).ToList() });
        IReadOnlyList<VpnFinding> findings = await ExamineAsync();
        Assert.Equal(["198.18.0.1", "198.18.0.2", "eu-west-1"], findings.Select(finding => finding.Subject).Order());
        Assert.All(findings, finding => Assert.Equal("Quota", finding.Code));
    }

    private async Task FindsAsync(string codes) => Assert.Equal(codes, string.Join(" ", (await ExamineAsync()).Select(finding => finding.Code).Order()));

    private async Task<IReadOnlyList<VpnFinding>> ExamineAsync() => (await new VpnDoctor(_vpns).ExamineAsync(FakeVpns.Id, [], CancellationToken.None)).Findings;

    private void Agreed(bool phase1 = false, bool phase2 = false) => _vpns.Negotiation = new VpnTunnelNegotiation
    {
        IkeVersion = phase1 || phase2 ? "ikev2" : null,
        Phase1EncryptionAlgorithm = phase1 || phase2 ? "AES256" : null,
        Phase2EncryptionAlgorithm = phase2 ? "AES256" : null,
        ProvisioningStatus = "available",
    };

    private void Down(string? message = null)
    {
        _vpns.Tunnels.ForEach(tunnel => tunnel.IsUp = false);
        With(vpn => vpn with { TunnelStatus = vpn.TunnelStatus.Select(tunnel => tunnel with { StatusMessage = message }).ToList() });
    }

    private void With(Func<SiteToSiteVpn, SiteToSiteVpn> change)
    {
        Func<SiteToSiteVpn, SiteToSiteVpn> before = _vpns.As;
        _vpns.As = vpn => change(before(vpn));
    }
}
