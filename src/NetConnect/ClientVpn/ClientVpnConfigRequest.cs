using System.Security;
using NetConnect.ClientVpns;

namespace NetConnect.ClientVpn;

/// <summary>The file that a user asks for.</summary>
internal sealed record ClientVpnConfigRequest
{
    /// <summary>The endpoint, by id or Name tag.</summary>
    public required string IdOrName { get; init; }

    /// <summary>The person; null for a file without a certificate.</summary>
    public string? UserName { get; init; }

    /// <summary>The authority that the person's certificate is from; null where the endpoint asks for none.</summary>
    public AuthorityFolder? Authority { get; init; }

    /// <summary>The passphrase of the authority's keys; null where they have none.</summary>
    public SecureString? Passphrase { get; init; }

    /// <summary>What encrypts the key in the file; null leaves it to the file's permissions.</summary>
    public SecureString? KeyPassphrase { get; init; }

    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>What is different from AWS's own file.</summary>
    public ClientVpnConfigOptions Options { get; init; } = new();

    /// <summary>Refuses what could never work.</summary>
    /// <exception cref="NetConnectException"><see cref="ErrorIds.InvalidParameter"/>.</exception>
    public void Check()
    {
        if (Options.StaticChallenge is { } question && question.Any(char.IsControl))
            throw Invalid("The question of -StaticChallenge has a line end or another control character.");
    }

    /// <summary>Refuses what does not go with the endpoint.</summary>
    /// <exception cref="NetConnectException"><see cref="ErrorIds.InvalidParameter"/>.</exception>
    public void Check(ClientVpnEndpoint endpoint)
    {
        bool Uses(string type) => endpoint.Authentication.Any(way => way.Type == type);
        if (Options.StaticChallenge is not null && !Uses(ClientVpnAuthentication.Directory))
            throw Invalid($"Nobody signs in to {endpoint} with a password, so that there is no place for a second factor. Leave -StaticChallenge out.");
        if (Uses(ClientVpnAuthentication.Certificate) && (UserName is null || Authority is null))
            throw Invalid($"{endpoint} asks everybody for a certificate: give -UserName, and -AuthorityPath with the folder of the authority.");
        if (!Uses(ClientVpnAuthentication.Certificate) && KeyPassphrase is not null)
            throw Invalid($"{endpoint} asks nobody for a certificate, so that there is no key to encrypt. Leave -KeyPassphrase out.");
    }

    private NetConnectException Invalid(string message) => new(ErrorIds.InvalidParameter, ErrorKind.InvalidInput, message, IdOrName);
}
