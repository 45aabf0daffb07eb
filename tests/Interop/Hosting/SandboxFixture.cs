using NetConnect.Sandbox;

namespace NetConnect.Interop.Tests.Hosting;

/// <summary>A sandbox of the default seed, and a home for its clients.</summary>
public sealed class SandboxFixture : IDisposable
{
    /// <summary>For the tests of one class: waiters of foreign clients sleep for 15 s after a first look that comes too early.</summary>
    public SandboxFixture()
        : this(SandboxClockKind.Fast)
    {
    }

    internal SandboxFixture(SandboxClockKind clock)
    {
        Server = SandboxServer.Start(new SandboxOptions { Clock = clock });
        Home = new ClientHome(Server.Endpoint);
    }

    public SandboxServer Server { get; }

    internal ClientHome Home { get; }

    /// <summary>How often an action was called so far, errors included.</summary>
    public int Calls(string action) => Server.Calls.Count(call => call.Action == action);

    public void Dispose()
    {
        Server.Dispose();
        Home.Dispose();
    }
}
