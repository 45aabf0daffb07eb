using System.Security;

namespace NetConnect.ClientVpns;

/// <summary>The authority that is asked for.</summary>
internal sealed record AuthorityRequest
{
    public required string Name { get; init; }

    public required string ServerName { get; init; }

    /// <summary>What encrypts every key of the authority; null leaves them to the permissions of their files.</summary>
    public SecureString? Passphrase { get; init; }

    public required int ValidityDays { get; init; }

    public required int ServerValidityDays { get; init; }

    public required int RevocationListDays { get; init; }

    /// <summary>Whether the server gets a new certificate while the present one is valid.</summary>
    public bool Renew { get; init; }
}
