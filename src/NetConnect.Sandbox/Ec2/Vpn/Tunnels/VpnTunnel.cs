namespace NetConnect.Sandbox.Ec2.Vpn.Tunnels;

/// <summary>One of the two tunnels of a connection. Its outside address stays, whatever else of it changes.</summary>
internal sealed class VpnTunnel
{
    private readonly TunnelLine _line;
    private readonly TunnelMaintenance _maintenance = new();

    public VpnTunnel(VpnConnection connection, string outsideIpAddress, TunnelOptions options)
    {
        Connection = connection;
        OutsideIpAddress = outsideIpAddress;
        Options = options;
        _line = new TunnelLine(this);
    }

    public VpnConnection Connection { get; }

    public string OutsideIpAddress { get; }

    public TunnelOptions Options { get; private set; }

    public TunnelLine Line
    {
        get
        {
            ApplyDueMaintenance();
            return _line;
        }
    }

    public TunnelMaintenance Maintenance
    {
        get
        {
            ApplyDueMaintenance();
            return _maintenance;
        }
    }

    /// <summary>The key as EC2 shows it.</summary>
    public string? ShownKey => Connection.KeysAreElsewhere ? PreSharedKeys.Redacted : Options.PreSharedKey;

    private DateTime Now => Connection.Home.World.Clock.Now;

    /// <summary>Changes options, for which AWS replaces the endpoint unless told not to.</summary>
    public void Change(TunnelOptions change, bool replace)
    {
        Options = Options.With(change);
        if (replace) Replace();
    }

    public void Replace() => Line.Replace(Now);

    /// <summary>AWS wants to replace the endpoint: it waits where the owner asked for that (tunnel endpoint lifecycle control).</summary>
    public void OfferMaintenance(TimeSpan wait)
    {
        Maintenance.Offer(Options.EnableTunnelLifecycleControl == true ? Now + wait : Now);
        ApplyDueMaintenance();
    }

    public void ApplyMaintenance() => ApplyMaintenance(Now);

    private void ApplyDueMaintenance()
    {
        if (_maintenance.AppliedAfter is { } due && due <= Now) ApplyMaintenance(due);
    }

    private void ApplyMaintenance(DateTime at)
    {
        _maintenance.Apply(at);
        _line.Replace(at);
    }
}
