using Amazon.EC2;
using Amazon.Runtime;
using NetConnect.Addressing;
using NetConnect.Aws.Calls;
using NetConnect.Waiting;

namespace NetConnect.Aws.TransitGateways;

/// <summary>Transit gateways of one account and Region, over EC2.</summary>
internal sealed class TransitGatewayApi : ITransitGatewayApi
{
    private readonly Lazy<IAmazonEC2> _client;
    private readonly AwsCalls _calls;
    private readonly TransitGatewayReads _reads;

    public TransitGatewayApi(Lazy<IAmazonEC2> client, AwsCalls calls, IClock clock)
    {
        _client = client;
        _calls = calls;
        _reads = new TransitGatewayReads(client, calls, clock);
    }

    public Task<IReadOnlyList<TransitGateway>> ListTransitGatewaysAsync(CancellationToken cancellationToken) => _reads.Gateways.ReadAsync("", cancellationToken);

    public Task<IReadOnlyList<TransitGatewayRouteTable>> ListRouteTablesAsync(string transitGatewayId, CancellationToken cancellationToken) =>
        _reads.RouteTables.ReadAsync(transitGatewayId, cancellationToken);

    public Task<IReadOnlyList<TransitGatewayAttachment>> ListAttachmentsAsync(string transitGatewayId, CancellationToken cancellationToken) =>
        _reads.Attachments.ReadAsync(transitGatewayId, cancellationToken);

    public Task<TransitGatewayAttachment?> FindVpnAttachmentAsync(string vpnId, CancellationToken cancellationToken) => _reads.VpnAttachments.ReadAsync(vpnId, cancellationToken);

    public Task<IReadOnlyList<string>> ListPropagatingAttachmentIdsAsync(string routeTableId, CancellationToken cancellationToken) =>
        _reads.Propagations.ReadAsync(routeTableId, cancellationToken);

    public Task<IReadOnlyList<TransitGatewayRoute>> ListStaticRoutesAsync(string routeTableId, CancellationToken cancellationToken) =>
        _reads.StaticRoutes.ReadAsync(routeTableId, cancellationToken);

    // Whether it stands with this table or another, the caller sees when it waits.
    public Task AssociateAsync(string routeTableId, string attachmentId, CancellationToken cancellationToken) => UnlessThereAsync("Resource.AlreadyAssociated", ChangeAsync(
        "AssociateTransitGatewayRouteTable",
        ct => _client.Value.AssociateTransitGatewayRouteTableAsync(new() { TransitGatewayRouteTableId = routeTableId, TransitGatewayAttachmentId = attachmentId }, ct),
        attachmentId,
        cancellationToken));

    public Task DisassociateAsync(string routeTableId, string attachmentId, CancellationToken cancellationToken) => AwsCalls.UnlessGoneAsync(ChangeAsync(
        "DisassociateTransitGatewayRouteTable",
        ct => _client.Value.DisassociateTransitGatewayRouteTableAsync(new() { TransitGatewayRouteTableId = routeTableId, TransitGatewayAttachmentId = attachmentId }, ct),
        attachmentId,
        cancellationToken));

    public Task SetPropagationAsync(string routeTableId, string attachmentId, bool enabled, CancellationToken cancellationToken) => enabled
        ? UnlessThereAsync("TransitGatewayRouteTablePropagation.Duplicate", ChangeAsync(
            "EnableTransitGatewayRouteTablePropagation",
            ct => _client.Value.EnableTransitGatewayRouteTablePropagationAsync(new() { TransitGatewayRouteTableId = routeTableId, TransitGatewayAttachmentId = attachmentId }, ct),
            routeTableId,
            cancellationToken))
        : AwsCalls.UnlessGoneAsync(ChangeAsync(
            "DisableTransitGatewayRouteTablePropagation",
            ct => _client.Value.DisableTransitGatewayRouteTablePropagationAsync(new() { TransitGatewayRouteTableId = routeTableId, TransitGatewayAttachmentId = attachmentId }, ct),
            routeTableId,
            cancellationToken));

    // Repeatable although it is a create: where an earlier try had taken effect, the route that stands there is the one that was wanted.
    public Task CreateRouteAsync(string routeTableId, Cidr destination, string attachmentId, CancellationToken cancellationToken) => ChangeAsync(
        "CreateTransitGatewayRoute",
        ct => _client.Value.CreateTransitGatewayRouteAsync(
            new() { TransitGatewayRouteTableId = routeTableId, DestinationCidrBlock = destination.ToString(), TransitGatewayAttachmentId = attachmentId }, ct),
        routeTableId,
        cancellationToken);

    public Task ReplaceRouteAsync(string routeTableId, Cidr destination, string attachmentId, CancellationToken cancellationToken) => ChangeAsync(
        "ReplaceTransitGatewayRoute",
        ct => _client.Value.ReplaceTransitGatewayRouteAsync(
            new() { TransitGatewayRouteTableId = routeTableId, DestinationCidrBlock = destination.ToString(), TransitGatewayAttachmentId = attachmentId }, ct),
        routeTableId,
        cancellationToken);

    public Task DeleteRouteAsync(string routeTableId, Cidr destination, CancellationToken cancellationToken) => AwsCalls.UnlessGoneAsync(ChangeAsync(
        "DeleteTransitGatewayRoute",
        ct => _client.Value.DeleteTransitGatewayRouteAsync(new() { TransitGatewayRouteTableId = routeTableId, DestinationCidrBlock = destination.ToString() }, ct),
        routeTableId,
        cancellationToken));

    private Task<T> ChangeAsync<T>(string action, Func<CancellationToken, Task<T>> call, string target, CancellationToken cancellationToken) =>
        _calls.InvokeAsync(action, CallSafety.Repeatable, call, target, cancellationToken);

    private static async Task UnlessThereAsync(string code, Task change)
    {
        try
        {
            await change.ConfigureAwait(false);
        }
        catch (NetConnectException error) when (error.InnerException is AmazonServiceException answer && answer.ErrorCode == code)
        {
            // There is what was wanted.
        }
    }
}
