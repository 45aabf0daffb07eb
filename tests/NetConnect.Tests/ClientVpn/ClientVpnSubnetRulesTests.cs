using NetConnect.Addressing;
using NetConnect.ClientVpn;
using NetConnect.Peering;
using NetConnect.Tests.Peering.Fakes;

namespace NetConnect.Tests.ClientVpn;

public sealed class ClientVpnSubnetRulesTests
{
    private const string A = "subnet-0000000a";

    [Theory]
    [InlineData("10.1.0.0/27", 20, true)]
    [InlineData("10.1.0.0/20", 4000, true)]
    [InlineData("10.1.0.0/27", 19, false)]
    [InlineData("10.1.0.0/28", 20, false)]
    public async Task A_subnet_has_27_bits_at_most_and_20_free_addresses(string block, int free, bool fits)
    {
        var ec2 = new FakeEc2();
        FakeVpc vpc = ec2.AddVpc("vpc-0000000a", "111111111111", "eu-west-1", "10.1.0.0/16");
        vpc.Subnets.Add(new Subnet { SubnetId = A, VpcId = vpc.Id, CidrBlock = block, AvailabilityZone = "eu-west-1a", AvailableIpAddressCount = free });

        Task<VpcRouting?> ReadAsync() => ClientVpnSubnetRules.ReadAsync(
            ec2.Api(vpc.Account, vpc.Region), [A], [], Cidr.Parse("10.200.0.0/22"), TestContext.Current.CancellationToken);
        if (fits)
            Assert.Equal(vpc.Id, (await ReadAsync())!.VpcId);
        else
            Assert.Equal(ErrorIds.ClientVpnSubnetUnfit, (await Assert.ThrowsAsync<NetConnectException>(ReadAsync)).ErrorId);
    }
}
