using System.Management.Automation.Runspaces;

namespace NetConnect.Shell;

/// <summary>The command line: what is for the shell, the script, and what is for the script.</summary>
internal sealed class ShellArguments
{
    private const string NonInteractive = "-NonInteractive";

    /// <summary>The script to run; null gives a prompt.</summary>
    public string? ScriptFile { get; private init; }

    /// <summary>What follows the script's name.</summary>
    public IReadOnlyList<CommandParameter> ScriptArguments { get; private init; } = [];

    /// <summary>Whether somebody is there to answer a prompt.</summary>
    public bool IsInteractive { get; private init; }

    public static ShellArguments Parse(string[] args)
    {
        bool nonInteractive = args.Length > 0 && args[0].Equals(NonInteractive, StringComparison.OrdinalIgnoreCase);
        string[] rest = nonInteractive ? args[1..] : args;
        return new ShellArguments
        {
            ScriptFile = rest.FirstOrDefault(),
            ScriptArguments = [.. rest.Skip(1).Select(ToParameter)],
            IsInteractive = !nonInteractive && !Console.IsInputRedirected,
        };
    }

    // As `pwsh -File` does it: "-Name" stays a parameter, which the script's own param block joins with what follows;
    // "-Name:text" carries its value along; anything else is a value. A name that keeps its dash is what the engine reads as a bare "-Name".
    private static CommandParameter ToParameter(string argument)
    {
        bool isName = argument.Length > 1 && argument[0] == '-' && (char.IsLetter(argument[1]) || argument[1] == '_');
        if (!isName)
            return new CommandParameter(null, argument);
        int colon = argument.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new CommandParameter(argument) : new CommandParameter(argument[..colon], ToValue(argument[(colon + 1)..]));
    }

    // -Confirm:$false is the one value of the language that scripts cannot do without.
    private static object ToValue(string text) =>
        text.ToUpperInvariant() switch
        {
            "$TRUE" => true,
            "$FALSE" => false,
            _ => text,
        };
}
