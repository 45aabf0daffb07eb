using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;
using NetConnect.Shell.Commands;
using NetConnect.Shell.Hosting;

namespace NetConnect.Shell;

/// <summary>One runspace with the module in it. What it runs is written to the host, and stops at Ctrl+C.</summary>
internal sealed class ModuleShell : IDisposable
{
    private readonly ShellHost _host;
    private readonly Runspace _runspace;
    private PowerShell? _running;
    private bool _interrupted;

    public ModuleShell(bool isInteractive)
    {
        string? searchPath = Environment.GetEnvironmentVariable("PSModulePath");
        Environment.SetEnvironmentVariable("PSModulePath", BuiltModule.SearchPath + Path.PathSeparator + searchPath);
        _host = new ShellHost(isInteractive);
        _runspace = RunspaceFactory.CreateRunspace(_host, CreateState());
        _runspace.Open();
        Console.CancelKeyPress += OnInterrupt;
    }

    /// <summary>What <c>exit N</c> said, or null.</summary>
    public int? RequestedExitCode => _host.ExitCode;

    /// <summary>Imports the module; where that fails, the error is on stderr.</summary>
    public bool ImportModule() =>
        Invoke(new Command("Import-Module") { Parameters = { { "Name", BuiltModule.Manifest }, { "ErrorAction", ActionPreference.Stop } } });

    /// <summary>Runs a script file and says how it ended.</summary>
    public int RunScript(string file, IEnumerable<CommandParameter> arguments)
    {
        ScriptBlockAst script = Parser.ParseFile(file, out _, out ParseError[] errors);
        if (errors.Length > 0)
        {
            Show(new ParseException(errors).ErrorRecord);
            return ExitCode.Failed;
        }
        // As a function, because the engine ends a script file's `exit N` at the file and does not tell the host.
        string name = Path.GetFileName(file);
        _runspace.SessionStateProxy.InvokeProvider.Item.Set("function:global:" + name, script.GetScriptBlock());
        var command = new Command(name, isScript: false, useLocalScope: false);
        foreach (CommandParameter argument in arguments)
            command.Parameters.Add(argument);
        bool succeeded = Invoke(command);
        return RequestedExitCode ?? (_interrupted ? ExitCode.Interrupted : succeeded ? ExitCode.Succeeded : ExitCode.Failed);
    }

    /// <summary>Runs a line of the prompt in the global scope.</summary>
    /// <returns>False where it ended with a terminating error.</returns>
    public bool RunLine(string line) => Invoke(new Command(line, isScript: true, useLocalScope: false));

    public void Dispose()
    {
        Console.CancelKeyPress -= OnInterrupt;
        _runspace.Dispose();
    }

    private static InitialSessionState CreateState()
    {
        var state = InitialSessionState.CreateDefault2();
        // The engine package has no Microsoft.PowerShell.Utility; these few are what a script can hardly do without.
        state.Commands.Add(new SessionStateCmdletEntry("Write-Host", typeof(WriteHostCommand), helpFileName: null));
        state.Commands.Add(new SessionStateCmdletEntry("Write-Output", typeof(WriteOutputCommand), helpFileName: null));
        state.Commands.Add(new SessionStateCmdletEntry("Write-Warning", typeof(WriteWarningCommand), helpFileName: null));
        state.Commands.Add(new SessionStateCmdletEntry("Write-Verbose", typeof(WriteVerboseCommand), helpFileName: null));
        if (OperatingSystem.IsWindows())
            state.ExecutionPolicy = ExecutionPolicy.RemoteSigned; // The default there runs no script at all.
        return state;
    }

    private void Show(ErrorRecord error) => _host.UI.WriteErrorLine(ErrorText.Of(error));

    private bool Invoke(Command command)
    {
        using var shell = PowerShell.Create(_runspace);
        _interrupted = false;
        // Out-Default writes objects as their views say, and errors to the host's error lines, in the order in which they came.
        command.MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.Commands.AddCommand(command).AddCommand("Out-Default");
        _running = shell;
        try
        {
            shell.Invoke();
            return true;
        }
        catch (PipelineStoppedException)
        {
            return false;
        }
        catch (RuntimeException error)
        {
            Show(error.ErrorRecord);
            return false;
        }
        finally
        {
            _running = null;
            _host.EndProgress();
        }
    }

    // The first Ctrl+C stops the pipeline, which lets cmdlets say what they left; where nothing runs, it ends the process as usual.
    private void OnInterrupt(object? sender, ConsoleCancelEventArgs e)
    {
        PowerShell? running = _running;
        e.Cancel = running is not null && !_interrupted;
        _interrupted = running is not null;
        running?.BeginStop(null, null);
    }
}
