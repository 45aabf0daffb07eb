using System.Management.Automation;
using NetConnect.Sandbox;

namespace NetConnect.PowerShell;

/// <summary>Starts an EC2 and STS endpoint in this process and makes its first account the runspace's session: everything can be tried
/// and rehearsed without an AWS account. It listens on 127.0.0.1 only and forgets everything when it stops.</summary>
[Cmdlet(VerbsLifecycle.Start, "NetConnectSandbox", SupportsShouldProcess = true)]
[OutputType(typeof(NetConnectSandbox))]
public sealed class StartNetConnectSandboxCommand : AsyncCmdlet
{
    /// <summary>The TCP port; without it a free one.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    public int Port { get; set; }

    /// <summary>A JSON file with the accounts and VPCs to begin with; without it the default seed of two accounts.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Seed { get; set; }

    /// <summary>How time passes: Real, Fast (states change at once), or Stepped (only when the sandbox's Advance method moves
    /// it).</summary>
    [Parameter]
    public SandboxClockKind Clock { get; set; }

    /// <summary>SigV4 checks signatures and keys; Any takes every key for the first account's, as other emulators do.</summary>
    [Parameter]
    public SandboxAuthentication Authentication { get; set; }

    /// <summary>The Region of the session.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string Region { get; set; } = "eu-west-1";

    /// <inheritdoc/>
    protected override Task BeginAsync(CancellationToken cancellationToken)
    {
        RunspaceSandbox runspace = RunspaceSandbox.Current;
        if (runspace.Running is { } running)
        {
            throw new NetConnectException(
                ErrorIds.SandboxRunning, ErrorKind.Conflict, $"A sandbox runs at {running}. Stop it first: Stop-NetConnectSandbox.");
        }
        if (!ShouldProcess("127.0.0.1", "Start a sandbox and make it this runspace's session"))
            return Task.CompletedTask;
        var sandbox = new NetConnectSandbox(StartServer(), Region);
        runspace.Running = sandbox;
        RunspaceSessions sessions = RunspaceSessions.Current;
        sessions.Default = sessions.Open(new SessionRequest
        {
            Region = Region,
            EndpointUrl = sandbox.Endpoint,
            Credential = sandbox.Accounts[0].Credential is { } credential ? sessions.ReaderOf(credential, "the seed") : null,
        });
        WriteObject(sandbox);
        return Task.CompletedTask;
    }

    private SandboxServer StartServer()
    {
        try
        {
            return SandboxServer.Start(new SandboxOptions
            {
                Port = Port,
                SeedPath = Seed is null ? null : GetUnresolvedProviderPathFromPSPath(Seed),
                Clock = Clock,
                Authentication = Authentication,
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new NetConnectException(
                ErrorIds.SandboxNotStarted, ErrorKind.InvalidInput, $"The sandbox cannot start: {e.Message}", Seed, e);
        }
    }
}
