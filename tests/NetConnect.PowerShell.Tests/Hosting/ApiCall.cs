namespace NetConnect.PowerShell.Tests.Hosting;

/// <summary>A call that reached the sandbox.</summary>
internal sealed record ApiCall(string Action, string? Account, string? Region, string? Error)
{
    public bool IsRead => Action.StartsWith("Describe", StringComparison.Ordinal) || Action.StartsWith("Get", StringComparison.Ordinal) || Action == "AssumeRole";

    /// <summary>Whether it changed something: a cut connection may hide that from the caller, never from here.</summary>
    public bool Wrote => !IsRead && Error is null;

    public override string ToString() => $"{Action} {Account}/{Region} {Error}".TrimEnd();
}
