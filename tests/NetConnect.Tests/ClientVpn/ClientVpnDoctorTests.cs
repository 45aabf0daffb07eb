using NetConnect.Addressing;
using NetConnect.ClientVpn;
using NetConnect.ClientVpns;
using NetConnect.Peering;
using NetConnect.Tests.Peering.Fakes;

namespace NetConnect.Tests.ClientVpn;

/// <summary>An endpoint in two zones of a VPC that leads on to 172.16.0.0/12, well in everything but one thing.</summary>
public sealed class ClientVpnDoctorTests
{
    private const string A = "subnet-0000000a";
    private const string B = "subnet-0000000b";
    private const string Arn = "arn:aws:acm:eu-west-1:111111111111:certificate/server";
    private const string RootArn = "arn:aws:acm:eu-west-1:111111111111:certificate/root";
    private const string Everything = "0.0.0.0/0";

    private static readonly DateTime s_now = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly FakeEc2 _ec2 = new();
    private readonly FakeVpc _vpc;
    private ClientVpnWorld _world;

    public ClientVpnDoctorTests()
    {
        _vpc = _ec2.AddVpc("vpc-0000000a", "111111111111", "eu-west-1", "10.1.0.0/16");
        _vpc.Main.With("172.16.0.0/12", "tgw-0000000a");
        var endpoint = new ClientVpnEndpoint
        {
            ClientVpnEndpointId = "cvpn-endpoint-0000000a",
            State = "available",
            VpcId = _vpc.Id,
            ClientCidrBlock = "10.200.0.0/22",
            SplitTunnel = true,
            ServerCertificateArn = Arn,
            SecurityGroupIds = ["sg-0000000a"],
            Associations = [Association(A), Association(B)],
            Routes = [Route("10.1.0.0/16", A, "associate"), Route("10.1.0.0/16", B, "associate"), Route("172.16.0.0/12", A), Route("172.16.0.0/12", B)],
            AuthorizationRules = [Rule("10.1.0.0/16"), Rule("172.16.0.0/12")],
        };
        _world = new ClientVpnWorld
        {
            Endpoint = endpoint,
            Now = s_now,
            WarningDays = 30,
            Subnets = [Subnet(A, "10.1.0.0/20", "eu-west-1a"), Subnet(B, "10.1.16.0/20", "eu-west-1b"), Subnet("subnet-0000000c", "10.1.32.0/20", "eu-west-1c")],
            SecurityGroups =
            [
                new() { GroupId = "sg-0000000a", Egress = [To(Everything)] },
                new() { GroupId = "sg-0000000b", Ingress = [new() { GroupIds = ["sg-0000000a"] }] },
            ],
            Certificates = new Dictionary<string, StoredCertificate?> { [Arn] = Certificate(Arn, 365), [RootArn] = Certificate(RootArn, 3650) },
            RevocationListIsKnown = true,
            RevocationList = List(180),
        };
    }

    [Fact]
    public Task Where_all_is_well_nothing_is_found() => FindsAsync("");

    [Theory]
    [InlineData("associating", "EndpointChanging Information")]
    [InlineData("disassociating", "EndpointChanging Information, OneZone Warning")]
    [InlineData("association-failed", "OneZone Warning, SubnetFailed Error")]
    public Task States_of_subnets_are_told(string state, string found)
    {
        With(endpoint => endpoint with { Associations = [Association(A), Association(B) with { State = state, StateMessage = "why" }] });
        return FindsAsync(found);
    }

    [Fact]
    public Task An_endpoint_without_subnets_says_that_and_nothing_that_follows_from_it()
    {
        With(endpoint => endpoint with { Associations = [], Routes = [] });
        return FindsAsync("NoSubnet Error");
    }

    [Fact]
    public Task Subnets_of_one_zone_are_found()
    {
        _world = _world with { Subnets = [Subnet(A, "10.1.0.0/20", "eu-west-1a"), Subnet(B, "10.1.16.0/20", "eu-west-1a")] };
        return FindsAsync("OneZone Warning");
    }

