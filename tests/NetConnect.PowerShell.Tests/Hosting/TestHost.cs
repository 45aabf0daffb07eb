using System.Globalization;
using System.Management.Automation.Host;

namespace NetConnect.PowerShell.Tests.Hosting;

/// <summary>A host without a person: answers come from a queue, and a prompt without an answer is an error, never a wait.</summary>
internal sealed class TestHost : PSHost
{
    private readonly TestHostUI _ui = new();

    /// <summary>Prompts shown, and the answers for the next ones.</summary>
    public TestHostUI Prompts => _ui;

    public override PSHostUserInterface UI => _ui;

    public override string Name => "NetConnect test host";

    public override Version Version { get; } = new(1, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override void SetShouldExit(int exitCode) => throw new NotSupportedException();

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }
}
