using NetConnect.Shell;

// NetConnect.Shell [-NonInteractive] [FILE.ps1 [arguments]]
var arguments = ShellArguments.Parse(args);
if (arguments.ScriptFile is { } file && !File.Exists(file))
{
    Console.Error.WriteLine($"There is no script {file}.");
    return ExitCode.Failed;
}
using var shell = new ModuleShell(arguments.IsInteractive);
if (!shell.ImportModule())
    return ExitCode.Failed;
return arguments.ScriptFile is { } script
    ? shell.RunScript(Path.GetFullPath(script), arguments.ScriptArguments)
    : new PromptLoop(shell, arguments.IsInteractive).Run();
