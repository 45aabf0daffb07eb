using NetConnect.Sandbox.Hosting;
using NetConnect.Sandbox.Seeds;
using NetConnect.Sandbox.Time;
using NetConnect.Sandbox.World;

namespace NetConnect.Sandbox;

/// <summary>
/// An EC2, STS and ACM endpoint on loopback, with accounts of its own: any AWS client can use it by its endpoint URL. What is made in it
/// lives as long as the server.
/// </summary>
public sealed class SandboxServer : IDisposable
{
    private readonly SandboxWorld _world;
    private readonly HttpEndpoint _endpoint;
    private readonly List<SandboxCall> _calls = [];

    private SandboxServer(SandboxOptions options)
    {
        Options = options;
        Faults = new SandboxFaults();
        _world = new SandboxWorld(new SandboxClock(options.Clock), Faults);
        Vpn = new SandboxVpn(_world);
        ClientVpn = new SandboxClientVpn(_world);
        SeedLoader.Load(_world, Seed.Read(options));
        _endpoint = HttpEndpoint.Start(options.Port, new Gateway(_world, options.Authentication, Record));
    }

    /// <summary>Where the sandbox listens, such as <c>http://127.0.0.1:45123/</c>.</summary>
    public Uri Endpoint => _endpoint.Address;

    /// <summary>What the sandbox was started with.</summary>
    public SandboxOptions Options { get; }

    /// <summary>The accounts of the seed, in its order.</summary>
    public IReadOnlyList<SandboxAccount> Accounts => _world.Accounts;

    /// <summary>What goes wrong on purpose; nothing at first.</summary>
    public SandboxFaults Faults { get; }

    /// <summary>The devices at the other ends of VPN tunnels: without them every tunnel stays down.</summary>
    public SandboxVpn Vpn { get; }

    /// <summary>The people who connect to Client VPN endpoints; nobody does by himself.</summary>
    public SandboxClientVpn ClientVpn { get; }

    /// <summary>How many requests were answered, errors and cut connections included.</summary>
    public int CallCount
    {
        get { lock (_calls) return _calls.Count; }
    }

    /// <summary>The requests answered so far, oldest first.</summary>
    public IReadOnlyList<SandboxCall> Calls
    {
        get { lock (_calls) return _calls.ToArray(); }
    }

    /// <summary>Starts a sandbox.</summary>
    /// <exception cref="IOException">The port is taken, or the seed file cannot be read.</exception>
    /// <exception cref="FormatException">The seed is not what the sandbox understands.</exception>
    public static SandboxServer Start(SandboxOptions? options = null) => new(options ?? new SandboxOptions());

    /// <summary>Moves a stepped clock.</summary>
    /// <exception cref="InvalidOperationException">The clock is not <see cref="SandboxClockKind.Stepped"/>.</exception>
    public void Advance(TimeSpan time)
    {
        lock (_world) _world.Clock.Advance(time);
    }

    /// <summary>Stops listening and forgets everything.</summary>
    public void Stop() => _endpoint.Dispose();

    /// <inheritdoc/>
    public void Dispose() => Stop();

    private void Record(SandboxCall call)
    {
        lock (_calls) _calls.Add(call);
    }
}
