namespace NetConnect.Sandbox;

/// <summary>An account of the sandbox, with what a caller needs to use it.</summary>
public sealed class SandboxAccount
{
    internal SandboxAccount(string accountId, string name, string? accessKeyId, string? secretAccessKey, IReadOnlyList<string> roleArns)
    {
        AccountId = accountId;
        Name = name;
        AccessKeyId = accessKeyId;
        SecretAccessKey = secretAccessKey;
        RoleArns = roleArns;
    }

    /// <summary>The twelve digits of the account.</summary>
    public string AccountId { get; }

    /// <summary>The name that the seed gives the account.</summary>
    public string Name { get; }

    /// <summary>The access key id of the account's first user; null when the seed gives it none.</summary>
    public string? AccessKeyId { get; }

    /// <summary>The secret of <see cref="AccessKeyId"/>. It is made up, and worth nothing outside this sandbox.</summary>
    public string? SecretAccessKey { get; }

    /// <summary>The account's first role; null when it has none.</summary>
    public string? RoleArn => RoleArns.Count > 0 ? RoleArns[0] : null;

    /// <summary>All roles of the account.</summary>
    public IReadOnlyList<string> RoleArns { get; }

    /// <inheritdoc/>
    public override string ToString() => AccountId;
}
