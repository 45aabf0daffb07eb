using System.Management.Automation;
using System.Security;
using NetConnect.Sandbox;

namespace NetConnect.PowerShell;

/// <summary>An account of the sandbox, with what a cmdlet takes to work in it.</summary>
public sealed class NetConnectSandboxAccount
{
    internal NetConnectSandboxAccount(SandboxAccount account)
    {
        AccountId = account.AccountId;
        Name = account.Name;
        AccessKeyId = account.AccessKeyId;
        RoleArn = account.RoleArn;
        if (account is { AccessKeyId: { } key, SecretAccessKey: { } secret })
            Credential = new PSCredential(key, Secure(secret));
    }

    /// <summary>The account id.</summary>
    public string AccountId { get; }

    /// <summary>Its name in the seed.</summary>
    public string Name { get; }

    /// <summary>The access key id of its first user, for a profile of another AWS client.</summary>
    public string? AccessKeyId { get; }

    /// <summary>The key and its secret, for -Credential and -PeerCredential.</summary>
    public PSCredential? Credential { get; }

    /// <summary>Its first role, for -RoleArn and -PeerRoleArn.</summary>
    public string? RoleArn { get; }

    /// <summary>The account id.</summary>
    public override string ToString() => AccountId;

    private static SecureString Secure(string text)
    {
        var secure = new SecureString();
        foreach (char c in text)
            secure.AppendChar(c);
        secure.MakeReadOnly();
        return secure;
    }
}
