using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text;

namespace NetConnect.PowerShell.Tests.Hosting;

/// <summary>Answers choices from a queue and keeps everything written to the host.</summary>
internal sealed class TestHostUI : PSHostUserInterface
{
    private readonly StringBuilder _text = new();

    /// <summary>The labels to choose next, such as <c>Yes</c> or <c>No to All</c>.</summary>
    public Queue<string> Answers { get; } = new();

    /// <summary>The messages of the choices offered so far.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>What was written to the host: tables, and <c>What if:</c> lines.</summary>
    public string Text => _text.ToString();

    public override PSHostRawUserInterface? RawUI => null;

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        Asked.Add(message);
        if (!Answers.TryDequeue(out string? answer))
            throw new HostException($"Nobody answers: {message}");
        return choices.IndexOf(choices.First(c => c.Label.Replace("&", "", StringComparison.Ordinal) == answer));
    }

    public override void Write(string value) => _text.Append(value);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => _text.Append(value);

    public override void WriteLine(string value) => _text.AppendLine(value);

    public override void WriteErrorLine(string value) => _text.AppendLine("error: " + value);

    public override void WriteWarningLine(string message) => _text.AppendLine("warning: " + message);

    public override void WriteVerboseLine(string message) => _text.AppendLine("verbose: " + message);

    public override void WriteDebugLine(string message) => _text.AppendLine("debug: " + message);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
    }

    public override string ReadLine() => throw new HostException("Nobody answers.");

    public override SecureString ReadLineAsSecureString() => throw new HostException("Nobody answers.");

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        throw new HostException($"Nobody answers: {string.Join(", ", descriptions.Select(d => d.Name))}");

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        throw new HostException("Nobody answers.");

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        throw new HostException("Nobody answers.");
}
