using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.Peering;

public sealed class GetVpcPeeringTests(GetVpcPeeringTests.Peerings peerings) : IClassFixture<GetVpcPeeringTests.Peerings>
{
    [Theory]
    [InlineData("", 2)]
    [InlineData("-IncludeDeleted", 3)]
    [InlineData("-Status deleted", 1)]
    [InlineData("-Status active, deleted -VpcId tools", 2)]
    [InlineData("-VpcId shop", 2)]
    [InlineData("-VpcId vpc-0a120000000000001", 1)]
    [InlineData("-Tag @{ Team = 'net' }", 2)]
    [InlineData("-Tag @{ Team = 'net'; Name = 'shop-data' }", 1)]
    [InlineData("shop-data", 1)]
    [InlineData("-Region us-east-1", 0)]
    [InlineData("-Region us-east-1 -RoleArn $peer.PeerRoleArn -IncludeDeleted", 2)]
    public void Parameters_select(string parameters, int count) => Assert.Equal(count, Script($"Get-VpcPeering {parameters}").Output.Count);

    [Fact]
    public void Piped_VPCs_give_their_peerings() =>
        Assert.Equal(3, Script("'shop', 'tools' | ForEach-Object { [pscustomobject]@{ VpcId = $_; OwnerId = '1' } } | Get-VpcPeering").Output.Count);

    [Fact]
    public void Names_are_shown_of_the_VPCs_that_the_credentials_see()
    {
        dynamic alone = Script("Get-VpcPeering shop-data").Single();
        Assert.Equal(("shop", null), ((string)alone.Requester.Name, (string?)alone.Accepter.Name));
        dynamic both = Script("Get-VpcPeering shop-data @peer").Single();
        Assert.Equal(("shop", "data"), ((string)both.Requester.Name, (string)both.Accepter.Name));
    }

    [Fact]
    public void Nothing_where_an_id_is_expected_is_an_error_and_never_everything() =>
        Assert.Contains("ParameterArgumentValidationError", peerings.Sandbox.Script("$nothing = $null; Get-VpcPeering $nothing").ErrorIds);

    private Invocation Script(string script) => peerings.Sandbox.Script(script).Succeeded();

    /// <summary>Two live peerings of shop and a dead one of tools, which the tests only read.</summary>
    public sealed class Peerings : IDisposable
    {
        public Peerings() => Sandbox.Script(
            """
            New-VpcPeering shop data @peer -Tag @{ Name = 'shop-data'; Team = 'net' }
            New-VpcPeering shop tools -Tag @{ Team = 'net' }
            New-VpcPeering tools data @peer | Remove-VpcPeering @peer -Confirm:$false
            """).Succeeded();

        internal SandboxRunspace Sandbox { get; } = new();

        public void Dispose() => Sandbox.Dispose();
    }
}
