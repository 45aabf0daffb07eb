using System.Management.Automation;
using System.Security;
using NetConnect.ClientVpns;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Gives people certificates for a Client VPN, each a key of its own. Who has a valid certificate keeps it.</summary>
[Cmdlet(VerbsCommon.New, "ClientVpnUser", SupportsShouldProcess = true)]
[OutputType(typeof(ClientVpnUser))]
public sealed class NewClientVpnUserCommand : AuthorityCmdlet<ClientVpnUser>
{
    /// <summary>The folder of the authority.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Path")]
    [ValidateNotNullOrEmpty]
    public string AuthorityPath { get; set; } = "";

    /// <summary>The people. Each name becomes the common name of a certificate.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string[] Name { get; set; } = [];

    /// <summary>The passphrase of the authority's keys, where they have one. It encrypts the new keys, too.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? Passphrase { get; set; }

    /// <summary>For how many days the certificates are valid, at most until the authority's own expires.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(1, 36500)]
    public int ValidityDays { get; set; } = 825;

    /// <summary>Makes a new certificate for people who have a valid one. The old one stays valid until it expires or the person is revoked.</summary>
    [Parameter]
    public SwitchParameter Renew { get; set; }

    /// <summary>How many keys are made at the same time; as many as there are processors where it is not given.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; }

    private protected override int Parallelism => ThrottleLimit > 0 ? ThrottleLimit : Environment.ProcessorCount;

    private protected override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<ClientVpnUser>>> PlanAsync)> Plans()
    {
        AuthorityFolder folder = Open(AuthorityPath);
        var issue = new UserIssue(folder, Passphrase);
        (int days, bool renew) = (ValidityDays, Renew);
        // One person twice in the input gets one certificate.
        foreach (string name in Name)
            yield return ($"{folder.Path}\n{name.ToUpperInvariant()}", ct => Task.Run(() => issue.Plan(name, days, renew), ct));
    }
}
