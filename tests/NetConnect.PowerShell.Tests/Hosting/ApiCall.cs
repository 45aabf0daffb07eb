namespace NetConnect.PowerShell.Tests.Hosting;

/// <summary>A call that reached the sandbox.</summary>
internal sealed record ApiCall(string Action, string? Account, string? Region, string? Error)
{
    private static readonly string[] s_reads = ["Describe", "Get", "List", "Search", "AssumeRole"];

    public bool IsRead => s_reads.Any(read => Action.StartsWith(read, StringComparison.Ordinal));

    /// <summary>Whether it changed something: a cut connection may hide that from the caller, never from here.</summary>
    public bool Wrote => !IsRead && Error is null;

    public override string ToString() => $"{Action} {Account}/{Region} {Error}".TrimEnd();
}
