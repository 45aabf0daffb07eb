using System.Net;

namespace NetConnect.Sandbox.Tests;

public sealed class FaultTests : SandboxTest
{
    private static readonly (string, string)[] s_peering = [("VpcId", Shop), ("PeerVpcId", Data), ("PeerOwnerId", Partner),
        ("PeerRegion", "us-east-1")];

    [Theory]
    [InlineData(FaultKind.Throttle, "RequestLimitExceeded")]
    [InlineData(FaultKind.ServerError, "InternalError")]
    [InlineData(FaultKind.Unavailable, "Unavailable")]
    public async Task A_rule_harms_as_many_calls_as_it_says_after_those_it_skips(FaultKind kind, string code)
    {
        Server.Faults.Add(new FaultRule { Action = "Create*", Kind = kind, Count = 2, Skip = 1 });
        await Network.CallAsync("CreateVpc", ("CidrBlock", "10.71.0.0/16"));
        Assert.Equal(code, await Network.ErrorAsync("CreateVpc", ("CidrBlock", "10.72.0.0/16")));
        await Network.CallAsync("DescribeVpcs");
        Assert.Equal(code, await Network.ErrorAsync("CreateVpc", ("CidrBlock", "10.72.0.0/16")));
        await Network.CallAsync("CreateVpc", ("CidrBlock", "10.72.0.0/16"));
        Assert.Equal(2, Server.Faults.Rules.Single().Hits);
    }

    [Fact]
    public async Task A_rule_can_be_for_one_account_or_region_only()
    {
        Server.Faults.Add(new FaultRule { Kind = FaultKind.Throttle, AccountId = Partner, Count = 0 });
        Server.Faults.Add(new FaultRule { Kind = FaultKind.ServerError, Region = "eu-west-2", Count = 0 });
        await Network.CallAsync("DescribeVpcs");
        Assert.Equal("RequestLimitExceeded", await PartnerUs.ErrorAsync("DescribeVpcs"));
        Assert.Equal("InternalError", await Network.In("eu-west-2").ErrorAsync("DescribeVpcs"));
        Assert.Equal("Throttling", await PartnerUs.StsErrorAsync("GetCallerIdentity"));
    }

    [Fact]
    public async Task A_connection_cut_before_leaves_no_effect_and_one_cut_after_does()
    {
        Server.Faults.Add(new FaultRule { Action = "CreateVpcPeeringConnection", Kind = FaultKind.ResetBefore });
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Network.CallAsync("CreateVpcPeeringConnection", s_peering));
        Assert.Empty((await Network.CallAsync("DescribeVpcPeeringConnections")).Descendants("item"));

        Server.Faults.Add(new FaultRule { Action = "CreateVpcPeeringConnection", Kind = FaultKind.ResetAfter });
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Network.CallAsync("CreateVpcPeeringConnection", s_peering));
        Assert.Single((await Network.CallAsync("DescribeVpcPeeringConnections")).Element("vpcPeeringConnectionSet")!.Elements());
    }

    [Fact]
    public async Task A_proxy_in_the_way_answers_html()
    {
        Server.Faults.Add(new FaultRule { Kind = FaultKind.NotXml });
        (HttpStatusCode status, string body) = await Network.SendAsync("ec2", "2016-11-15", "DescribeVpcs", []);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.StartsWith("<html>", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delayed_answer_still_comes()
    {
        Server.Faults.Add(new FaultRule { Kind = FaultKind.Delay, Delay = TimeSpan.FromMilliseconds(20) });
        await Network.CallAsync("DescribeVpcs");
        Assert.Equal(1, Server.Faults.Rules.Single().Hits);
    }

    [Fact]
    public async Task A_new_object_is_not_found_until_its_delay_is_over()
    {
        Server.Faults.VisibilityDelay = TimeSpan.FromMinutes(20);
        string id = await RequestAsync();
        (string, string) peering = ("VpcPeeringConnectionId", id);
        Assert.Equal("InvalidVpcPeeringConnectionID.NotFound", await PartnerUs.ErrorAsync("AcceptVpcPeeringConnection", peering));
        Assert.Empty((await Network.CallAsync("DescribeVpcPeeringConnections")).Descendants("item"));
        Server.Advance(TimeSpan.FromMinutes(20));
        await PartnerUs.CallAsync("AcceptVpcPeeringConnection", peering);
    }

    [Fact]
    public async Task A_new_object_is_not_found_by_the_first_reads_of_each_side()
    {
        Server.Faults.InvisibleReads = 2;
        Server.Faults.InvisiblePrefix = "pcx";
        await Network.CallAsync("DescribeVpcs",
            ("VpcId.1", (await Network.CallAsync("CreateVpc", ("CidrBlock", "10.70.0.0/16"))).Descendants("vpcId").First().Value));
        string id = await RequestAsync();
        foreach (SandboxClient side in new[] { Network, PartnerUs })
        {
            for (int i = 0; i < 2; i++)
                Assert.Equal("InvalidVpcPeeringConnectionID.NotFound",
                    await side.ErrorAsync("DescribeVpcPeeringConnections", ("VpcPeeringConnectionId.1", id)));
            Assert.Equal("pending-acceptance", await StateAsync(side, id));
        }
    }

    [Fact]
    public async Task A_bucket_of_calls_empties_for_one_account_region_and_action_and_fills_with_time()
    {
        Server.Faults.Limit(new RateLimit { Action = "Describe*", Capacity = 2, RefillPerSecond = 1 });
        await Network.CallAsync("DescribeVpcs");
        await Network.CallAsync("DescribeVpcs");
        Assert.Equal("RequestLimitExceeded", await Network.ErrorAsync("DescribeVpcs"));
        await Network.CallAsync("DescribeSubnets");
        await Network.In("us-east-1").CallAsync("DescribeVpcs");
        await PartnerUs.CallAsync("DescribeVpcs");
        Server.Advance(TimeSpan.FromSeconds(1));
        await Network.CallAsync("DescribeVpcs");
        Assert.Equal("RequestLimitExceeded", await Network.ErrorAsync("DescribeVpcs"));
    }

    [Fact]
    public async Task The_calls_are_on_record_with_their_errors_and_nothing_secret()
    {
        await Network.CallAsync("DescribeVpcs");
        await PartnerUs.ErrorAsync("DeleteVpc", ("VpcId", Shop));
        Assert.Equal(2, Server.CallCount);
        SandboxCall failed = Server.Calls[1];
        Assert.Equal(("DeleteVpc", Partner, "us-east-1", "InvalidVpcID.NotFound"),
            (failed.Action, failed.AccountId, failed.Region, failed.ErrorCode));
    }

    [Fact]
    public async Task When_faults_are_cleared_everything_goes_right_again()
    {
        Server.Faults.Add(new FaultRule { Kind = FaultKind.ServerError, Count = 0 });
        Server.Faults.LimitAsEc2();
        Server.Faults.Clear();
        for (int i = 0; i < 110; i++) await Network.CallAsync("DescribeVpcs");
    }
}