    [Fact]
    public Task Routes_and_rules_that_failed_or_are_on_their_way_are_told()
    {
        With(endpoint => endpoint with
        {
            Routes = [.. endpoint.Routes, Route("192.168.0.0/16", A) with { State = "failed", StateMessage = "why" }, Route("192.168.0.0/16", B) with { State = "deleting" }],
            AuthorizationRules = [.. endpoint.AuthorizationRules, Rule("192.168.0.0/16", "admins") with { State = "failed" }],
        });
        return FindsAsync("EndpointChanging Information, RouteFailed Error, RuleFailed Error");
    }

    [Fact]
    public async Task A_route_that_one_subnet_lacks_is_found_unless_a_wider_one_leads_there()
    {
        With(endpoint => endpoint with { Routes = [.. endpoint.Routes, Route("172.16.9.0/24", A)] });
        await FindsAsync("");
        With(endpoint => endpoint with { Routes = [.. endpoint.Routes, Route("10.1.9.0/24", B), Route("192.168.0.0/16", B)], AuthorizationRules = [.. endpoint.AuthorizationRules, Rule("192.168.0.0/16")] });
        _vpc.Main.With("192.168.0.0/16", "tgw-0000000a");
        VpnFinding finding = Assert.Single(await ExamineAsync());
        Assert.Equal(("UnevenRoutes", "192.168.0.0/16"), (finding.Code, finding.Subject));
        Assert.Contains($"{B} lead there, {A} do not", finding.Evidence, StringComparison.Ordinal);
        With(endpoint => endpoint with { Associations = [Association(A) with { State = "associating" }, Association(B)] });
        await FindsAsync("EndpointChanging Information");
    }

    [Fact]
    public async Task A_route_that_nobody_may_use_is_found_and_one_that_comes_with_the_subnet_is_only_told()
    {
        With(endpoint => endpoint with { AuthorizationRules = [Rule("10.1.4.0/24"), Rule("192.168.0.0/16")] });
        await FindsAsync("RouteWithoutRule Error, RuleWithoutRoute Error");
        With(endpoint => endpoint with { AuthorizationRules = [Rule("172.16.0.0/12")] });
        await FindsAsync("RouteWithoutRule Information");
        With(endpoint => endpoint with { AuthorizationRules = [] });
        await FindsAsync("NoRules Error");
    }

    [Fact]
    public async Task Traffic_between_clients_needs_its_route_and_its_rule()
    {
        With(endpoint => endpoint with { Routes = [.. endpoint.Routes, Route("10.200.0.0/22", "local")] });
        await FindsAsync("RouteWithoutRule Error");
        With(endpoint => endpoint with { AuthorizationRules = [.. endpoint.AuthorizationRules, Rule("10.200.0.0/22")] });
        await FindsAsync("");
        With(endpoint => endpoint with { Routes = [.. endpoint.Routes.Where(route => route.TargetSubnetId != "local")] });
        await FindsAsync("RuleWithoutRoute Error");
    }

    [Fact]
    public async Task A_default_route_needs_a_rule_for_everything()
    {
        _vpc.Main.With(Everything, "nat-0000000a");
        With(endpoint => endpoint with { SplitTunnel = false, Routes = [.. endpoint.Routes, Route(Everything, A), Route(Everything, B)] });
        await FindsAsync("RouteWithoutRule Error");
        With(endpoint => endpoint with { AuthorizationRules = [.. endpoint.AuthorizationRules, Rule(Everything)] });
        await FindsAsync("");
        With(endpoint => endpoint with { SplitTunnel = true });
        await FindsAsync("SplitTunnelDefaultRoute Warning");
    }

    [Fact]
    public Task Whoever_sends_everything_and_is_led_to_some_networks_only_has_no_internet()
    {
        With(endpoint => endpoint with { SplitTunnel = false });
        return FindsAsync("NoDefaultRoute Warning");
    }

