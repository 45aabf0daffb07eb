using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace NetConnect.PowerShell.Tests.Hosting;

/// <summary>A runspace of its own with the assembled module imported.</summary>
/// <remarks>The engine package has no Microsoft.PowerShell.Utility and .Management: no Select-Object, Format-Table, ConvertTo-Json here.</remarks>
internal sealed class ModuleRunspace : IDisposable
{
    // The engine fills its table of built-in cmdlets on first use, and whoever comes meanwhile finds it half empty.
    private static readonly Lock s_opening = new();

    private readonly Runspace _runspace;

    public ModuleRunspace(bool import = true)
    {
        lock (s_opening)
        {
            _runspace = RunspaceFactory.CreateRunspace(Host, InitialSessionState.CreateDefault2());
            _runspace.Open();
        }
        if (import)
            Run("Import-Module", ("Name", BuiltModule.Manifest), ("ErrorAction", "Stop")).Succeeded();
    }

    /// <summary>Answers prompts and records what was shown.</summary>
    public TestHost Host { get; } = new();

    /// <summary>Runs one command with parameters, bound as they are and never as text.</summary>
    public Invocation Run(string command, params (string Name, object? Value)[] parameters) => RunOn([], command, parameters);

    /// <summary>Pipes objects into one command.</summary>
    public Invocation RunOn(IEnumerable<object?> input, string command, params (string Name, object? Value)[] parameters) =>
        Invoke(input, shell =>
        {
            shell.AddCommand(command);
            foreach ((string name, object? value) in parameters)
                shell.AddParameter(name, value);
        });

    /// <summary>Runs a script; arguments arrive in <c>$args</c>, or bind to its <c>param</c> block by position.</summary>
    public Invocation Script(string script, params object?[] arguments) =>
        Invoke([], shell =>
        {
            shell.AddScript(script);
            foreach (object? argument in arguments)
                shell.AddArgument(argument);
        });

    /// <summary>Starts a command and gives it back running, so that a test can stop it.</summary>
    public (System.Management.Automation.PowerShell Shell, IAsyncResult Running) Begin(string command, params (string Name, object? Value)[] parameters) =>
        Begin([], command, parameters);

    /// <summary>The same, with its output to be seen while it runs.</summary>
    public (System.Management.Automation.PowerShell Shell, IAsyncResult Running) Begin(
        PSDataCollection<PSObject> output, string command, params (string Name, object? Value)[] parameters)
    {
        var shell = System.Management.Automation.PowerShell.Create(_runspace);
        shell.AddCommand(command);
        foreach ((string name, object? value) in parameters)
            shell.AddParameter(name, value);
        return (shell, shell.BeginInvoke<PSObject, PSObject>(null, output));
    }

    public void Dispose() => _runspace.Dispose();

    private Invocation Invoke(IEnumerable<object?> input, Action<System.Management.Automation.PowerShell> compose)
    {
        using var shell = System.Management.Automation.PowerShell.Create(_runspace);
        compose(shell);
        ErrorRecord? failure = null;
        var output = new List<PSObject>();
        try
        {
            shell.Invoke(input, output);
        }
        catch (RuntimeException error)
        {
            failure = error.ErrorRecord;
        }
        return new Invocation
        {
            Output = output,
            Errors = [.. shell.Streams.Error],
            Warnings = [.. shell.Streams.Warning.Select(w => w.Message)],
            Verbose = [.. shell.Streams.Verbose.Select(v => v.Message)],
            Debug = [.. shell.Streams.Debug.Select(d => d.Message)],
            Information = [.. shell.Streams.Information.Select(i => $"{i.MessageData}")],
            Progress = [.. shell.Streams.Progress],
            Failure = failure,
        };
    }
}
