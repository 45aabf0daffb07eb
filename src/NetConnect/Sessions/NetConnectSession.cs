namespace NetConnect;

/// <summary>A connection to one account in one Region. Holds no secret: its credentials live behind <see cref="Connection"/>.</summary>
public sealed class NetConnectSession
{
    /// <summary>Creates the session over a connection.</summary>
    /// <param name="connection">The way to AWS.</param>
    /// <param name="credentialSource">Where the credentials come from, in words: <c>profile network</c>, <c>environment</c>.</param>
    /// <param name="roleArn">The role assumed, or null.</param>
    /// <param name="endpointUrl">The endpoint that replaces AWS's own, or null.</param>
    public NetConnectSession(INetworkConnection connection, string credentialSource, string? roleArn = null, Uri? endpointUrl = null)
    {
        Connection = connection;
        CredentialSource = credentialSource;
        RoleArn = roleArn;
        EndpointUrl = endpointUrl;
    }

    /// <summary>The Region of every call.</summary>
    public string Region => Connection.Region;

    /// <summary>The account, known once somebody asked for it.</summary>
    public string? Account { get; init; }

    /// <summary>The ARN of the caller, known once somebody asked for it.</summary>
    public string? Arn { get; init; }

    /// <summary>When the present credentials expire (UTC), or null where they do not or are not known yet.</summary>
    public DateTime? Expiration { get; init; }

    /// <summary>Where the credentials come from, in words.</summary>
    public string CredentialSource { get; }

    /// <summary>The role assumed, or null.</summary>
    public string? RoleArn { get; }

    /// <summary>The endpoint that replaces AWS's own, or null.</summary>
    public Uri? EndpointUrl { get; }

    /// <summary>The same session, with what is known of its identity now.</summary>
    public async Task<NetConnectSession> IdentifyAsync(CancellationToken cancellationToken)
    {
        CallerIdentity identity = await Connection.GetCallerIdentityAsync(cancellationToken).ConfigureAwait(false);
        return new NetConnectSession(Connection, CredentialSource, RoleArn, EndpointUrl)
        {
            Account = identity.Account,
            Arn = identity.Arn,
            Expiration = await Connection.GetExpirationAsync(cancellationToken).ConfigureAwait(false),
        };
    }

    // Not public: public members are what Export-Clixml and Format-List show.
    internal INetworkConnection Connection { get; }

    /// <summary>The account, or where the credentials come from, and the Region.</summary>
    public override string ToString() => $"{Account ?? CredentialSource}/{Region}";
}
