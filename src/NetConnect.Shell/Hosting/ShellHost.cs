using System.Globalization;
using System.Management.Automation.Host;

namespace NetConnect.Shell.Hosting;

/// <summary>What the engine knows of this process.</summary>
internal sealed class ShellHost : PSHost
{
    private readonly ShellUI _ui;

    public ShellHost(bool isInteractive) => _ui = new ShellUI(isInteractive);

    /// <summary>What <c>exit N</c> said, or null.</summary>
    public int? ExitCode { get; private set; }

    public override string Name => "NetConnect.Shell";

    public override Version Version { get; } = typeof(ShellHost).Assembly.GetName().Version!;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => _ui;

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    /// <summary>Takes the progress line off the terminal.</summary>
    public void EndProgress() => _ui.EndProgress();

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt() => throw new NotSupportedException("This shell has no nested prompts.");

    public override void ExitNestedPrompt() => throw new NotSupportedException("This shell has no nested prompts.");

    // Programs that a script starts write to the same terminal; there is nothing to save and restore.
    public override void NotifyBeginApplication() => EndProgress();

    public override void NotifyEndApplication()
    {
    }
}
