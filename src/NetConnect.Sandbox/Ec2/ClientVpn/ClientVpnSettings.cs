using NetConnect.Sandbox.Ec2.Vpcs;

namespace NetConnect.Sandbox.Ec2.ClientVpn;

/// <summary>What can be changed of an endpoint, with AWS's defaults.</summary>
internal sealed record ClientVpnSettings
{
    public required string ServerCertificateArn { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<string> DnsServers { get; init; } = [];

    public bool SplitTunnel { get; init; }

    public int VpnPort { get; init; } = 443;

    public IReadOnlyList<string> SecurityGroupIds { get; init; } = [];

    public Vpc? Vpc { get; init; }

    public bool SelfServicePortal { get; init; } = true;

    public string? ClientConnectHandlerArn { get; init; }

    public int SessionTimeoutHours { get; init; } = 24;

    public bool DisconnectOnSessionTimeout { get; init; } = true;

    public string? Banner { get; init; }

    public string? LogGroup { get; init; }

    public string? LogStream { get; init; }

    public bool EnforcesRoutes { get; init; }

    /// <summary>The same in a VPC, whose default security group applies unless others were named (API Reference, CreateClientVpnEndpoint).</summary>
    public ClientVpnSettings In(Vpc vpc) => this with
    {
        Vpc = vpc,
        SecurityGroupIds = [vpc.Home.SecurityGroups.All.First(group => group.Vpc == vpc && group.IsDefault).Id],
    };
}
