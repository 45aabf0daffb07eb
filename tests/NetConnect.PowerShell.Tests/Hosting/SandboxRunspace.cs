using System.Collections;
using System.Management.Automation;

namespace NetConnect.PowerShell.Tests.Hosting;

/// <summary>A runspace of its own with the assembled module and a sandbox, reached over HTTP as AWS would be.</summary>
/// <remarks>Scripts find <c>$sandbox</c>, and <c>$peer</c> with what leads from the first account in eu-west-1 to the second in us-east-1.</remarks>
internal sealed class SandboxRunspace : IDisposable
{
    private readonly ModuleRunspace _runspace = new();
    private readonly dynamic _sandbox;
    private int _seen;

    /// <summary>Starts the sandbox.</summary>
    /// <param name="seed">The text of a seed, or null for the default one.</param>
    /// <param name="clock">Fast, Real or Stepped.</param>
    public SandboxRunspace(string? seed = null, string clock = "Fast")
    {
        using var folder = new TemporaryFolder();
        PSObject started = Script(
            """
            param($clock, $seed)
            $sandbox = if ($seed) { Start-NetConnectSandbox -Clock $clock -Seed $seed } else { Start-NetConnectSandbox -Clock $clock }
            $peer = @{ PeerRegion = 'us-east-1'; PeerRoleArn = 'arn:aws:iam::222222222222:role/NetConnect' }
            $global:sandbox, $global:peer = $sandbox, $peer
            $sandbox
            """,
            clock,
            seed is null ? null : folder.Write("seed.json", seed)).Succeeded().Output[0];
        _sandbox = started.BaseObject;
    }

    /// <summary>Answers prompts and records what was shown.</summary>
    public TestHostUI Prompts => _runspace.Host.Prompts;

    /// <summary>The endpoint.</summary>
    public Uri Endpoint => _sandbox.Endpoint;

    /// <summary>The devices at the other ends of VPN tunnels, also while a command runs.</summary>
    public dynamic Vpn => _sandbox.Vpn;

    /// <summary>The calls since <see cref="ForgetCalls"/>.</summary>
    public IReadOnlyList<ApiCall> Calls
    {
        get
        {
            var calls = new List<ApiCall>();
            foreach (dynamic call in (IEnumerable)_sandbox.Calls)
                calls.Add(new ApiCall(call.Action, call.AccountId, call.Region, call.ErrorCode));
            return calls[_seen..];
        }
    }

    /// <summary>The calls since <see cref="ForgetCalls"/> that changed something.</summary>
    public IEnumerable<ApiCall> Writes => Calls.Where(call => call.Wrote);

    /// <summary>Leaves the calls so far out of <see cref="Calls"/>.</summary>
    public void ForgetCalls() => _seen = _sandbox.CallCount;

    /// <summary>Moves a stepped clock.</summary>
    public void Advance(TimeSpan time) => _sandbox.Advance(time);

    /// <summary>Orders a fault: which calls, how many of them after how many unharmed ones; a count of 0 means all.</summary>
    public void Fault(string kind, string action = "*", int count = 1, int skip = 0) =>
        Script(
            "param($kind, $action, $count, $skip) $sandbox.Faults.Add([NetConnect.Sandbox.FaultRule]@{ Kind = $kind; Action = $action; Count = $count; Skip = $skip })",
            kind,
            action,
            count,
            skip).Succeeded();

    /// <summary>Everything goes right again.</summary>
    public void ClearFaults() => _sandbox.Faults.Clear();

    /// <summary>Runs a script; arguments arrive in <c>$args</c>, or bind to its <c>param</c> block by position.</summary>
    public Invocation Script(string script, params object?[] arguments) => _runspace.Script(script, arguments);

    /// <summary>Runs one command with parameters, so that a terminating error shows as one.</summary>
    public Invocation Run(string command, params (string Name, object? Value)[] parameters) => _runspace.Run(command, parameters);

    /// <summary>Pipes objects into one command.</summary>
    public Invocation RunOn(IEnumerable<object?> input, string command, params (string Name, object? Value)[] parameters) =>
        _runspace.RunOn(input, command, parameters);

    /// <summary>Starts a command and gives it back running, so that a test can stop it.</summary>
    public (System.Management.Automation.PowerShell Shell, IAsyncResult Running) Begin(string command, params (string Name, object? Value)[] parameters) =>
        _runspace.Begin(command, parameters);

    /// <summary>The same, with its output to be seen while it runs.</summary>
    public (System.Management.Automation.PowerShell Shell, IAsyncResult Running) Begin(
        PSDataCollection<PSObject> output, string command, params (string Name, object? Value)[] parameters) => _runspace.Begin(output, command, parameters);

    public void Dispose()
    {
        _runspace.Script("Stop-NetConnectSandbox");
        _runspace.Dispose();
    }
}
