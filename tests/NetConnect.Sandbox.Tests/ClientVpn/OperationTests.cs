using System.Text.Json.Nodes;
using System.Xml.Linq;
using NetConnect.Sandbox.Tests.Acm;

namespace NetConnect.Sandbox.Tests.ClientVpn;

public sealed class OperationTests : ClientVpnTest
{
    private static (string, string)[] Rule(int block) =>
        [("TargetNetworkCidr", $"10.{block / 256}.{block % 256}.0/24"), ("AuthorizeAllGroups", "true")];

    [Fact]
    public async Task Ten_operations_are_under_way_at_most_of_whatever_kind()
    {
        string endpoint = await AvailableAsync();
        string association = await AssociateAsync(endpoint, ZoneB);
        await OfAsync("CreateClientVpnRoute", endpoint, ("DestinationCidrBlock", "172.16.0.0/12"), ("TargetVpcSubnetId", ZoneA));
        for (int i = 0; i < 8; i++) await OfAsync("AuthorizeClientVpnIngress", endpoint, Rule(i));
        const string Busy = "ConcurrentMutationLimitExceeded";
        Assert.Equal(Busy, await ErrorOfAsync("AuthorizeClientVpnIngress", endpoint, Rule(8)));
        Assert.Equal(Busy, await ErrorOfAsync("RevokeClientVpnIngress", endpoint, ("TargetNetworkCidr", "10.0.0.0/24"),
            ("RevokeAllGroups", "true")));
        Assert.Equal(Busy, await ErrorOfAsync("CreateClientVpnRoute", endpoint, ("DestinationCidrBlock", "192.168.0.0/16"),
            ("TargetVpcSubnetId", ZoneA)));
        Assert.Equal(Busy, await ErrorOfAsync("DeleteClientVpnRoute", endpoint, ("DestinationCidrBlock", "172.16.0.0/12"),
            ("TargetVpcSubnetId", ZoneA)));
        Assert.Equal(Busy, await ErrorOfAsync("DisassociateClientVpnTargetNetwork", endpoint, ("AssociationId", association)));
        string group = (await DescribeAsync(endpoint)).Element("securityGroupIdSet")!.Value;
        Assert.Equal(Busy, await ErrorOfAsync("ApplySecurityGroupsToClientVpnTargetNetwork", endpoint, ("VpcId", Shop),
            ("SecurityGroupId.1", group)));

        // Rules and routes settle before the subnet does.
        Server.Advance(TimeSpan.FromSeconds(1));
        await OfAsync("AuthorizeClientVpnIngress", endpoint, Rule(8));
    }

    [Fact]
    public async Task What_goes_with_a_subnet_is_no_operation_of_its_own()
    {
        string endpoint = await AvailableAsync();
        for (int i = 0; i < 12; i++)
        {
            await OfAsync("CreateClientVpnRoute", endpoint, ("DestinationCidrBlock", $"172.16.{i}.0/24"), ("TargetVpcSubnetId", ZoneA));
            Settle();
        }
        string association = (await OfAsync("DescribeClientVpnTargetNetworks", endpoint)).Descendants("associationId").Single().Value;
        await OfAsync("DisassociateClientVpnTargetNetwork", endpoint, ("AssociationId", association));
        Assert.Equal(13, (await RoutesAsync(endpoint)).Count(route => route.EndsWith("deleting", StringComparison.Ordinal)));
        await AssociateAsync(endpoint, ZoneB);
    }

    [Fact]
    public async Task Operations_of_one_endpoint_do_not_hinder_another()
    {
        string busy = await EndpointAsync();
        string other = await EndpointAsync(("ClientCidrBlock", "10.201.0.0/22"));
        for (int i = 0; i < 10; i++) await OfAsync("AuthorizeClientVpnIngress", busy, Rule(i));
        await OfAsync("AuthorizeClientVpnIngress", other, Rule(0));
    }

