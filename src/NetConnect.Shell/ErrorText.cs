using System.Management.Automation;

namespace NetConnect.Shell;

/// <summary>A terminating error as it is shown: who says it, what is wrong, where, and the id to look up.</summary>
internal static class ErrorText
{
    public static string Of(ErrorRecord error)
    {
        InvocationInfo? at = error.InvocationInfo;
        string who = at?.MyCommand is { Name.Length: > 0 } command ? command.Name + ": " : "";
        string where = at is { ScriptName.Length: > 0 } ? $"{Environment.NewLine}  at {at.ScriptName}:{at.ScriptLineNumber}" : "";
        return $"{who}{error}{where}{Environment.NewLine}  id {error.FullyQualifiedErrorId}";
    }
}
