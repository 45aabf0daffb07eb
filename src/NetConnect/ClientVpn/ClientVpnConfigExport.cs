using NetConnect.ClientVpns;
using NetConnect.Files;
using NetConnect.Planning;

namespace NetConnect.ClientVpn;

/// <summary>Writes the files by which people connect. However many there are, each endpoint is asked for its configuration once, and each authority read once.</summary>
internal sealed class ClientVpnConfigExport(INetworkConnection connection)
{
    private readonly object _sync = new();
    private readonly Dictionary<string, Task<(ClientVpnEndpoint Endpoint, string BaseText)>> _endpoints = [];
    private readonly Dictionary<AuthorityFolder, AuthorityPeople> _people = [];
    private readonly HashSet<(string EndpointId, AuthorityFolder Authority)> _compared = [];

    /// <summary>Reads what there is.</summary>
    /// <returns>A plan with a step where the file is not there as it should be.</returns>
    /// <exception cref="NetConnectException">The endpoint is not there, or the person may not connect; nothing was written.</exception>
    public async Task<Plan<ClientVpnConfig>> PlanAsync(ClientVpnConfigRequest request, CancellationToken cancellationToken)
    {
        request.Check();
        (ClientVpnEndpoint endpoint, string baseText) = await ReadAsync(request.IdOrName, cancellationToken).ConfigureAwait(false);
        request.Check(endpoint);
        return Plan(request, endpoint, baseText);
    }

    private Plan<ClientVpnConfig> Plan(ClientVpnConfigRequest request, ClientVpnEndpoint endpoint, string baseText)
    {
        AuthorityPeople? people = UsesCertificates(endpoint) ? People(request.Authority!) : null;
        AuthorityEntry? entry = people?.GetValid(request.UserName!);
        var result = new ClientVpnConfig
        {
            ClientVpnEndpointId = endpoint.ClientVpnEndpointId,
            EndpointName = endpoint.Name,
            UserName = entry?.CommonName ?? request.UserName,
            Path = request.Path,
            SerialNumber = entry?.SerialNumber,
            Fingerprint = entry?.Fingerprint,
            NotAfter = entry?.NotAfter,
            KeyIsEncrypted = request.KeyPassphrase is not null,
        };
        bool exists = File.Exists(request.Path);
        // Made now only where there is something to compare it with: of thousands of people not all need to be in memory at the same time.
        string? text = exists ? Text(request, baseText, entry, Present(request.Path)) : null;
        if (!exists)
            people?.CheckPassphrase(entry!, request.Passphrase);
        List<PlanStep> steps = [];
        if (text is null || !OwnerOnlyFile.Holds(request.Path, text))
        {
            string whose = result.UserName is { } user ? $"configuration of {user}" : "configuration";
            steps.Add(new PlanStep(
                $"{(exists ? "Replace the file by" : "Write")} the {whose} for {endpoint}",
                request.Path,
                ct =>
                {
                    ct.ThrowIfCancellationRequested();
                    OwnerOnlyFile.Write(request.Path, text ?? Text(request, baseText, entry, present: ""), overwrite: exists);
                    return Task.CompletedTask;
                })
            { AlwaysAsks = exists });
        }
        return new Plan<ClientVpnConfig>(steps, _ => Task.FromResult<ClientVpnConfig?>(result), Warnings(endpoint, baseText, people));
    }

    // Made anew, a label is another one, and so is the same key when it is encrypted: what is there stays where it is the right one.
    private static string Text(ClientVpnConfigRequest request, string baseText, AuthorityEntry? entry, string present)
    {
        string label = ClientVpnConfigText.FindLabel(present) ?? ClientVpnConfigText.NewLabel();
        if (entry is null)
            return ClientVpnConfigText.Build(baseText, request.Options, label);
        (string certificate, string key) = AuthoritySecrets.ReadUser(
            request.Authority!, entry, request.Passphrase, request.KeyPassphrase, ClientVpnConfigText.Block(present, "key"));
        return ClientVpnConfigText.Build(baseText, request.Options, label, certificate, key);
    }

    private static string Present(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Nothing of it can stay; writing will say whether it can be replaced.
            return "";
        }
    }

    private static bool UsesCertificates(ClientVpnEndpoint endpoint) => endpoint.Authentication.Any(way => way.Type == ClientVpnAuthentication.Certificate);

    private Task<(ClientVpnEndpoint Endpoint, string BaseText)> ReadAsync(string idOrName, CancellationToken cancellationToken)
    {
        lock (_sync)
        {
            if (!_endpoints.TryGetValue(idOrName, out Task<(ClientVpnEndpoint, string)>? reading))
                _endpoints.Add(idOrName, reading = ReadOnceAsync(idOrName, cancellationToken));
            return reading;
        }
    }

    private async Task<(ClientVpnEndpoint Endpoint, string BaseText)> ReadOnceAsync(string idOrName, CancellationToken cancellationToken)
    {
        ClientVpnEndpoint endpoint = await ClientVpnParts.GetLiveAsync(connection, idOrName, cancellationToken).ConfigureAwait(false);
        return (endpoint, await connection.ClientVpns.ExportConfigurationAsync(endpoint.ClientVpnEndpointId, cancellationToken).ConfigureAwait(false));
    }

    private AuthorityPeople People(AuthorityFolder authority)
    {
        lock (_sync)
        {
            if (!_people.TryGetValue(authority, out AuthorityPeople? people))
                _people.Add(authority, people = new AuthorityPeople(authority));
            return people;
        }
    }

    // Where one authority signed the server's certificate and people's, AWS's file has it: whoever is of another one is refused by the endpoint.
    private IReadOnlyList<string> Warnings(ClientVpnEndpoint endpoint, string baseText, AuthorityPeople? people)
    {
        if (people is null || endpoint.Authentication.All(way => way.ClientRootCertificateChainArn != endpoint.ServerCertificateArn))
            return [];
        lock (_sync)
        {
            if (!_compared.Add((endpoint.ClientVpnEndpointId, people.Folder)))
                return [];
        }
        return people.IsSignerAmong(ClientVpnConfigText.Block(baseText, "ca") ?? "")
            ? []
            : [$"{endpoint} knows people by another authority than the one in {people.Folder.Path}: it will let nobody in with these files."];
    }
}
