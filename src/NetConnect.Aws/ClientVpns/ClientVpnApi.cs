using Amazon.EC2;
using Amazon.EC2.Model;
using NetConnect.Addressing;
using NetConnect.Aws.Calls;
using NetConnect.Waiting;

namespace NetConnect.Aws.ClientVpns;

/// <summary>Client VPN endpoints of one account and Region, over EC2.</summary>
internal sealed class ClientVpnApi : IClientVpnApi
{
    private readonly Lazy<IAmazonEC2> _client;
    private readonly AwsCalls _calls;
    private readonly ClientVpnReads _reads;

    public ClientVpnApi(Lazy<IAmazonEC2> client, AwsCalls calls, string region, IClock clock)
    {
        _client = client;
        _calls = calls;
        _reads = new ClientVpnReads(client, calls, region, clock);
    }

    public Task<IReadOnlyList<NetConnect.ClientVpnEndpoint>> ListEndpointsAsync(CancellationToken cancellationToken) => _reads.All.ReadAsync("", cancellationToken);

    public Task<NetConnect.ClientVpnEndpoint?> FindEndpointAsync(string endpointId, CancellationToken cancellationToken) =>
        _reads.ById.ReadAsync(endpointId, cancellationToken);

    public Task<IReadOnlyList<ClientVpnAssociation>> ListAssociationsAsync(string endpointId, CancellationToken cancellationToken) =>
        _reads.Associations.ReadAsync(endpointId, cancellationToken);

    public Task<IReadOnlyList<NetConnect.ClientVpnRoute>> ListRoutesAsync(string endpointId, CancellationToken cancellationToken) =>
        _reads.Routes.ReadAsync(endpointId, cancellationToken);

    public Task<IReadOnlyList<ClientVpnRule>> ListRulesAsync(string endpointId, CancellationToken cancellationToken) =>
        _reads.Rules.ReadAsync(endpointId, cancellationToken);

    public Task<IReadOnlyList<NetConnect.ClientVpnConnection>> ListConnectionsAsync(string endpointId, CancellationToken cancellationToken) =>
        _reads.Connections.ReadAsync(endpointId, cancellationToken);

    public async Task<string> CreateEndpointAsync(ClientVpnCreation creation, string clientToken, CancellationToken cancellationToken)
    {
        CreateClientVpnEndpointRequest request = creation.ToRequest(clientToken);
        return (await InvokeAsync("CreateClientVpnEndpoint", ct => _client.Value.CreateClientVpnEndpointAsync(request, ct), creation.ClientCidrBlock, cancellationToken)
            .ConfigureAwait(false)).ClientVpnEndpointId;
    }

    public Task ModifyEndpointAsync(string endpointId, ClientVpnSettings settings, CancellationToken cancellationToken) => InvokeAsync(
        "ModifyClientVpnEndpoint", ct => _client.Value.ModifyClientVpnEndpointAsync(settings.ToRequest(endpointId), ct), endpointId, cancellationToken);

    public Task DeleteEndpointAsync(string endpointId, CancellationToken cancellationToken) => AwsCalls.UnlessGoneAsync(InvokeAsync(
        "DeleteClientVpnEndpoint", ct => _client.Value.DeleteClientVpnEndpointAsync(new() { ClientVpnEndpointId = endpointId }, ct), endpointId, cancellationToken));

    public async Task<string> AssociateAsync(string endpointId, string subnetId, string clientToken, CancellationToken cancellationToken) =>
        (await InvokeAsync(
            "AssociateClientVpnTargetNetwork",
            ct => _client.Value.AssociateClientVpnTargetNetworkAsync(new() { ClientVpnEndpointId = endpointId, SubnetId = subnetId, ClientToken = clientToken }, ct),
            subnetId,
            cancellationToken).ConfigureAwait(false)).AssociationId;

    public Task DisassociateAsync(string endpointId, string associationId, CancellationToken cancellationToken) => AwsCalls.UnlessGoneAsync(InvokeAsync(
        "DisassociateClientVpnTargetNetwork",
        ct => _client.Value.DisassociateClientVpnTargetNetworkAsync(new() { ClientVpnEndpointId = endpointId, AssociationId = associationId }, ct),
        associationId,
        cancellationToken));

