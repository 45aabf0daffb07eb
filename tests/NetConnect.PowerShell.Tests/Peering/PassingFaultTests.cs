using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.Peering;

/// <summary>An endpoint that fails for a while costs time and nothing else.</summary>
public sealed class PassingFaultTests : SandboxTest
{
    private const string Make = "New-VpcPeering tools data @peer -Route -DnsResolution Both -Tag @{ Name = 'n' }";

    private static readonly string[] s_actions =
    [
        "AssumeRole", "DescribeVpcs", "DescribeVpcPeeringConnections", "DescribeRouteTables", "DescribeVpcAttribute", "CreateVpcPeeringConnection",
        "AcceptVpcPeeringConnection", "ModifyVpcPeeringConnectionOptions", "CreateRoute", "CreateTags",
    ];

    [Theory]
    [InlineData("Throttle")]
    [InlineData("ServerError")]
    [InlineData("Unavailable")]
    [InlineData("ResetBefore")]
    [InlineData("NotXml")]
    public void What_fails_once_for_every_action_is_done_all_the_same(string kind)
    {
        foreach (string action in s_actions)
            Sandbox.Fault(kind, action);
        Assert.Equal("active", Script(Make).Single().Status);
        Assert.All(s_actions, action => Assert.Contains(Sandbox.Calls, call => call.Action == action && call.Error is not null));
        Assert.Single(Sandbox.Writes, call => call.Action == "CreateVpcPeeringConnection");
        Sandbox.ForgetCalls();
        Script(Make);
        Assert.Empty(Sandbox.Writes);
    }

    [Theory]
    [InlineData("$sandbox.Faults.InvisibleReads = 3")]
    [InlineData("$sandbox.Faults.VisibilityDelay = '00:00:02'")]
    public void A_new_peering_that_EC2_does_not_show_yet_is_waited_for(string late)
    {
        Script($"$sandbox.Faults.InvisiblePrefix = 'pcx'; {late}");
        Assert.Equal("active", Script(Make).Single().Status);
        Assert.Contains(Sandbox.Calls, call => call.Error == "InvalidVpcPeeringConnectionID.NotFound");
        Assert.Single(Sandbox.Writes, call => call.Action == "CreateVpcPeeringConnection");
    }
}
