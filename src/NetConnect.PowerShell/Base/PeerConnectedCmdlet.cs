using System.Management.Automation;

namespace NetConnect.PowerShell;

/// <summary>A cmdlet that works on both sides of a connection: the same parameters again, with Peer in front, say as whom and where on
/// the other.</summary>
/// <typeparam name="T">What one record gives.</typeparam>
public abstract class PeerConnectedCmdlet<T> : RecordCmdlet<T>
    where T : class
{
    /// <summary>The Region of the other side; else that of its profile or session, else the first side's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? PeerRegion { get; set; }

    /// <summary>The profile of the other side.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    public string? PeerProfileName { get; set; }

    /// <summary>A PSCredential (user name: access key id; password: secret), or a credential object of AWS.Tools, for the other
    /// side.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? PeerCredential { get; set; }

    /// <summary>The role to assume for the other side, with its own credentials where they are given, else with those the first side
    /// began with.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? PeerRoleArn { get; set; }

    /// <summary>The external id that the other side's role asks for.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? PeerExternalId { get; set; }

    /// <summary>An endpoint for the other side's calls; else that of its session, else the first side's.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? PeerEndpointUrl { get; set; }

    /// <summary>A session from New-NetConnectSession for the other side.</summary>
    [Parameter]
    [ValidateNotNull]
    public NetConnectSession? PeerSession { get; set; }

    /// <summary>The other side's session. Where its parameters name no credentials it goes on from the first side's.</summary>
    private protected NetConnectSession ResolvePeerSession()
    {
        NetConnectSession first = ResolveSession();
        SessionRequest own = OwnRequest();
        ConnectionParameters peer = PeerParameters;
        SessionRequest request = peer.ToRequest(RunspaceSessions.Current);
        if (peer.NameCredentials)
        {
            // A session and a profile have their own endpoint; only what the user said for this command goes over to a profile.
            Uri? endpointUrl = PeerEndpointUrl
                ?? (PeerSession is not null ? null : PeerProfileName is not null ? EndpointUrl : first.EndpointUrl);
            request = request with { EndpointUrl = endpointUrl, DefaultRegion = first.Region };
            // The same words for both sides are the same session, so that reads of both merge.
            return request with { DefaultRegion = own.DefaultRegion } == own ? first : Open(request);
        }
        if (PeerRoleArn is null)
            return Open(request with { Source = first });
        return Open(own with
        {
            Region = PeerRegion ?? own.Region,
            RoleArn = PeerRoleArn,
            ExternalId = PeerExternalId,
            EndpointUrl = PeerEndpointUrl ?? own.EndpointUrl,
        });
    }

    private ConnectionParameters PeerParameters => new(Prefix: "Peer")
    {
        Region = PeerRegion,
        ProfileName = PeerProfileName,
        Credential = PeerCredential,
        RoleArn = PeerRoleArn,
        ExternalId = PeerExternalId,
        EndpointUrl = PeerEndpointUrl,
        Session = PeerSession,
    };
}
