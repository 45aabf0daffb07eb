namespace NetConnect.Sandbox.Identity;

/// <summary>A key that the sandbox issued. Long-term keys have neither a session token nor an expiry.</summary>
internal sealed class AccessKey(string id, string secret, Caller caller, string? sessionToken = null, DateTime? expires = null)
{
    public string Id => id;

    public string Secret => secret;

    public Caller Caller => caller;

    public string? SessionToken => sessionToken;

    public DateTime? Expires => expires;
}