    [Fact]
    public async Task An_endpoint_has_200_rules_and_100_routes_of_a_subnet_at_most()
    {
        string endpoint = await AvailableAsync();
        for (int i = 0; i < 200; i++)
        {
            await OfAsync("AuthorizeClientVpnIngress", endpoint, Rule(i));
            // One route came with the subnet.
            if (i < 99) await OfAsync("CreateClientVpnRoute", endpoint, ("DestinationCidrBlock", $"172.16.{i}.0/24"), ("TargetVpcSubnetId", ZoneA));
            Server.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.Equal("ClientVpnAuthorizationRuleLimitExceeded", await ErrorOfAsync("AuthorizeClientVpnIngress", endpoint, Rule(200)));
        Assert.Equal("ClientVpnRouteLimitExceeded",
            await ErrorOfAsync("CreateClientVpnRoute", endpoint, ("DestinationCidrBlock", "172.17.0.0/24"), ("TargetVpcSubnetId", ZoneA)));
        await AssociateAsync(endpoint, ZoneB);
        await OfAsync("CreateClientVpnRoute", endpoint, ("DestinationCidrBlock", "172.17.0.0/24"), ("TargetVpcSubnetId", ZoneB));

        XElement page = await OfAsync("DescribeClientVpnAuthorizationRules", endpoint, ("MaxResults", "150"));
        XElement rest = await OfAsync("DescribeClientVpnAuthorizationRules", endpoint, ("MaxResults", "150"),
            ("NextToken", page.Element("nextToken")!.Value));
        Assert.Equal((150, 50), (page.Descendants("accessAll").Count(), rest.Descendants("accessAll").Count()));
    }

    [Fact]
    public async Task The_same_request_with_the_same_token_makes_nothing_twice()
    {
        (string, string) token = ("ClientToken", "once");
        string endpoint = await EndpointAsync(token);
        Assert.Equal(endpoint, await EndpointAsync(token));
        string association = await AssociateAsync(endpoint, ZoneA, token);
        Assert.Equal(association, await AssociateAsync(endpoint, ZoneA, token));
        (string, string)[] route = [("DestinationCidrBlock", "172.16.0.0/12"), ("TargetVpcSubnetId", ZoneA), token];
        (string, string)[] rule = [.. Rule(1), token];
        await OfAsync("CreateClientVpnRoute", endpoint, route);
        await OfAsync("AuthorizeClientVpnIngress", endpoint, rule);
        Settle();
        Assert.Equal("active", State(await OfAsync("CreateClientVpnRoute", endpoint, route)));
        Assert.Equal("active", State(await OfAsync("AuthorizeClientVpnIngress", endpoint, rule)));
        Assert.Equal((1, 2, 1),
            ((await NetworksAsync(endpoint)).Length, (await RoutesAsync(endpoint)).Length, (await RulesAsync(endpoint)).Length));
    }

    [Fact]
    public async Task A_token_is_good_for_one_request_and_a_failed_one_leaves_it_free()
    {
        (string, string) token = ("ClientToken", "once");
        Assert.Equal("InvalidParameterValue", await Network.ErrorAsync("CreateClientVpnEndpoint", Request(("VpnPort", "80"), token)));
        string endpoint = await EndpointAsync(token);
        Assert.Equal("IdempotentParameterMismatch", await Network.ErrorAsync("CreateClientVpnEndpoint", Request(("VpnPort", "1194"), token)));
        await OfAsync("AuthorizeClientVpnIngress", endpoint, [.. Rule(1), token]);
        Assert.Equal("IdempotentParameterMismatch", await ErrorOfAsync("AuthorizeClientVpnIngress", endpoint, [.. Rule(2), token]));
        await AssociateAsync(endpoint, ZoneA, token);
        Assert.Equal("IdempotentParameterMismatch", await ErrorOfAsync("AssociateClientVpnTargetNetwork", endpoint, ("SubnetId", ZoneB), token));
        (string, string)[] route = [("DestinationCidrBlock", "172.16.0.0/12"), ("TargetVpcSubnetId", ZoneA), token];
        await OfAsync("CreateClientVpnRoute", endpoint, route);
        Assert.Equal("IdempotentParameterMismatch", await ErrorOfAsync("CreateClientVpnRoute", endpoint, [.. route, ("Description", "others")]));
    }

    [Theory]
    [InlineData("ä")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public async Task A_token_has_64_ascii_characters_at_most(string token) =>
        Assert.Equal("InvalidClientToken", await Network.ErrorAsync("CreateClientVpnEndpoint", Request(("ClientToken", token))));

    [Fact]
    public async Task A_certificate_in_use_is_kept()
    {
        string arn = await ImportAsync(TestCertificates.SelfSigned());
        string endpoint = await EndpointAsync(("ServerCertificateArn", arn));
        JsonNode shown = (await Network.AcmAsync("DescribeCertificate", new() { ["CertificateArn"] = arn }))["Certificate"]!;
        Assert.Equal($"arn:aws:ec2:eu-west-1:111111111111:client-vpn-endpoint/{endpoint}",
            shown["InUseBy"]!.AsArray().Single()!.GetValue<string>());
        Assert.Equal("ResourceInUseException", await Network.AcmErrorAsync("DeleteCertificate", new() { ["CertificateArn"] = arn }));
        await OfAsync("DeleteClientVpnEndpoint", endpoint);
        await Network.AcmAsync("DeleteCertificate", new() { ["CertificateArn"] = arn });
        Assert.Equal("ResourceNotFoundException", await Network.AcmErrorAsync("DescribeCertificate", new() { ["CertificateArn"] = arn }));
    }
}
