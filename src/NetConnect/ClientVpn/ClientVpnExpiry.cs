namespace NetConnect;

/// <summary>Something of an authority that expires, and what happens then.</summary>
public sealed record ClientVpnExpiry
{
    /// <summary>What it is: <c>Authority</c>, <c>Server</c>, <c>RevocationList</c> or <c>User</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The name of the authority, the server or the person.</summary>
    public string Name { get; init; } = "";

    /// <summary>When it expires (UTC).</summary>
    public DateTime NotAfter { get; init; }

    /// <summary>The whole days that are left; negative when it has expired.</summary>
    public int DaysLeft { get; init; }

    /// <summary>How much it matters now.</summary>
    public VpnFindingSeverity Severity { get; init; }

    /// <summary>What follows, and what to do.</summary>
    public string Consequence { get; init; } = "";

    /// <summary>The folder of the authority.</summary>
    public string AuthorityPath { get; init; } = "";

    /// <summary>The kind, the name, and the days.</summary>
    public override string ToString() => $"{Kind} {Name}: {DaysLeft} days";
}