    [Fact]
    public async Task A_block_that_the_VPC_got_later_is_found_until_a_route_leads_there()
    {
        _vpc.Cidrs.Add(Cidr.Parse("10.7.0.0/16"));
        VpnFinding finding = Assert.Single(await ExamineAsync());
        Assert.Equal(("LaterVpcCidr", "10.7.0.0/16"), (finding.Code, finding.Subject));
        Assert.Contains("nor does a rule let anybody in", finding.Evidence, StringComparison.Ordinal);
        With(endpoint => endpoint with { Routes = [.. endpoint.Routes, Route("10.0.0.0/8", A), Route("10.0.0.0/8", B)], AuthorizationRules = [.. endpoint.AuthorizationRules, Rule("10.0.0.0/8")] });
        await FindsAsync("");
    }

    [Fact]
    public Task A_block_of_the_VPC_that_overlaps_the_clients_is_found()
    {
        _vpc.Cidrs.Add(Cidr.Parse("10.200.0.0/16"));
        return FindsAsync("ClientCidrOverlaps Error, LaterVpcCidr Warning");
    }

    [Fact]
    public async Task A_subnet_whose_table_does_not_lead_on_is_found_once_for_each_network()
    {
        _vpc.AddTable("rtb-private", B).With("172.16.0.0/14", "tgw-gone", targetIsGone: true);
        VpnFinding finding = Assert.Single(await ExamineAsync());
        Assert.Equal(("SubnetHasNoRoute", B), (finding.Code, finding.Subject));
        Assert.Contains("rtb-private leads it to something that is gone", finding.Evidence, StringComparison.Ordinal);
        _vpc.Tables[^1].With("172.16.0.0/13", "tgw-0000000a");
        await FindsAsync("");
    }

