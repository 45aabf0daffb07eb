using System.Management.Automation;
using System.Security;
using NetConnect.ClientVpns;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Makes an authority for a Client VPN in a folder: its own certificate, the server's, and a revocation list. One that is there is given back.</summary>
[Cmdlet(VerbsCommon.New, "ClientVpnAuthority", SupportsShouldProcess = true)]
[OutputType(typeof(ClientVpnAuthority))]
public sealed class NewClientVpnAuthorityCommand : AuthorityCmdlet<ClientVpnAuthority>
{
    /// <summary>The folder. It is made for its owner alone where it is missing.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The name of the authority in its certificate.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public string Name { get; set; } = "";

    /// <summary>The name in the server's certificate. It must look like a domain name, and need not exist.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    public string ServerName { get; set; } = "vpn.internal";

    /// <summary>Encrypts every key of the authority, people's included. Without it the keys are in files that only their owner can read.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? Passphrase { get; set; }

    /// <summary>For how many days the authority's own certificate is valid.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(1, 36500)]
    public int ValidityDays { get; set; } = 3650;

    /// <summary>For how many days the server's certificate is valid, at most until the authority's expires.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(1, 36500)]
    public int ServerValidityDays { get; set; } = 825;

    /// <summary>For how many days each revocation list is valid. An endpoint whose list has expired refuses everybody.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(1, 3650)]
    public int RevocationListDays { get; set; } = 365;

    /// <summary>Makes a new certificate for the server, though the present one is valid.</summary>
    [Parameter]
    public SwitchParameter Renew { get; set; }

    private protected override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<ClientVpnAuthority>>> PlanAsync)> Plans()
    {
        AuthorityFolder folder = Open(Path);
        var request = new AuthorityRequest
        {
            Name = Name,
            ServerName = ServerName,
            Passphrase = Passphrase,
            ValidityDays = ValidityDays,
            ServerValidityDays = ServerValidityDays,
            RevocationListDays = RevocationListDays,
            Renew = Renew,
        };
        yield return (folder.Path, ct => Task.Run(() => new AuthorityCreation(folder).Plan(request), ct));
    }
}
