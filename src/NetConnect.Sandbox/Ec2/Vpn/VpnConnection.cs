using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.TransitGateways;
using NetConnect.Sandbox.Ec2.Vpn.Tunnels;

namespace NetConnect.Sandbox.Ec2.Vpn;

/// <summary>A site-to-site VPN connection: two tunnels between a gateway of AWS and a device.</summary>
internal sealed class VpnConnection : ProvisionedResource
{
    public VpnConnection(Ec2Region home, string id, IVpnTarget target, CustomerGateway customerGateway, VpnConnectionOptions options)
        : base(home, id, StateDurations.VpnConnectionCreation)
    {
        Target = target;
        CustomerGateway = customerGateway;
        Options = options;
    }

    public CustomerGateway CustomerGateway { get; set; }

    public IVpnTarget Target { get; private set; }

    public VpnGateway? VpnGateway => Target as VpnGateway;

    public TransitGateway? TransitGateway => Target as TransitGateway;

    public VpnConnectionOptions Options { get; }

    public bool StaticRoutesOnly => Options.StaticRoutesOnly;

    public List<VpnTunnel> Tunnels { get; } = [];

    /// <summary>The static routes; those that are gone are not shown.</summary>
    public List<VpnStaticRoute> Routes { get; } = [];

    /// <summary>Whether the keys are kept in Secrets Manager, which this sandbox does not have: then nobody is shown them.</summary>
    public bool KeysAreElsewhere { get; set; }

    public string? PreSharedKeyArn => KeysAreElsewhere
        ? $"arn:aws:secretsmanager:{Home.Name}:{OwnerId}:secret:s2svpn!{Id}-{Id.Substring(Id.Length - 6)}"
        : null;

    public int MaxBgpRoutes =>
        TransitGateway is null ? Home.Quotas.DynamicRoutesPerVpnGateway : Home.Quotas.DynamicRoutesPerTransitGatewayVpn;

    /// <summary>
    /// The networks that can be reached just now: also static routes are only passed on while a tunnel is up (Site-to-Site VPN User
    /// Guide, "Enable route propagation").
    /// </summary>
    public IEnumerable<Cidr> LiveRoutes
    {
        get
        {
            List<VpnTunnel> up = Tunnels.Where(tunnel => tunnel.Line.IsUp).ToList();
            if (up.Count == 0 || !IsLive) return [];
            return StaticRoutesOnly
                ? Routes.Where(route => route.State.Code == "available").Select(route => route.Destination)
                : up.SelectMany(tunnel => tunnel.Line.BgpRoutes).Select(Cidr.Parse).Distinct();
        }
    }

    public VpnTunnel? Tunnel(string outsideIpAddress) => Tunnels.Find(tunnel => tunnel.OutsideIpAddress == outsideIpAddress);

    public void MoveTo(IVpnTarget target)
    {
        if (target == Target) return;
        TransitGatewayRules.Attachment(this)?.Delete();
        Target = target;
        if (TransitGateway is { } gateway) TransitGatewayRules.Attach(gateway, this);
    }

    /// <summary>A change that AWS makes to the running connection. The state is not in the API model, but EC2 answers it.</summary>
    public void Modify() => State.Enter("modifying").Then(StateDurations.VpnConnectionChange, "available");

    public void Delete()
    {
        State.Enter("deleting").Then(StateDurations.VpnConnectionDeletion, "deleted");
        foreach (VpnTunnel tunnel in Tunnels) tunnel.Line.Connect(null);
        TransitGatewayRules.Attachment(this)?.Delete();
    }
}
