namespace NetConnect;

/// <summary>A key, its secret, and a token where the key is temporary. Credentials cross load contexts only in this form.</summary>
public sealed class SessionCredential
{
    /// <summary>Creates the credential.</summary>
    public SessionCredential(string accessKeyId, string secretAccessKey, string? sessionToken = null)
    {
        AccessKeyId = accessKeyId;
        SecretAccessKey = secretAccessKey;
        SessionToken = sessionToken;
    }

    /// <summary>The access key id.</summary>
    public string AccessKeyId { get; }

    /// <summary>The secret access key.</summary>
    public string SecretAccessKey { get; }

    /// <summary>The session token of a temporary key, or null.</summary>
    public string? SessionToken { get; }

    /// <summary>The access key id alone: the secret never becomes text.</summary>
    public override string ToString() => AccessKeyId;
}
