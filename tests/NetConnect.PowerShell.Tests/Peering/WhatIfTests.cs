using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.Peering;

/// <summary>-WhatIf shows the steps that are missing, every one of them and none besides, and writes nothing.</summary>
public sealed class WhatIfTests : SandboxTest
{
    [Fact]
    public void New_VpcPeering_shows_all_steps_of_an_empty_start() => Shows(
        "New-VpcPeering shop data @peer -Route -MainRouteTable -DnsResolution Both -Tag @{ Name = 'n' } -ExcludeCidr 2001:db8::/32, 10.101.0.0/16",
        "Request VPC peering with vpc-0b210000000000001 (222222222222/us-east-1)",
        "Accept the VPC peering",
        "Turn DNS resolution on",
        "Turn DNS resolution on",
        "Add route 10.2.0.0/16 to the peering",
        "Add route 10.1.0.0/16 to the peering",
        "Tag the VPC peering: Name=n");

    [Fact]
    public void New_VpcPeering_shows_only_what_is_missing()
    {
        MakePeering("-Route -MainRouteTable");
        Shows("New-VpcPeering shop data @peer -Route -MainRouteTable -DnsResolution Accepter", "Turn DNS resolution on");
    }

    [Fact]
    public void Approve_VpcPeering_shows_the_acceptance()
    {
        string id = MakeRequest().VpcPeeringConnectionId;
        Shows($"Approve-VpcPeering {id}", "Accept the VPC peering");
    }

    [Fact]
    public void Deny_VpcPeering_shows_the_rejection()
    {
        string id = MakeRequest().VpcPeeringConnectionId;
        Shows($"Deny-VpcPeering {id}", "Reject the VPC peering");
    }

    [Fact]
    public void Set_VpcPeering_shows_each_sides_changes()
    {
        MakePeering("-Tag @{ Name = 'shop-data' }");
        Shows(
            "Set-VpcPeering shop-data @peer -DnsResolution Requester -Tag @{ Team = 'net' }",
            "Turn DNS resolution on",
            "Tag the VPC peering: Team=net",
            "Tag the VPC peering: Team=net");
    }

    [Fact]
    public void Set_PeeringRoutes_shows_additions_and_removals()
    {
        MakePeering("-Route -MainRouteTable -ExcludeCidr 2001:db8::/32 -Tag @{ Name = 'shop-data' }");
        Shows(
            "Set-PeeringRoutes shop-data @peer -RouteTableId rtb-0a110000000000002 -Side Requester -ExcludeCidr 2001:db8::/32 -Prune",
            "Remove route 10.2.0.0/16 to the peering",
            "Add route 10.2.0.0/16 to the peering");
    }

    [Fact]
    public void Remove_PeeringRoutes_shows_every_route()
    {
        MakePeering("-Route -Tag @{ Name = 'shop-data' }");
        Assert.Equal(12, Shown("Remove-PeeringRoutes shop-data @peer").Count);
    }

    [Fact]
    public void Remove_VpcPeering_shows_routes_first_and_the_peering_last()
    {
        MakePeering("-Route -MainRouteTable -ExcludeCidr 2001:db8::/32, 10.101.0.0/16 -Tag @{ Name = 'shop-data' }");
        Shows(
            "Remove-VpcPeering shop-data @peer",
            "Remove route 10.2.0.0/16 to the peering",
            "Remove route 10.1.0.0/16 to the peering",
            "Delete the VPC peering");
    }

    private void Shows(string command, params string[] actions) => Assert.Equal(actions, Shown(command));

    private List<string> Shown(string command)
    {
        Sandbox.ForgetCalls();
        Invocation run = Script($"{command} -WhatIf");
        Assert.Empty(run.Output);
        Assert.Empty(Sandbox.Writes);
        return [.. Sandbox.Prompts.Text.Split('\n').Where(line => line.StartsWith("What if: ", StringComparison.Ordinal)).Select(line => line.Split('"')[1])];
    }
}
