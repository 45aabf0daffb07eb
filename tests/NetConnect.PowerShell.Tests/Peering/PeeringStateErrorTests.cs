using System.Management.Automation;
using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.Peering;

/// <summary>States and owners that do not allow what was asked.</summary>
public sealed class PeeringStateErrorTests : IDisposable
{
    // shop asks legacy, whose addresses overlap: only the accepter's side could know, so EC2 lets it fail.
    private const string Overlapping = "New-VpcPeering shop vpc-0b230000000000001 -PeerRegion us-east-1 -PeerOwnerId 222222222222";
    private const string Request = "New-VpcPeering shop vpc-0b220000000000001 -PeerOwnerId 222222222222";
    private const string AsPartner = "-RoleArn $peer.PeerRoleArn";

    private readonly SandboxRunspace _sandbox = new(clock: "Stepped");

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("Approve-VpcPeering $id " + AsPartner)]
    [InlineData("Deny-VpcPeering $id " + AsPartner)]
    [InlineData("Set-VpcPeering $id -PeerRoleArn $peer.PeerRoleArn -Tag @{ a = 'b' }")]
    [InlineData("Set-PeeringRoutes $id -PeerRoleArn $peer.PeerRoleArn")]
    public void A_request_that_nobody_answered_for_seven_days_has_expired(string command)
    {
        Ask();
        _sandbox.Advance(TimeSpan.FromDays(8));
        Refuses(command, "PeeringExpired", ErrorCategory.ResourceExists, "New-VpcPeering");
        // And can be asked for again.
        Assert.Single(_sandbox.Script($"{Request} -NoWait").Succeeded().Output);
    }

    [Theory]
    [InlineData("Approve-VpcPeering $id " + AsPartner)]
    [InlineData("Set-PeeringRoutes $id -PeerRoleArn $peer.PeerRoleArn")]
    public void A_rejected_request_has_to_be_made_again(string command)
    {
        Ask();
        _sandbox.Script($"Deny-VpcPeering $id {AsPartner}").Succeeded();
        Refuses(command, "PeeringRejected", ErrorCategory.ResourceExists, "New-VpcPeering");
    }

    [Fact]
    public void A_request_that_failed_says_why()
    {
        _sandbox.Script($"$global:id = ({Overlapping} -NoWait).VpcPeeringConnectionId").Succeeded();
        _sandbox.Advance(TimeSpan.FromMinutes(1));
        // EC2 shows a failed request to its requester alone.
        Refuses("Set-PeeringRoutes $id -Side Requester", "PeeringFailed", ErrorCategory.ResourceExists, "overlapping CIDR");
    }

    [Fact]
    public void An_active_peering_cannot_be_denied()
    {
        Accept();
        Refuses($"Deny-VpcPeering $id {AsPartner}", "PeeringStateConflict", ErrorCategory.ResourceExists, "Remove-VpcPeering");
    }

    [Fact]
    public void A_denied_request_is_denied_already()
    {
        Ask();
        Invocation twice = _sandbox.Script($"Deny-VpcPeering $id {AsPartner}; Deny-VpcPeering $id {AsPartner}").Succeeded();
        Assert.Equal(["rejected", "rejected"], twice.Output.Select(Status));

        static string Status(dynamic peering) => peering.Status;
    }

    [Theory]
    [InlineData("Approve-VpcPeering $id", "NotPeeringOwner", "-Peer")]
    [InlineData("Deny-VpcPeering $id", "NotPeeringOwner", "-Peer")]
    [InlineData("Remove-VpcPeering $id -Confirm:$false -Side Accepter " + AsPartner, "NotPeeringOwner", "Deny-VpcPeering")]
    [InlineData("Remove-VpcPeering $id -Confirm:$false", "OtherSideNotReachable", "-Side")]
    [InlineData("Set-PeeringRoutes $id", "OtherSideNotReachable", "-PeerRoleArn")]
    [InlineData("Remove-PeeringRoutes $id -Confirm:$false", "OtherSideNotReachable", "-PeerProfileName")]
    public void What_belongs_to_the_other_side_needs_its_credentials(string command, string errorId, string wayOut)
    {
        Ask();
        Refuses(command, errorId, ErrorCategory.PermissionDenied, wayOut);
    }

    [Fact]
    public void DNS_options_wait_until_the_peering_is_active()
    {
        Ask();
        Refuses("Set-VpcPeering $id -DnsResolution Both -PeerRoleArn $peer.PeerRoleArn", "PeeringStateConflict", ErrorCategory.ResourceExists, "Approve-VpcPeering");
    }

    private void Ask()
    {
        _sandbox.Script($"$global:id = ({Request} -NoWait).VpcPeeringConnectionId").Succeeded();
        _sandbox.Advance(TimeSpan.FromMinutes(1));
    }

    private void Accept()
    {
        Ask();
        _sandbox.Script($"Approve-VpcPeering $id -NoWait {AsPartner}").Succeeded();
        _sandbox.Advance(TimeSpan.FromMinutes(1));
    }

    private void Refuses(string command, string errorId, ErrorCategory category, string wayOut)
    {
        _sandbox.ForgetCalls();
        Invocation run = _sandbox.Script(command);
        ErrorRecord error = Assert.Single(run.Errors);
        Assert.Equal(errorId, error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Contains(wayOut, error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(_sandbox.Writes);
    }
}
