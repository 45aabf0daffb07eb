using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace NetConnect.Shell.Hosting;

/// <summary>Output on stdout; errors, warnings, verbose and progress on stderr, so that a redirected stdout holds the objects alone.</summary>
internal sealed class ShellUI : PSHostUserInterface
{
    private readonly ConsolePrompt _prompt;
    private readonly ProgressLine _progress = new();

    public ShellUI(bool isInteractive) => _prompt = new ConsolePrompt(isInteractive);

    public override PSHostRawUserInterface RawUI { get; } = new ShellRawUI();

    // The engine puts colours into tables and errors; in a file or a log they are taken out again.
    public override bool SupportsVirtualTerminal { get; } =
        !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null && Environment.GetEnvironmentVariable("TERM") != "dumb";

    public override void Write(string value)
    {
        _progress.Erase();
        Console.Out.Write(GetOutputString(value, SupportsVirtualTerminal));
    }

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value) => Write(value + Environment.NewLine);

    public override void WriteErrorLine(string value) => WriteToError(value);

    public override void WriteWarningLine(string message) => WriteToError("WARNING: " + message);

    public override void WriteVerboseLine(string message) => WriteToError("VERBOSE: " + message);

    public override void WriteDebugLine(string message) => WriteToError("DEBUG: " + message);

    public override void WriteProgress(long sourceId, ProgressRecord record) => _progress.Show(record);

    /// <summary>Takes the progress line off the terminal.</summary>
    public void EndProgress() => _progress.Erase();

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        _progress.Erase();
        return _prompt.Choose(caption, message, choices, defaultChoice);
    }

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
    {
        _progress.Erase();
        return _prompt.Ask(caption, message, descriptions);
    }

    public override string ReadLine()
    {
        _progress.Erase();
        return _prompt.ReadLine();
    }

    public override SecureString ReadLineAsSecureString()
    {
        _progress.Erase();
        return _prompt.ReadSecret();
    }

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName)
    {
        _progress.Erase();
        return _prompt.AskForCredential(caption, message, userName);
    }

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        PromptForCredential(caption, message, userName, targetName);

    private void WriteToError(string line)
    {
        _progress.Erase();
        Console.Error.WriteLine(GetOutputString(line, SupportsVirtualTerminal && !Console.IsErrorRedirected));
    }
}
