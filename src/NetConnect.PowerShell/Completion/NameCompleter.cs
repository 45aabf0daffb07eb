using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace NetConnect.PowerShell;

/// <summary>Completes one of a list of names.</summary>
public abstract class NameCompleter : IArgumentCompleter
{
    private protected abstract IEnumerable<string> Names { get; }

    // What is shown beside the name.
    private protected virtual string Description(string name) => name;

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string typed = (wordToComplete ?? "").Trim('\'', '"');
        return Names
            .Where(name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Select(name => new CompletionResult(Quoted(name), name, CompletionResultType.ParameterValue, Description(name)));
    }

    private static string Quoted(string name) =>
        name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.')
            ? name
            : $"'{CodeGeneration.EscapeSingleQuotedStringContent(name)}'";
}
