using System.Management.Automation;
using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.Peering;

/// <summary>Objects bind by the names of their properties, wherever they come from.</summary>
public sealed class PipelineInputTests : SandboxTest
{
    // The properties of Amazon.EC2.Model.VpcPeeringConnection, as Get-EC2VpcPeeringConnection of AWS.Tools gives it.
    private const string LikeAwsTools = """
        param($id)
        [pscustomobject]@{
            AccepterVpcInfo = [pscustomobject]@{ VpcId = 'vpc-0b210000000000001'; OwnerId = '222222222222'; Region = 'us-east-1'; CidrBlock = '10.2.0.0/16' }
            ExpirationTime = $null
            RequesterVpcInfo = [pscustomobject]@{ VpcId = 'vpc-0a110000000000001'; OwnerId = '111111111111'; Region = 'eu-west-1'; CidrBlock = '10.1.0.0/16' }
            Status = [pscustomobject]@{ Code = 'active'; Message = 'Active' }
            Tags = @()
            VpcPeeringConnectionId = $id
        }
        """;

    public static TheoryData<string> ExistingPeeringCommands =>
    [
        "Get-VpcPeering",
        "Approve-VpcPeering",
        "Set-VpcPeering -Tag @{ Team = 'net' }",
        "Get-PeeringRoutes @peer",
        "Set-PeeringRoutes @peer",
        "Remove-PeeringRoutes @peer -Confirm:$false",
        "Remove-VpcPeering @peer -Confirm:$false -PassThru",
    ];

    [Theory]
    [MemberData(nameof(ExistingPeeringCommands))]
    public void A_peering_of_AWS_Tools_binds(string command) => Binds(Script(LikeAwsTools, TwoPeerings()).Output[0], command);

    [Theory]
    [MemberData(nameof(ExistingPeeringCommands))]
    public void A_peering_of_ours_binds(string command) => Binds(Script("Get-VpcPeering $args[0]", TwoPeerings()).Output[0], command);

    [Theory]
    [MemberData(nameof(ExistingPeeringCommands))]
    public void A_peering_that_came_back_from_CLIXML_binds(string command)
    {
        object peering = Script("Get-VpcPeering $args[0]", TwoPeerings()).Output[0];
        Binds((PSObject)PSSerializer.Deserialize(PSSerializer.Serialize(peering, depth: 2)), command);
    }

    [Fact]
    public void VPCs_of_AWS_Tools_bind()
    {
        Invocation made = Script(
            """
            'vpc-0a110000000000001', 'vpc-0a120000000000001' | ForEach-Object {
                [pscustomobject]@{ CidrBlock = '10.0.0.0/16'; DhcpOptionsId = 'dopt-1'; IsDefault = $false; OwnerId = '111111111111'; State = 'available'; Tags = @(); VpcId = $_ }
            } | New-VpcPeering -PeerVpcId data @peer
            """);
        Assert.Equal(["vpc-0a110000000000001", "vpc-0a120000000000001"], made.Output.Select(VpcId));

        static string VpcId(dynamic peering) => peering.VpcId;
    }

    [Fact]
    public void A_row_says_whose_and_where_for_itself()
    {
        Invocation made = Script(
            """
            [pscustomobject]@{ VpcId = 'shop'; PeerVpcId = 'tools' },
            [pscustomobject]@{ VpcId = 'shop'; PeerVpcId = 'backup'; PeerRegion = 'us-east-1' },
            [pscustomobject]@{ VpcId = 'reports'; RoleArn = $peer.PeerRoleArn; PeerVpcId = 'data'; PeerRegion = 'us-east-1' } | New-VpcPeering
            """);
        Assert.Equal(["111111111111 eu-west-1", "111111111111 us-east-1", "222222222222 us-east-1"], made.Output.Select(Accepter));

        static string Accepter(dynamic peering) => $"{peering.Accepter.OwnerId} {peering.Accepter.Region}";
    }

    [Fact]
    public void A_pair_is_removed_by_the_row_that_made_it()
    {
        const string row = "[pscustomobject]@{ VpcId = 'tools'; PeerVpcId = 'data'; PeerRegion = 'us-east-1'; PeerRoleArn = $peer.PeerRoleArn }";
        Script($"{row} | New-VpcPeering -Route");
        Assert.Equal("deleted", Script($"{row} | Remove-VpcPeering -Confirm:$false -PassThru").Single().Status);
        Assert.Empty(Script($"{row} | Remove-VpcPeering -Confirm:$false -PassThru").Output);
    }

    [Fact]
    public void Missing_routes_are_repaired_one_by_one_where_they_are_piped()
    {
        string id = MakePeering("-Route").VpcPeeringConnectionId;
        Script("Remove-PeeringRoutes $args[0] @peer -RouteTableId rtb-0a110000000000002 -Confirm:$false", id);
        Sandbox.ForgetCalls();
        Script("Get-PeeringRoutes $args[0] @peer | Where-Object { $_.State -eq 'Missing' } | Set-PeeringRoutes @peer", id);
        Assert.Equal(2, Sandbox.Writes.Count());
        Assert.All(Sandbox.Writes, call => Assert.Equal("CreateRoute", call.Action));
    }

    private string TwoPeerings()
    {
        Script("New-VpcPeering shop tools");
        return MakePeering("-Route").VpcPeeringConnectionId;
    }

    private void Binds(PSObject peering, string command)
    {
        Invocation run = Script($"param($peering) $peering | {command}", peering);
        string id = $"{peering.Properties["VpcPeeringConnectionId"].Value}";
        Assert.Equal(command.StartsWith("Remove-PeeringRoutes", StringComparison.Ordinal), run.Output.Count == 0);
        Assert.All(run.Output, found => Assert.Equal(id, $"{found.Properties["VpcPeeringConnectionId"].Value}"));
    }
}
