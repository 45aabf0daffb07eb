using System.Management.Automation;
using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.Peering;

/// <summary>-Confirm asks before each step, and a declined step takes those with it that build on it.</summary>
public sealed class ConfirmTests : SandboxTest
{
    private const string Make = "New-VpcPeering tools data @peer -Route -Confirm";

    private List<string> Asked => Sandbox.Prompts.Asked;

    [Fact]
    public void Each_step_is_asked_for_with_its_target()
    {
        Answer("Yes", "Yes", "Yes", "Yes", "Yes");
        Assert.Equal("active", Script(Make).Single().Status);
        Assert.Equal(5, Asked.Count);
        Assert.Contains("Request VPC peering with vpc-0b210000000000001 (222222222222/us-east-1)", Asked[0], StringComparison.Ordinal);
        Assert.Contains("vpc-0a120000000000001 (111111111111/eu-west-1)", Asked[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_declined_request_leaves_nothing_to_ask_and_nothing_to_do()
    {
        Answer("No");
        Assert.Empty(Script(Make).Output);
        Assert.Single(Asked);
        Assert.Empty(Sandbox.Writes);
    }

    [Fact]
    public void A_declined_acceptance_leaves_the_request()
    {
        Answer("Yes", "No");
        Assert.NotEqual("active", Script(Make).Single().Status);
        Assert.Equal(["CreateVpcPeeringConnection"], Sandbox.Writes.Select(call => call.Action));
    }

    [Fact]
    public void A_declined_route_leaves_the_others()
    {
        Answer("Yes", "Yes", "No", "Yes", "Yes");
        Script(Make);
        Assert.Equal(2, Sandbox.Writes.Count(call => call.Action == "CreateRoute"));
    }

    [Fact]
    public void Yes_to_All_goes_on_without_asking()
    {
        Answer("Yes to All");
        Assert.Equal("active", Script(Make).Single().Status);
        Assert.Single(Asked);
    }

    [Fact]
    public void Removal_asks_without_being_told_to_and_keeps_the_peering_where_a_route_is_kept()
    {
        string id = MakePeering("-Route -MainRouteTable -ExcludeCidr 2001:db8::/32, 10.101.0.0/16").VpcPeeringConnectionId;
        Answer("Yes", "No");
        Assert.Empty(Script("Remove-VpcPeering $args[0] @peer -PassThru", id).Output);
        Assert.Equal(2, Asked.Count);
        Assert.Equal("active", Script("Get-VpcPeering $args[0]", id).Single().Status);
    }

    [Theory]
    [InlineData("Remove-VpcPeering")]
    [InlineData("Remove-PeeringRoutes")]
    public void Where_nobody_can_answer_one_terminating_error_names_the_way_out(string command)
    {
        string first = MakePeering("-Route").VpcPeeringConnectionId;
        string second = Script("New-VpcPeering tools data @peer -Route").Single().VpcPeeringConnectionId;
        Sandbox.ForgetCalls();
        Invocation run = Sandbox.Run(command, [("VpcPeeringConnectionId", new[] { first, second }), .. s_peer]);
        Assert.Empty(run.Errors);
        string type = command.Replace("-", "", StringComparison.Ordinal);
        Assert.Equal($"ConfirmationRequired,NetConnect.PowerShell.{type}Command", run.Failure!.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidArgument, run.Failure.CategoryInfo.Category);
        Assert.Contains("-Confirm:$false", run.Failure.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(Sandbox.Writes);
    }

    private void Answer(params string[] answers)
    {
        foreach (string answer in answers)
            Sandbox.Prompts.Answers.Enqueue(answer);
    }
}
