namespace NetConnect.Sandbox.Identity;

/// <summary>An IAM role: who may assume it and under which conditions, and what its sessions may not do.</summary>
internal sealed class Role(string accountId, string name)
{
    public string AccountId => accountId;

    public string Name => name;

    public string Arn => $"arn:aws:iam::{accountId}:role/{name}";

    /// <summary>The unique id (<c>AROA…</c>) that begins the user id of every session.</summary>
    public string UniqueId { get; } = "AROA" + Digest.UpperHex($"{accountId}/{name}", 17);

    /// <summary>The trusted principals: account numbers, ARNs (wildcards allowed) or <c>*</c>.</summary>
    public IReadOnlyList<string> TrustedPrincipals { get; init; } = [];

    /// <summary>The issuers (or audiences) of web identity tokens that may assume the role.</summary>
    public IReadOnlyList<string> TrustedProviders { get; init; } = [];

    public string? ExternalId { get; init; }

    public bool RequiresMfa => MfaSerial is not null;

    public string? MfaSerial { get; init; }

    /// <summary>The six digits that the device shows; a sandbox needs no real one.</summary>
    public string? MfaTokenCode { get; init; }

    public int MaxSessionSeconds { get; init; } = 3600;

    public IReadOnlyList<string> Denied { get; init; } = [];

    /// <summary>Whether the trust policy names the caller: its account, its ARN, or for a session the ARN of its role.</summary>
    public bool Trusts(Caller caller) => TrustedPrincipals.Any(principal =>
        principal == "*" || principal == caller.AccountId || principal == $"arn:aws:iam::{caller.AccountId}:root"
        || Protocol.Wildcard.Matches(principal, caller.Arn) || principal == caller.RoleArn);
}