    [Theory]
    [InlineData("10.1.0.0/16 , 10.1.4.0/24 ", "")]
    [InlineData("10.1.0.0/16 , 10.1.4.0/24 admins", "10.1.4.0/24")]
    [InlineData("10.1.0.0/16 admins, 10.1.4.0/24 admins, 10.1.4.0/24 staff", "")]
    [InlineData("10.1.0.0/16 admins, 10.1.0.0/16 staff, 10.1.4.0/24 staff", "10.1.4.0/24")]
    [InlineData("10.1.0.0/16 admins, 10.1.4.0/24 ", "")]
    [InlineData("0.0.0.0/0 admins, 10.1.0.0/16 staff", "10.1.0.0/16")]
    [InlineData("0.0.0.0/0 admins, 10.1.0.0/16 staff, 10.1.0.0/16 admins", "")]
    [InlineData("10.1.0.0/16 admins, 10.1.4.0/24 staff, 10.1.4.0/28 others", "10.1.4.0/24 10.1.4.0/28")]
    public async Task The_rules_of_the_longest_prefix_decide(string rules, string shadowed)
    {
        With(endpoint => endpoint with
        {
            AuthorizationRules = [Rule("172.16.0.0/12"), .. rules.Split(", ").Select(rule => rule.Split(' ')).Select(rule => Rule(rule[0], rule[1].Length == 0 ? null : rule[1]))],
        });
        Assert.Equal(shadowed, string.Join(" ", (await ExamineAsync()).Where(finding => finding.Code == "ShadowedRule").Select(finding => finding.Subject).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_shadowed_rule_says_who_is_kept_out_and_how_to_let_them_in()
    {
        With(endpoint => endpoint with { AuthorizationRules = [Rule("172.16.0.0/12"), Rule("10.1.0.0/16", "admins"), Rule("10.1.0.0/16", "staff"), Rule("10.1.4.0/24", "others")] });
        VpnFinding finding = Assert.Single(await ExamineAsync());
        Assert.Contains("admins, staff cannot reach 10.1.4.0/24", finding.Evidence, StringComparison.Ordinal);
        Assert.EndsWith("10.1.4.0/24 -AccessGroupId admins, staff.", finding.Fix, StringComparison.Ordinal);
        With(endpoint => endpoint with { AuthorizationRules = [Rule("172.16.0.0/12"), Rule(Everything, "admins"), Rule("10.1.0.0/16", "others")] });
        Assert.Contains(await ExamineAsync(), one => one.Evidence.Contains("0.0.0.0/0 is looked at last", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("10.1.0.0/16", "SecurityGroupBlocks 172.16.0.0/12")]
    [InlineData("10.1.0.0/16 172.16.0.0/16", "")]
    [InlineData("10.0.0.0/8 172.0.0.0/8", "")]
    [InlineData("", "SecurityGroupBlocks 10.1.0.0/16, SecurityGroupBlocks 172.16.0.0/12")]
    public async Task Groups_that_let_nothing_out_are_found(string egress, string found)
    {
        _world = _world with { SecurityGroups = [_world.SecurityGroups[0] with { Egress = egress.Length == 0 ? [] : [To(egress.Split(' '))] }, _world.SecurityGroups[1]] };
        Assert.Equal(found, string.Join(", ", (await ExamineAsync()).Select(finding => $"{finding.Code} {finding.Subject}").Order()));
    }

    [Fact]
    public async Task What_a_group_lets_out_to_groups_and_prefix_lists_is_given_the_benefit_of_the_doubt()
    {
        _world = _world with { SecurityGroups = [_world.SecurityGroups[0] with { Egress = [new() { PrefixListIds = ["pl-0000000a"] }] }, _world.SecurityGroups[1]] };
        await FindsAsync("");
        _world = _world with { SecurityGroups = [_world.SecurityGroups[0] with { Egress = [new() { GroupIds = ["sg-0000000b"] }] }, _world.SecurityGroups[1]] };
        await FindsAsync("");
    }

    [Theory]
    [InlineData("10.1.32.0/20", "NobodyLetsIn Warning")]
    [InlineData("10.1.16.0/24", "")]
    [InlineData("0.0.0.0/0", "")]
    public Task That_nobody_lets_in_what_comes_from_the_endpoint_is_found(string ingress, string found)
    {
        _world = _world with { SecurityGroups = [_world.SecurityGroups[0], _world.SecurityGroups[1] with { Ingress = [To(ingress)] }] };
        return FindsAsync(found);
    }

    [Theory]
    [InlineData(Arn, 31, "")]
    [InlineData(Arn, 29, "CertificateExpiring Warning")]
    [InlineData(Arn, 0, "CertificateExpired Error")]
    [InlineData(RootArn, -1, "CertificateExpired Error")]
    [InlineData(RootArn, null, "CertificateMissing Error")]
    public Task Certificates_in_ACM_are_looked_at(string arn, int? days, string found)
    {
        _world = _world with { Certificates = new Dictionary<string, StoredCertificate?>(_world.Certificates) { [arn] = days is { } left ? Certificate(arn, left) : null } };
        return FindsAsync(found);
    }

    [Theory]
    [InlineData(31, "")]
    [InlineData(29, "RevocationListExpiring Warning")]
    [InlineData(0, "RevocationListExpired Error")]
    public Task A_list_that_has_expired_keeps_everybody_out(int days, string found)
    {
        _world = _world with { RevocationList = List(days) };
        return FindsAsync(found);
    }

    [Fact]
    public async Task Whoever_is_revoked_in_the_folder_and_not_at_the_endpoint_still_gets_in()
    {
        _world = _world with { RevocationList = List(180, "01"), Authority = Authority(List(180, "01", "02"), ("01", "anna"), ("02", "ben")) };
        VpnFinding finding = Assert.Single(await ExamineAsync());
        Assert.Equal("RevocationListOutdated", finding.Code);
        Assert.Contains("has revoked ben,", finding.Evidence, StringComparison.Ordinal);
        Assert.Contains("Update-ClientVpnRevocationList ./vpn -ClientVpnEndpointId cvpn-endpoint-0000000a", finding.Fix, StringComparison.Ordinal);
        _world = _world with { RevocationList = List(180, "01", "02") };
        await FindsAsync("");
        _world = _world with { RevocationList = null };
        await FindsAsync("RevocationListOutdated Error");
        _world = _world with { RevocationListIsKnown = false };
        await FindsAsync("");
        _world = _world with { RevocationListIsKnown = true, RevocationList = List(180) with { Issuer = "CN=another" } };
        await FindsAsync("OtherAuthority Warning");
    }

    [Fact]
    public async Task What_expires_in_the_folder_is_found_and_a_person_is_not_everybody()
    {
        _world = _world with
        {
            Authority = Authority(List(180)) with
            {
                Expiries =
                [
                    Expiry("Authority", "Example", 10), Expiry("Server", "vpn.example.com", -1), Expiry("RevocationList", "Example", -1), Expiry("User", "anna", -1),
                    Expiry("User", "ben", 5), Expiry("User", "carla", 100),
                ],
            },
        };
        Assert.Equal(
            ["CertificateExpired Warning anna", "CertificateExpiring Warning Example", "CertificateExpiring Warning ben"],
            (await ExamineAsync()).Select(finding => $"{finding.Code} {finding.Severity} {finding.Subject}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_finding_names_its_endpoint_and_says_how_it_is_known_and_what_mends_it()
    {
        With(endpoint => endpoint with { SplitTunnel = false, Associations = [Association(A)], AuthorizationRules = [] });
        _world = _world with { RevocationList = List(-1), SecurityGroups = [_world.SecurityGroups[0] with { Egress = [] }] };
        IReadOnlyList<VpnFinding> findings = await ExamineAsync();
        Assert.True(findings.Count > 4);
        Assert.All(findings, finding => Assert.True(
            finding is { ClientVpnEndpointId: "cvpn-endpoint-0000000a", VpnConnectionId: null } && finding.Subject.Length > 0 && finding.Evidence.EndsWith('.') && finding.Fix.EndsWith('.')));
    }

    private void With(Func<ClientVpnEndpoint, ClientVpnEndpoint> change) => _world = _world with { Endpoint = change(_world.Endpoint) };

    private async Task FindsAsync(string found) =>
        Assert.Equal(found, string.Join(", ", (await ExamineAsync()).Select(finding => $"{finding.Code} {finding.Severity}").Order(StringComparer.Ordinal)));

    private async Task<IReadOnlyList<VpnFinding>> ExamineAsync() =>
        [.. ClientVpnDoctor.Examine(_world with { Vpc = await VpcRouting.FindAsync(_ec2.Api("111111111111", "eu-west-1"), _vpc.Id, CancellationToken.None) })];

    private static ClientVpnAssociation Association(string subnet) => new() { AssociationId = $"cvpn-assoc-{subnet[^1]}", SubnetId = subnet, State = "associated" };

    private static ClientVpnRoute Route(string destination, string target, string origin = "add-route") =>
        new() { DestinationCidrBlock = destination, TargetSubnetId = target, Origin = origin, State = "active" };

    private static ClientVpnRule Rule(string destination, string? group = null) => new() { DestinationCidrBlock = destination, GroupId = group, State = "active" };

    private static Subnet Subnet(string id, string block, string zone) => new() { SubnetId = id, CidrBlock = block, AvailabilityZone = zone };

    private static SecurityGroupRule To(params string[] blocks) => new() { CidrBlocks = [.. blocks.Select(Cidr.Parse)] };

    private static StoredCertificate Certificate(string arn, int days) => new() { CertificateArn = arn, DomainName = "vpn.example.com", NotAfter = s_now.AddDays(days) };

    private static RevocationListFacts List(int days, params string[] revoked) =>
        new("CN=Example", 1, s_now.AddDays(-1), s_now.AddDays(days), [.. revoked.Select(serial => (serial, s_now))]);

    private static ClientVpnAuthorityState Authority(RevocationListFacts list, params (string, string)[] revoked) => new("./vpn", [], list, revoked);

    private static ClientVpnExpiry Expiry(string kind, string name, int days) => new()
    {
        Kind = kind,
        Name = name,
        NotAfter = s_now.AddDays(days),
        Severity = days < 0 ? VpnFindingSeverity.Error : days < 30 ? VpnFindingSeverity.Warning : VpnFindingSeverity.Information,
        Consequence = "Then.",
    };
}
