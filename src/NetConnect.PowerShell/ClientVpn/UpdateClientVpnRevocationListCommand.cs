using System.Management.Automation;
using NetConnect.ClientVpns;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Renews an authority's revocation list before it expires, and gives it to endpoints. One in the first half of its time is left as it is.</summary>
[Cmdlet(VerbsData.Update, "ClientVpnRevocationList", SupportsShouldProcess = true)]
[OutputType(typeof(ClientVpnRevocationList))]
public sealed class UpdateClientVpnRevocationListCommand : RevocationCmdlet<ClientVpnRevocationList>
{
    /// <summary>Makes a new list in any case.</summary>
    [Parameter]
    public SwitchParameter Renew { get; set; }

    private protected override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<ClientVpnRevocationList>>> PlanAsync)> Plans()
    {
        AuthorityFolder folder = Open();
        var renewal = new RevocationListRenewal(folder, Passphrase);
        RevocationListImport? import = Import(folder, ClientVpnEndpointId);
        bool renew = Renew;
        yield return (folder.Path, ct => renewal.PlanAsync(renew, import, ct));
    }
}