    public Task CreateRouteAsync(
        string endpointId, Cidr destination, string subnetId, string? description, string clientToken, CancellationToken cancellationToken) => InvokeAsync(
        "CreateClientVpnRoute",
        ct => _client.Value.CreateClientVpnRouteAsync(
            new()
            {
                ClientVpnEndpointId = endpointId,
                DestinationCidrBlock = destination.ToString(),
                TargetVpcSubnetId = subnetId,
                Description = description,
                ClientToken = clientToken,
            },
            ct),
        endpointId,
        cancellationToken);

    public Task DeleteRouteAsync(string endpointId, Cidr destination, string subnetId, CancellationToken cancellationToken) => AwsCalls.UnlessGoneAsync(InvokeAsync(
        "DeleteClientVpnRoute",
        ct => _client.Value.DeleteClientVpnRouteAsync(
            new() { ClientVpnEndpointId = endpointId, DestinationCidrBlock = destination.ToString(), TargetVpcSubnetId = subnetId }, ct),
        endpointId,
        cancellationToken));

    public Task AuthorizeAsync(
        string endpointId, Cidr destination, string? groupId, string? description, string clientToken, CancellationToken cancellationToken) => InvokeAsync(
        "AuthorizeClientVpnIngress",
        ct => _client.Value.AuthorizeClientVpnIngressAsync(
            new()
            {
                ClientVpnEndpointId = endpointId,
                TargetNetworkCidr = destination.ToString(),
                AccessGroupId = groupId,
                AuthorizeAllGroups = groupId is null ? true : null,
                Description = description,
                ClientToken = clientToken,
            },
            ct),
        endpointId,
        cancellationToken);

    public Task RevokeAsync(string endpointId, Cidr destination, string? groupId, CancellationToken cancellationToken) => AwsCalls.UnlessGoneAsync(InvokeAsync(
        "RevokeClientVpnIngress",
        ct => _client.Value.RevokeClientVpnIngressAsync(
            new()
            {
                ClientVpnEndpointId = endpointId,
                TargetNetworkCidr = destination.ToString(),
                AccessGroupId = groupId,
                RevokeAllGroups = groupId is null ? true : null,
            },
            ct),
        endpointId,
        cancellationToken));

    public Task TerminateConnectionAsync(string endpointId, string connectionId, CancellationToken cancellationToken) => AwsCalls.UnlessGoneAsync(InvokeAsync(
        "TerminateClientVpnConnections",
        ct => _client.Value.TerminateClientVpnConnectionsAsync(new() { ClientVpnEndpointId = endpointId, ConnectionId = connectionId }, ct),
        connectionId,
        cancellationToken));

    public Task TerminateConnectionsOfAsync(string endpointId, string userName, CancellationToken cancellationToken) => AwsCalls.UnlessGoneAsync(InvokeAsync(
        "TerminateClientVpnConnections",
        ct => _client.Value.TerminateClientVpnConnectionsAsync(new() { ClientVpnEndpointId = endpointId, Username = userName }, ct),
        userName,
        cancellationToken));

    public async Task<string?> FindRevocationListAsync(string endpointId, CancellationToken cancellationToken)
    {
        ExportClientVpnClientCertificateRevocationListResponse answer = await InvokeAsync(
            "ExportClientVpnClientCertificateRevocationList",
            ct => _client.Value.ExportClientVpnClientCertificateRevocationListAsync(new() { ClientVpnEndpointId = endpointId }, ct),
            endpointId,
            cancellationToken).ConfigureAwait(false);
        return string.IsNullOrEmpty(answer.CertificateRevocationList) ? null : answer.CertificateRevocationList;
    }

    public Task ImportRevocationListAsync(string endpointId, string pem, CancellationToken cancellationToken) => InvokeAsync(
        "ImportClientVpnClientCertificateRevocationList",
        ct => _client.Value.ImportClientVpnClientCertificateRevocationListAsync(new() { ClientVpnEndpointId = endpointId, CertificateRevocationList = pem }, ct),
        endpointId,
        cancellationToken);

    public async Task<string> ExportConfigurationAsync(string endpointId, CancellationToken cancellationToken) =>
        (await InvokeAsync(
            "ExportClientVpnClientConfiguration",
            ct => _client.Value.ExportClientVpnClientConfigurationAsync(new() { ClientVpnEndpointId = endpointId }, ct),
            endpointId,
            cancellationToken).ConfigureAwait(false)).ClientConfiguration;

    private Task<T> InvokeAsync<T>(string action, Func<CancellationToken, Task<T>> call, string target, CancellationToken cancellationToken) =>
        _calls.InvokeAsync(action, CallSafety.Repeatable, call, target, cancellationToken);
}
