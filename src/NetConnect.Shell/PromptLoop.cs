using System.Management.Automation.Language;
using System.Text;

namespace NetConnect.Shell;

/// <summary>Reads lines and runs them until <c>exit</c> or the end of the input.</summary>
internal sealed class PromptLoop
{
    private readonly ModuleShell _shell;
    private readonly bool _isInteractive;

    public PromptLoop(ModuleShell shell, bool isInteractive)
    {
        _shell = shell;
        _isInteractive = isInteractive;
    }

    public int Run()
    {
        if (_isInteractive)
            Console.WriteLine("NetConnect is loaded. Get-Command -Module NetConnect lists its cmdlets; exit leaves.");
        bool succeeded = true;
        while (_shell.RequestedExitCode is null && ReadStatement() is { } statement)
            succeeded = _shell.RunLine(statement);
        // A prompt's errors were dealt with by the person at it; a script on stdin ends like a script in a file.
        return _shell.RequestedExitCode ?? (_isInteractive || succeeded ? ExitCode.Succeeded : ExitCode.Failed);
    }

    // A statement goes on while the parser says that it is incomplete; an empty line ends it all the same.
    private string? ReadStatement()
    {
        var text = new StringBuilder();
        while (Read(text.Length == 0 ? "NetConnect> " : ">> ") is { } line)
        {
            text.AppendLine(line);
            Parser.ParseInput(text.ToString(), out _, out ParseError[] errors);
            if (line.Length == 0 || !errors.Any(e => e.IncompleteInput))
                return text.ToString();
        }
        return text.Length == 0 ? null : text.ToString();
    }

    private string? Read(string prompt)
    {
        if (_isInteractive)
            Console.Write(prompt);
        return Console.ReadLine();
    }
}
