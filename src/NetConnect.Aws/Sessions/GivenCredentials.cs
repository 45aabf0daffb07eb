using Amazon.Runtime;

namespace NetConnect.Aws;

/// <summary>The credentials that a user's object holds, asked for at each call: the object may refresh itself.</summary>
internal sealed class GivenCredentials(Func<SessionCredential> read) : AWSCredentials
{
    /// <inheritdoc/>
    public override DateTime? Expiration => null;

    /// <inheritdoc/>
    public override ImmutableCredentials GetCredentials()
    {
        SessionCredential keys = read();
        if (keys.AccessKeyId.Length == 0 || keys.SecretAccessKey.Length == 0)
            throw new NetConnectException(ErrorIds.NoCredentials, ErrorKind.Denied, "The given credential has no access key or no secret.");
        return new ImmutableCredentials(keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken);
    }

    /// <inheritdoc/>
    public override Task<ImmutableCredentials> GetCredentialsAsync() => Task.Run(GetCredentials);
}
