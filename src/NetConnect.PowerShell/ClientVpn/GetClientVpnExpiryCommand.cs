using System.Management.Automation;
using NetConnect.ClientVpns;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Gets everything of an authority that expires, first what expires first: its own certificate, the server's, people's, and the revocation list.</summary>
[Cmdlet(VerbsCommon.Get, "ClientVpnExpiry")]
[OutputType(typeof(ClientVpnExpiry))]
public sealed class GetClientVpnExpiryCommand : AuthorityCmdlet<IReadOnlyList<ClientVpnExpiry>>
{
    /// <summary>The folder of the authority.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Path")]
    [ValidateNotNullOrEmpty]
    public string AuthorityPath { get; set; } = "";

    /// <summary>With fewer days left, something is a warning.</summary>
    [Parameter]
    [ValidateRange(0, 36500)]
    public int WarningDays { get; set; } = 30;

    /// <summary>Leaves out what is of less weight: Warning leaves what soon expires or has expired.</summary>
    [Parameter]
    public VpnFindingSeverity MinimumSeverity { get; set; }

    private protected override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<IReadOnlyList<ClientVpnExpiry>>>> PlanAsync)> Plans()
    {
        AuthorityFolder folder = Open(AuthorityPath);
        (int days, VpnFindingSeverity least) = (WarningDays, MinimumSeverity);
        yield return ("", ct => Task.Run(
            () => new Plan<IReadOnlyList<ClientVpnExpiry>>([.. ExpiryList.Read(folder, days).Where(one => one.Severity >= least)]), ct));
    }
}
