using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.Peering;

public sealed class SetVpcPeeringTests : SandboxTest
{
    [Fact]
    public void Each_side_is_changed_with_the_credentials_of_its_owner_in_its_own_Region()
    {
        MakePeering("-Tag @{ Name = 'shop-data' }");
        Sandbox.ForgetCalls();
        dynamic peering = Script("Set-VpcPeering shop-data @peer -DnsResolution Both -Tag @{ Team = 'net' }").Single();
        Assert.True(peering.Requester.AllowDnsResolutionFromRemoteVpc && peering.Accepter.AllowDnsResolutionFromRemoteVpc);
        Assert.Equal("net", (string)peering.Tags["Team"]);
        Assert.Equal("shop-data", peering.Name);
        foreach (string action in new[] { "ModifyVpcPeeringConnectionOptions", "CreateTags" })
        {
            Assert.Equal(
                ["111111111111 eu-west-1", "222222222222 us-east-1"],
                Sandbox.Writes.Where(call => call.Action == action).Select(call => $"{call.Account} {call.Region}").Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void What_is_so_already_is_not_written_again()
    {
        MakePeering("-Tag @{ Name = 'shop-data' } -DnsResolution Both");
        Sandbox.ForgetCalls();
        Script("Set-VpcPeering shop-data @peer -DnsResolution Both -Tag @{ Name = 'shop-data' }");
        Assert.Empty(Sandbox.Writes);
        Script("Set-VpcPeering shop-data @peer -DnsResolution Requester");
        Assert.Equal(["222222222222"], Sandbox.Writes.Select(call => call.Account));
    }

    [Fact]
    public void None_turns_it_off_on_both_sides()
    {
        MakePeering("-Tag @{ Name = 'shop-data' } -DnsResolution Both");
        Script("Set-VpcPeering shop-data @peer -DnsResolution None");
        dynamic peering = Script("Get-VpcPeering shop-data").Single();
        Assert.False(peering.Requester.AllowDnsResolutionFromRemoteVpc || peering.Accepter.AllowDnsResolutionFromRemoteVpc);
    }

    [Fact]
    public void Without_the_other_sides_credentials_its_tags_are_left_alone_and_its_option_is_an_error()
    {
        MakePeering("-Tag @{ Name = 'shop-data' }");
        Sandbox.ForgetCalls();
        Script("Set-VpcPeering shop-data -DnsResolution Requester -Tag @{ Team = 'net' }");
        Assert.All(Sandbox.Writes, call => Assert.Equal("111111111111", call.Account));
        Assert.Equal(["OtherSideNotReachable"], Sandbox.Script("Set-VpcPeering shop-data -DnsResolution Both").ErrorIds);
    }

    [Fact]
    public void A_name_given_to_two_peerings_is_ambiguous()
    {
        MakePeering();
        Script("New-VpcPeering shop tools; Get-VpcPeering | Set-VpcPeering -Tag @{ Name = 'shop-data' }");
        Assert.Equal(["AmbiguousName"], Sandbox.Script("Get-VpcPeering shop-data").ErrorIds);
    }
}
