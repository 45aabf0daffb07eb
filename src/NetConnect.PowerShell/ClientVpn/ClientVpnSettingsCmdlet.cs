using System.Management.Automation;

namespace NetConnect.PowerShell;

/// <summary>A cmdlet that takes the settings of a Client VPN endpoint which can be changed later.</summary>
/// <remarks>None of them comes from the pipeline: an endpoint that was read a while ago would bring its old settings back.</remarks>
public abstract class ClientVpnSettingsCmdlet : RecordCmdlet<ClientVpnEndpoint>
{
    /// <summary>Lets clients send only what the endpoint has routes for, instead of all of their traffic.</summary>
    [Parameter]
    public SwitchParameter SplitTunnel { get; set; }

    /// <summary>At most two DNS servers for the clients; an empty list leaves them their own.</summary>
    [Parameter]
    public string[]? DnsServer { get; set; }

    /// <summary>At most five security groups, of the subnets' VPC; else its default one.</summary>
    [Parameter]
    public string[]? SecurityGroupId { get; set; }

    /// <summary>Whether a session that lasted so long ends, as AWS does by default, or authenticates again.</summary>
    [Parameter]
    public bool? DisconnectOnSessionTimeout { get; set; }

    /// <summary>A text of at most 1,400 characters that clients show once they are connected; an empty one for none.</summary>
    [Parameter]
    public string? LoginBanner { get; set; }

    /// <summary>The CloudWatch log group of connections; an empty text for no log.</summary>
    [Parameter]
    public string? ConnectionLogGroup { get; set; }

    /// <summary>The log stream in the group.</summary>
    [Parameter]
    public string? ConnectionLogStream { get; set; }

    /// <summary>The Lambda function that judges each connection; an empty text for none.</summary>
    [Parameter]
    public string? ClientConnectHandlerArn { get; set; }

    /// <summary>Whether people fetch their configuration from AWS's portal.</summary>
    [Parameter]
    public bool? SelfServicePortal { get; set; }

    /// <summary>Whether AWS keeps clients to the routes that they were given.</summary>
    [Parameter]
    public bool? EnforceClientRoutes { get; set; }

    /// <summary>How long to wait for each part, in seconds. Subnets take AWS some minutes.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int Timeout { get; set; } = 1800;

    private protected ClientVpnSettings Settings() => new()
    {
        DnsServers = DnsServer,
        SplitTunnel = MyInvocation.BoundParameters.ContainsKey(nameof(SplitTunnel)) ? SplitTunnel.ToBool() : null,
        SecurityGroupIds = SecurityGroupId,
        SelfServicePortal = SelfServicePortal,
        ClientConnectHandlerArn = ClientConnectHandlerArn,
        DisconnectOnSessionTimeout = DisconnectOnSessionTimeout,
        LoginBanner = LoginBanner,
        ConnectionLogGroup = ConnectionLogGroup,
        ConnectionLogStream = ConnectionLogStream,
        EnforceClientRoutes = EnforceClientRoutes,
    };
}
