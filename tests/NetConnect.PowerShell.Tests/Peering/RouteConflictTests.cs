using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.Peering;

/// <summary>Routes and quotas that stand in the way.</summary>
public sealed class RouteConflictTests
{
    // twin has the addresses of data: a second peering of shop would need the same routes.
    private static string WithTwin => Seeds.Default((_, partner) => partner["vpcs"]!.AsArray().Add(Seeds.Vpc("us-east-1", "twin", "10.2.0.0/16")));

    [Fact]
    public void A_route_to_another_live_target_is_a_conflict_that_names_table_and_target_before_anything_is_written()
    {
        using var sandbox = new SandboxRunspace(WithTwin);
        string first = sandbox.Script("New-VpcPeering shop data @peer -Route -MainRouteTable").Single().VpcPeeringConnectionId;
        sandbox.ForgetCalls();
        Invocation run = sandbox.Script("New-VpcPeering shop twin @peer -Route");
        Assert.Equal(["RouteConflict"], run.ErrorIds);
        Assert.Contains($"10.2.0.0/16 in rtb-0a110000000000001 goes to {first}", $"{run.Errors[0]}", StringComparison.Ordinal);
        Assert.Contains("-Replace", $"{run.Errors[0]}", StringComparison.Ordinal);
        Assert.Equal("rtb-0a110000000000001", run.Errors[0].TargetObject);
        Assert.Empty(sandbox.Writes);
    }

    [Fact]
    public void Replace_points_it_at_the_peering()
    {
        using var sandbox = new SandboxRunspace(WithTwin);
        sandbox.Script("New-VpcPeering shop data @peer -Route -MainRouteTable -ExcludeCidr 2001:db8::/32").Succeeded();
        dynamic twin = sandbox.Script("New-VpcPeering shop twin @peer -Route -MainRouteTable -Replace").Single();
        Assert.Single(sandbox.Writes, call => call.Action == "ReplaceRoute");
        dynamic route = sandbox.Script("Get-PeeringRoutes $args[0] @peer -Side Requester -MainRouteTable", (object)twin.VpcPeeringConnectionId).Single();
        Assert.Equal(((string)twin.VpcPeeringConnectionId, "Active"), ((string)route.Target, $"{route.State}"));
    }

    [Fact]
    public void A_blackhole_is_repaired_without_being_told_to()
    {
        using var sandbox = new SandboxRunspace();
        sandbox.Script("New-VpcPeering shop data @peer -Route -MainRouteTable").Succeeded();
        // Removed behind our back: the routes of the other side stay, and drop their packets.
        sandbox.Script("Get-VpcPeering | Remove-VpcPeering -Side Requester -Confirm:$false").Succeeded();
        Invocation again = sandbox.Script("New-VpcPeering shop data @peer -Route -MainRouteTable").Succeeded();
        Assert.Contains(sandbox.Writes, call => call.Action == "ReplaceRoute");
        Assert.All(sandbox.Script("Get-PeeringRoutes $args[0] @peer -MainRouteTable", again.Output[0]).Succeeded().Output, IsActive);

        static void IsActive(dynamic route) => Assert.Equal("Active", $"{route.State}");
    }

    [Theory]
    [InlineData("outstandingPeeringRequests", "PeeringLimitExceeded", "L-DC9F7029")]
    [InlineData("activePeeringsPerVpc", "PeeringLimitExceeded", "L-7E9ECCDB")]
    [InlineData("routesPerTable", "RouteLimitExceeded", "L-93826ACB")]
    public void A_quota_that_is_reached_says_which_and_a_second_run_goes_on_from_there(string quota, string id, string code)
    {
        using var sandbox = new SandboxRunspace(Seeds.Default((network, _) => network["quotas"]![quota] = 0));
        Invocation run = sandbox.Script("New-VpcPeering shop data @peer -Route -MainRouteTable -ExcludeCidr 2001:db8::/32");
        Assert.Equal([id], run.ErrorIds);
        Assert.Equal(System.Management.Automation.ErrorCategory.LimitsExceeded, run.Errors[0].CategoryInfo.Category);
        Assert.Contains(code, $"{run.Errors[0]}", StringComparison.Ordinal);
        int made = sandbox.Writes.Count(call => call.Action == "CreateVpcPeeringConnection");
        sandbox.Script("New-VpcPeering shop data @peer -Route -MainRouteTable -ExcludeCidr 2001:db8::/32");
        Assert.Equal(made, sandbox.Writes.Count(call => call.Action == "CreateVpcPeeringConnection"));
    }

    [Fact]
    public void A_caller_without_the_permission_is_told_which()
    {
        using var sandbox = new SandboxRunspace(Seeds.Default((_, partner) => partner["roles"]![0]!["deny"] = new System.Text.Json.Nodes.JsonArray("ec2:CreateRoute")));
        Invocation run = sandbox.Script("New-VpcPeering shop data @peer -Route -MainRouteTable");
        Assert.Equal(["NotAuthorized"], run.ErrorIds);
        Assert.Contains("ec2:CreateRoute", $"{run.Errors[0]}", StringComparison.Ordinal);
        // What does not need it was made, and stays.
        Assert.Equal("active", sandbox.Script("Get-VpcPeering").Single().Status);
    }
}
