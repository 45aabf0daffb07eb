using System.Management.Automation;
using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.Peering;

/// <summary>An endpoint that keeps failing is an error that says what to do.</summary>
public sealed class EndpointFaultTests : SandboxTest
{
    private const string Make = "New-VpcPeering tools data @peer -Route -DnsResolution Both -Tag @{ Name = 'n' }";

    [Theory]
    [InlineData("Throttle", "Throttled", ErrorCategory.ResourceBusy, "-ThrottleLimit")]
    [InlineData("ServerError", "ServiceFailure", ErrorCategory.ResourceUnavailable, "try again later")]
    [InlineData("Unavailable", "ServiceFailure", ErrorCategory.ResourceUnavailable, "try again later")]
    [InlineData("ResetBefore", "EndpointUnreachable", ErrorCategory.ResourceUnavailable, "Check the network")]
    [InlineData("NotXml", "UnreadableAnswer", ErrorCategory.ResourceUnavailable, "endpoint URL")]
    public void A_read_that_keeps_failing_ends_the_record_before_anything_is_written(string kind, string id, ErrorCategory category, string wayOut)
    {
        Sandbox.Fault(kind, "DescribeRouteTables", count: 0);
        Invocation run = Sandbox.Script(Make);
        ErrorRecord error = Assert.Single(run.Errors);
        Assert.Equal($"{id},NetConnect.PowerShell.NewVpcPeeringCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Contains(wayOut, error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(Sandbox.Writes);
        Sandbox.ClearFaults();
        Assert.Equal("active", Script(Make).Single().Status);
    }

    [Fact]
    public void An_endpoint_that_is_down_is_named_and_the_others_go_on()
    {
        // Nothing listens on the discard port of loopback.
        Invocation run = Sandbox.Script("New-VpcPeering shop data @peer -PeerEndpointUrl http://127.0.0.1:9; New-VpcPeering shop tools");
        Assert.Equal(["EndpointUnreachable"], run.ErrorIds);
        Assert.Equal("active", run.Single().Status);
    }

    [Fact]
    public void A_state_that_does_not_come_within_the_timeout_says_how_to_go_on()
    {
        using var stepped = new SandboxRunspace(clock: "Stepped");
        Invocation run = stepped.Script("New-VpcPeering shop tools -Timeout 1");
        ErrorRecord error = Assert.Single(run.Errors);
        Assert.Equal("WaitTimedOut", error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(ErrorCategory.OperationTimeout, error.CategoryInfo.Category);
        Assert.Contains("-Timeout", error.Exception.Message, StringComparison.Ordinal);
        stepped.Advance(TimeSpan.FromMinutes(1));
        stepped.Script("New-VpcPeering shop tools -NoWait").Succeeded();
        Assert.Single(stepped.Writes, call => call.Action == "CreateVpcPeeringConnection");
    }
}
