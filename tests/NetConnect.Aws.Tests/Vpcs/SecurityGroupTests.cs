using Amazon.EC2;
using Amazon.Runtime;
using NetConnect.Aws.Calls;
using NetConnect.Aws.Tests.Hosting;
using NetConnect.Aws.Vpcs;
using NetConnect.Waiting;

namespace NetConnect.Aws.Tests.Vpcs;

/// <summary>Security groups as EC2 writes them.</summary>
public sealed class SecurityGroupTests
{
    private const string Answer = """
        <DescribeSecurityGroupsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>a</requestId><securityGroupInfo>
          <item><groupId>sg-a</groupId><vpcId>vpc-a</vpcId>
            <ipPermissions>
              <item><ipProtocol>tcp</ipProtocol><fromPort>443</fromPort><toPort>443</toPort>
                <groups><item><groupId>sg-b</groupId></item></groups>
                <ipRanges><item><cidrIp>10.1.0.0/16</cidrIp></item></ipRanges><ipv6Ranges><item><cidrIpv6>2001:db8::/32</cidrIpv6></item></ipv6Ranges>
                <prefixListIds><item><prefixListId>pl-a</prefixListId></item></prefixListIds></item>
            </ipPermissions>
            <ipPermissionsEgress><item><ipProtocol>-1</ipProtocol><ipRanges><item><cidrIp>0.0.0.0/0</cidrIp></item></ipRanges></item></ipPermissionsEgress></item>
          <item><groupId>sg-c</groupId><vpcId>vpc-b</vpcId></item>
        </securityGroupInfo></DescribeSecurityGroupsResponse>
        """;

    [Fact]
    public async Task The_groups_of_several_VPCs_are_one_call_and_each_rule_has_its_blocks_groups_and_lists()
    {
        using var endpoint = new StubEndpoint(_ => (200, Answer));
        var ec2 = new Lazy<IAmazonEC2>(() => new AmazonEC2Client(
            new BasicAWSCredentials("AKIA", "secret"), new AmazonEC2Config { ServiceURL = endpoint.Url.AbsoluteUri, AuthenticationRegion = "eu-west-1" }));
        var clock = new HeldClock();
        var api = new VpcApi(ec2, new AwsCalls(SystemClock.Instance), "eu-west-1", _ => throw new NotSupportedException(), clock);
        Task<IReadOnlyList<NetConnect.SecurityGroup>[]> both = Task.WhenAll(
            api.ListSecurityGroupsAsync("vpc-a", TestContext.Current.CancellationToken), api.ListSecurityGroupsAsync("vpc-b", TestContext.Current.CancellationToken));
        clock.Release();
        IReadOnlyList<NetConnect.SecurityGroup>[] found = await both;
        StubRequest request = Assert.Single(endpoint.Requests);
        Assert.Equal(["vpc-a", "vpc-b"], new[] { request["Filter.1.Value.1"], request["Filter.1.Value.2"] }.Order());
        NetConnect.SecurityGroup group = Assert.Single(found[0]);
        SecurityGroupRule rule = Assert.Single(group.Ingress);
        Assert.Equal(("10.1.0.0/16, 2001:db8::/32", "sg-b", "pl-a"), (string.Join(", ", rule.CidrBlocks), Assert.Single(rule.GroupIds), Assert.Single(rule.PrefixListIds)));
        Assert.Equal("0.0.0.0/0", $"{Assert.Single(Assert.Single(group.Egress).CidrBlocks)}");
        Assert.Empty(Assert.Single(found[1]).Egress);
    }

    /// <summary>A clock on which no wait ends before it is released: reads that were begun have met by then.</summary>
    private sealed class HeldClock : IClock
    {
        private readonly TaskCompletionSource _released = new();

        public DateTime UtcNow { get; } = DateTime.UtcNow;

        public Task DelayAsync(TimeSpan duration, CancellationToken cancellationToken) => _released.Task.WaitAsync(cancellationToken);

        public void Release() => _released.SetResult();
    }
}
