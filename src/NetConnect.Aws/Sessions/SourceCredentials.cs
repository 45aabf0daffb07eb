using Amazon.Runtime;

namespace NetConnect.Aws;

/// <summary>Credentials of AWSSDK's own making, or read from an object of the user's, with their failures in NetConnect's
/// words.</summary>
/// <param name="create">Makes them, at first use: some look at once for what they need.</param>
/// <param name="explain">Says what a failure means and what to do.</param>
internal sealed class SourceCredentials(Func<AWSCredentials> create, Func<Exception, NetConnectException> explain) : AWSCredentials
{
    // PublicationOnly: what failed once is tried again, not remembered.
    private readonly Lazy<AWSCredentials> _inner = new(create, LazyThreadSafetyMode.PublicationOnly);

    /// <inheritdoc/>
    public override DateTime? Expiration => _inner.IsValueCreated ? _inner.Value.Expiration : null;

    /// <inheritdoc/>
    public override ImmutableCredentials GetCredentials() => GetCredentialsAsync().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        try
        {
            // Away from the caller's thread: some sources start processes or call services before their first await.
            return await Task.Run(() => _inner.Value.GetCredentialsAsync()).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not NetConnectException and not OutOfMemoryException)
        {
            throw explain(e);
        }
    }
}
