using System.Collections;
using System.Management.Automation;
using NetConnect.ClientVpn;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>Changes the settings and tags of Client VPN endpoints. What is not named stays, and what is so already is not written.</summary>
[Cmdlet(VerbsCommon.Set, "ClientVpn", SupportsShouldProcess = true)]
[OutputType(typeof(ClientVpnEndpoint))]
public sealed class SetClientVpnCommand : ClientVpnSettingsCmdlet
{
    /// <summary>The endpoints, by id or Name tag.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClientVpnIdCompleter))]
    public string[] ClientVpnEndpointId { get; set; } = [];

    /// <summary>The certificate by which clients know the endpoint, in ACM of the same account and Region. Its name must be a domain name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ServerCertificateArn { get; set; }

    /// <summary>The port: 443 or 1194. People need new files afterwards.</summary>
    [Parameter]
    public int? VpnPort { get; set; }

    /// <summary>How long a session may last, in hours: 8, 10, 12 or 24.</summary>
    [Parameter]
    public int? SessionTimeoutHours { get; set; }

    /// <summary>A description.</summary>
    [Parameter]
    public string? Description { get; set; }

    /// <summary>Tags to set, Name among them. Other tags stay.</summary>
    [Parameter]
    public Hashtable? Tag { get; set; }

    /// <summary>Names of tags to remove.</summary>
    [Parameter]
    public string[] RemoveTag { get; set; } = [];

    private protected override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<ClientVpnEndpoint>>> PlanAsync)> Plans()
    {
        var change = new ClientVpnSettingsChange(ResolveSession().Connection, Context(Timeout));
        ClientVpnSettings settings = Settings() with
        {
            ServerCertificateArn = ServerCertificateArn,
            VpnPort = VpnPort,
            SessionTimeoutHours = SessionTimeoutHours,
            Description = Description,
        };
        IReadOnlyDictionary<string, string> tags = ToTags(Tag);
        string[] removed = RemoveTag;
        foreach (string id in ClientVpnEndpointId)
            yield return (id, ct => change.PlanAsync(id, settings, tags, removed, ct));
    }
}
