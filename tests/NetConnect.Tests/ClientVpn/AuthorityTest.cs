using System.Security;
using NetConnect.ClientVpns;
using NetConnect.Planning;

namespace NetConnect.Tests.ClientVpn;

/// <summary>Tests with a folder for an authority.</summary>
public abstract class AuthorityTest : IDisposable
{
    private protected VirtualClock Clock { get; } = new();

    protected string Folder { get; } = Path.Combine(Directory.CreateTempSubdirectory("netconnect-").FullName, "authority");

    public void Dispose()
    {
        Directory.Delete(Path.GetDirectoryName(Folder)!, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected AuthorityFolder Open(Action<string>? beforeChange = null) => new(Folder, new OneKeyIssuer(), Clock, beforeChange);

    private protected static AuthorityRequest Request => new()
    {
        Name = "Example",
        ServerName = "vpn.example.com",
        ValidityDays = 3650,
        ServerValidityDays = 825,
        RevocationListDays = 365,
    };

    private protected static Task<ClientVpnAuthority?> CreateAsync(AuthorityFolder folder, AuthorityRequest? request = null) =>
        new AuthorityCreation(folder).Plan(request ?? Request).ApplyAsync(CancellationToken.None);

    private protected static async Task<ClientVpnUser> IssueAsync(AuthorityFolder folder, string name, bool renew = false, SecureString? passphrase = null) =>
        (await new UserIssue(folder, passphrase).Plan(name, 365, renew).ApplyAsync(CancellationToken.None))!;

    private protected static async Task<IReadOnlyList<ClientVpnUser>> RevokeAsync(AuthorityFolder folder, params string[] names)
    {
        Plan<IReadOnlyList<ClientVpnUser>> plan = await new UserRevocation(folder, null).PlanAsync(names, null, CancellationToken.None);
        return (await plan.ApplyAsync(CancellationToken.None))!;
    }

    private protected static SecureString Secret(string text)
    {
        var secret = new SecureString();
        foreach (char c in text)
            secret.AppendChar(c);
        return secret;
    }
}
