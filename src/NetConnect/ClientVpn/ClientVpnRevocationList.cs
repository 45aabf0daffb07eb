namespace NetConnect;

/// <summary>The list of the certificates that an authority has revoked.</summary>
public sealed record ClientVpnRevocationList
{
    /// <summary>The folder of the authority.</summary>
    public string AuthorityPath { get; init; } = "";

    /// <summary>Its number; each list has a higher one than that before.</summary>
    public long Number { get; init; }

    /// <summary>How many certificates are revoked.</summary>
    public int RevokedCount { get; init; }

    /// <summary>From when it is valid (UTC).</summary>
    public DateTime ThisUpdate { get; init; }

    /// <summary>When it expires (UTC). From then on an endpoint that has it refuses everybody.</summary>
    public DateTime NextUpdate { get; init; }

    /// <summary>The endpoints that have it by this command.</summary>
    public IReadOnlyList<string> ClientVpnEndpointId { get; init; } = [];

    /// <summary>The list as PEM.</summary>
    public string Pem { get; init; } = "";

    /// <summary>The folder and the number.</summary>
    public override string ToString() => $"{AuthorityPath} {Number}";
}
