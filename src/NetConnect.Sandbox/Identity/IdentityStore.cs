using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NetConnect.Sandbox.Time;

namespace NetConnect.Sandbox.Identity;

/// <summary>Every key and role of the world: IAM and STS see all accounts.</summary>
internal sealed class IdentityStore(SandboxClock clock)
{
    private readonly Dictionary<string, AccessKey> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Role> _roles = new(StringComparer.Ordinal);
    private int _issued;

    /// <summary>Who a caller is taken for where signatures are not checked: the first user of the seed.</summary>
    public Caller? Default { get; private set; }

    public void AddUser(string accountId, string userName, string keyId, string secret, IReadOnlyList<string> denied)
    {
        string arn = $"arn:aws:iam::{accountId}:user/{userName}";
        var caller = new Caller(accountId, arn, "AIDA" + Digest.UpperHex(arn, 17), denied);
        Default ??= caller;
        _keys.Add(keyId, new AccessKey(keyId, secret, caller));
    }

    public void AddRole(Role role) => _roles.Add(role.Arn, role);

    public bool TryGetKey(string keyId, [NotNullWhen(true)] out AccessKey? key) => _keys.TryGetValue(keyId, out key);

    public bool TryGetRole(string arn, [NotNullWhen(true)] out Role? role) => _roles.TryGetValue(arn, out role);

    /// <summary>Issues temporary credentials, as STS does.</summary>
    public AccessKey Issue(Caller caller, TimeSpan lifetime)
    {
        string number = (++_issued).ToString(CultureInfo.InvariantCulture);
        string nonce = Guid.NewGuid().ToString("N");
        string secret = Convert.ToBase64String(Digest.Hmac([1], nonce)).Substring(0, 40);
        string token = Convert.ToBase64String(Digest.Hmac([2], nonce)) + Convert.ToBase64String(Digest.Hmac([3], nonce));
        var key = new AccessKey("ASIA" + Digest.UpperHex(number + nonce, 16), secret, caller, token, clock.Now + lifetime);
        _keys.Add(key.Id, key);
        return key;
    }
}
