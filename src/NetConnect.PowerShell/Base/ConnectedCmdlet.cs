using System.Management.Automation;

namespace NetConnect.PowerShell;

/// <summary>A cmdlet that calls AWS, with the parameters that say as whom and where.</summary>
/// <remarks>Region, profile and role bind by property name as well, so that a table with one row per connection can be piped in.
/// Credentials and sessions do not: an object that happens to have such a property must not decide as whom a command runs.</remarks>
public abstract class ConnectedCmdlet : AsyncCmdlet
{
    /// <summary>The Region, such as eu-west-1.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>The profile of the shared AWS config and credentials files.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>A PSCredential (user name: access key id; password: secret), or a credential object of AWS.Tools.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Credential { get; set; }

    /// <summary>The role to assume.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? RoleArn { get; set; }

    /// <summary>The external id that the role's trust policy asks for.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? ExternalId { get; set; }

    /// <summary>An endpoint for every call instead of AWS's own: the sandbox, an emulator, a proxy.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? EndpointUrl { get; set; }

    /// <summary>A session from New-NetConnectSession.</summary>
    [Parameter]
    [ValidateNotNull]
    public NetConnectSession? Session { get; set; }

    /// <summary>The session that the present parameters name: of their own credentials; else the runspace's default; else AWS.Tools'
    /// stored credentials; else the standard AWS chain.</summary>
    /// <remarks>Ask again for each record, because parameters may come from the pipeline. Equal parameters give the same
    /// session.</remarks>
    private protected NetConnectSession ResolveSession() => Open(OwnRequest());

    private protected NetConnectSession Open(SessionRequest request)
    {
        if (SdkLoader.TakeWarning() is { } warning)
            WriteWarning(warning);
        return RunspaceSessions.Current.Open(request);
    }

    private protected SessionRequest OwnRequest()
    {
        RunspaceSessions runspace = RunspaceSessions.Current;
        SessionRequest request = OwnParameters.ToRequest(runspace);
        if (OwnParameters.NameCredentials)
            return request with { DefaultRegion = runspace.Default?.Region ?? StoredRegion };
        if (runspace.Default is { } session)
            return request with { Source = session };
        if (SessionState.PSVariable.GetValue("StoredAWSCredentials") is { } stored)
            return request with { Credential = runspace.ReaderOf(stored, "$StoredAWSCredentials"), DefaultRegion = StoredRegion };
        return request with { DefaultRegion = StoredRegion };
    }

    private protected ConnectionParameters OwnParameters => new(Prefix: "")
    {
        Region = Region,
        ProfileName = ProfileName,
        Credential = Credential,
        RoleArn = RoleArn,
        ExternalId = ExternalId,
        EndpointUrl = EndpointUrl,
        Session = Session,
    };

    private string? StoredRegion =>
        SessionState.PSVariable.GetValue("StoredAWSRegion")?.ToString() is { Length: > 0 } region ? region : null;
}
