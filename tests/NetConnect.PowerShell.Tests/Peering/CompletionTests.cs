using System.Management.Automation;
using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.Peering;

/// <summary>What Tab offers: ids, with the names that people know them by.</summary>
public sealed class CompletionTests : SandboxTest
{
    private const string AsPeer = "-PeerRegion us-east-1 -PeerRoleArn arn:aws:iam::222222222222:role/NetConnect";

    [Fact]
    public void VPCs_are_found_by_the_beginning_of_their_name_or_id()
    {
        Assert.Equal(["vpc-0a110000000000001 (shop)"], Complete("New-VpcPeering sh"));
        Assert.Equal(["vpc-0a110000000000001 (shop)", "vpc-0a120000000000001 (tools)"], Complete("New-VpcPeering -VpcId vpc-0a1"));
        Assert.Equal(["vpc-0a130000000000001 (backup)"], Complete("New-VpcPeering -Region us-east-1 -VpcId "));
    }

    [Fact]
    public void The_other_sides_VPCs_are_asked_of_the_other_side() =>
        Assert.Equal(["vpc-0b210000000000001 (data)", "vpc-0b230000000000001 (legacy)"], Complete($"New-VpcPeering shop {AsPeer} -PeerVpcId "));

    [Theory]
    [InlineData("Get-VpcPeering ")]
    [InlineData("Approve-VpcPeering ")]
    [InlineData("Deny-VpcPeering ")]
    [InlineData("Set-VpcPeering ")]
    [InlineData("Remove-VpcPeering ")]
    [InlineData("Get-PeeringRoutes ")]
    [InlineData("Set-PeeringRoutes -VpcPeeringConnectionId shop")]
    [InlineData("Remove-PeeringRoutes -VpcPeeringConnectionId pcx-")]
    public void Peerings_are_offered_with_their_names(string line)
    {
        string id = MakePeering("-Tag @{ Name = 'shop-data' }").VpcPeeringConnectionId;
        Assert.Equal([$"{id} (shop-data)"], Complete(line));
    }

    [Fact]
    public void Regions_need_no_call()
    {
        Sandbox.ForgetCalls();
        Assert.Contains("eu-west-1", Complete("Get-VpcPeering -Region eu-w"));
        Assert.Empty(Sandbox.Calls);
    }

    [Fact]
    public void States_and_sides_are_offered()
    {
        Assert.Equal(["active"], Complete("Get-VpcPeering -Status ac"));
        Assert.Contains("Accepter", Complete("Set-PeeringRoutes x -Side "));
    }

    [Fact]
    public void Where_nothing_can_be_asked_nothing_is_offered_and_nothing_fails()
    {
        Assert.Empty(Complete("New-VpcPeering -RoleArn arn:aws:iam::222222222222:role/None -VpcId "));
        Sandbox.Fault("ServerError", count: 0);
        Assert.Empty(Complete("New-VpcPeering -VpcId "));
    }

    private IEnumerable<string> Complete(string line) =>
        Script("param($line) [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches", line)
            .Output.Select(match => ((CompletionResult)match.BaseObject).ListItemText);
}
