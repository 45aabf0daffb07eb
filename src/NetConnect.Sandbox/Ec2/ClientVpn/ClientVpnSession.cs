using NetConnect.Sandbox.Time;

namespace NetConnect.Sandbox.Ec2.ClientVpn;

/// <summary>A person's connection to an endpoint.</summary>
internal sealed class ClientVpnSession(ClientVpnEndpoint endpoint, string id, string commonName, string? userName, string clientIp)
{
    // API Reference, DescribeClientVpnConnections: those that ended within the last 60 minutes.
    private static readonly TimeSpan s_shownFor = TimeSpan.FromMinutes(60);

    public string Id => id;

    public string CommonName => commonName;

    public string? UserName => userName;

    public string ClientIp => clientIp;

    public long Sequence { get; } = endpoint.Home.World.NextSequence();

    public DateTime Established { get; } = endpoint.Home.World.Clock.Now;

    /// <summary>From the client.</summary>
    public long IngressBytes { get; set; }

    /// <summary>To the client.</summary>
    public long EgressBytes { get; set; }

    public TimedState State { get; } = new(endpoint.Home.World.Clock, "active");

    public bool IsForgotten => State.Code == "terminated" && endpoint.Home.World.Clock.Now - State.Since > s_shownFor;

    /// <summary>Whether it still carries traffic, as it does where ending it has failed.</summary>
    public bool IsConnected => State.Code is "active" or "failed-to-terminate";

    public void End()
    {
        if (IsConnected) State.Enter("terminating").Then(StateDurations.ClientVpnTermination, "terminated");
    }
}
