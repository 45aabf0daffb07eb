using NetConnect.Sandbox;

namespace NetConnect.PowerShell;

/// <summary>A sandbox that runs in this process: an EC2 and STS endpoint on 127.0.0.1 with accounts of its own.</summary>
public sealed class NetConnectSandbox
{
    internal NetConnectSandbox(SandboxServer server, string region)
    {
        Server = server;
        Region = region;
        // An array: PowerShell cannot index the list that a collection expression makes.
        Accounts = server.Accounts.Select(account => new NetConnectSandboxAccount(account)).ToArray();
    }

    /// <summary>Where it listens: the endpoint URL for any AWS client.</summary>
    public Uri Endpoint => Server.Endpoint;

    /// <summary>The Region of the session that came with it.</summary>
    public string Region { get; }

    /// <summary>How its time passes.</summary>
    public SandboxClockKind Clock => Server.Options.Clock;

    /// <summary>Its accounts; the runspace's session belongs to the first.</summary>
    public IReadOnlyList<NetConnectSandboxAccount> Accounts { get; }

    /// <summary>How many calls it has answered.</summary>
    public int CallCount => Server.CallCount;

    /// <summary>The calls it has answered, oldest first: which actions a runbook needs, and how often. No parameters, so no secrets.</summary>
    public IReadOnlyList<SandboxCall> Calls => Server.Calls;

    /// <summary>What goes wrong on purpose; nothing at first.</summary>
    public SandboxFaults Faults => Server.Faults;

    /// <summary>The devices at the other ends of VPN tunnels: connected, taken away, or made to flap.</summary>
    public SandboxVpn Vpn => Server.Vpn;

    /// <summary>The people who connect to Client VPN endpoints.</summary>
    public SandboxClientVpn ClientVpn => Server.ClientVpn;

    internal SandboxServer Server { get; }

    /// <summary>Moves the time of a sandbox whose clock is Stepped.</summary>
    public void Advance(TimeSpan time) => Server.Advance(time);

    /// <summary>The endpoint.</summary>
    public override string ToString() => Endpoint.ToString();
}
