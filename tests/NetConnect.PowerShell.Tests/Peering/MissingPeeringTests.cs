using System.Management.Automation;
using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.Peering;

/// <summary>Peerings that are not there, beside one that is.</summary>
public sealed class MissingPeeringTests : SandboxTest
{
    [Theory]
    [InlineData("Get-VpcPeering")]
    [InlineData("Approve-VpcPeering")]
    [InlineData("Deny-VpcPeering")]
    [InlineData("Set-VpcPeering -Tag @{ a = 'b' }")]
    [InlineData("Get-PeeringRoutes @peer")]
    [InlineData("Set-PeeringRoutes @peer")]
    [InlineData("Remove-PeeringRoutes @peer -Confirm:$false")]
    [InlineData("Remove-VpcPeering @peer -Confirm:$false")]
    public void Each_has_its_own_error_and_the_others_go_on(string command)
    {
        string id = command.StartsWith("Deny", StringComparison.Ordinal) ? MakeRequest().VpcPeeringConnectionId : MakePeering().VpcPeeringConnectionId;
        Sandbox.ForgetCalls();
        Invocation run = Sandbox.Script($"param($id) 'pcx-12', 'pcx-0123456789abcdef0', 'no name', $id | ForEach-Object {{ [pscustomobject]@{{ VpcPeeringConnectionId = $_ }} }} | {command}", id);
        Assert.Null(run.Failure);
        Assert.Equal(["MalformedId", "PeeringNotFound", "PeeringNotFound"], run.ErrorIds);
        Assert.Equal(
            [ErrorCategory.InvalidArgument, ErrorCategory.ObjectNotFound, ErrorCategory.ObjectNotFound], run.Errors.Select(e => e.CategoryInfo.Category));
        Assert.Equal(["pcx-12", "pcx-0123456789abcdef0", "no name"], run.Errors.Select(e => $"{e.TargetObject}"));
        Assert.True(run.Output.Count > 0 || Sandbox.Writes.Any() || command.StartsWith("Remove-PeeringRoutes", StringComparison.Ordinal));
    }
}
