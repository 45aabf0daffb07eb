namespace NetConnect.Tests.Peering.Fakes;

/// <summary>What NetConnect.Aws makes of EC2's refusals.</summary>
internal static class FakeErrors
{
    public static NetConnectException PeeringNotFound(string id) =>
        new(ErrorIds.PeeringNotFound, ErrorKind.NotFound, $"InvalidVpcPeeringConnectionID.NotFound: {id}", id);

    public static NetConnectException StateConflict(string id, string status) =>
        new(ErrorIds.PeeringStateConflict, ErrorKind.Conflict, $"InvalidStateTransition: {id} is {status}", id);

    public static NetConnectException NotOwner(string id) =>
        new(ErrorIds.NotPeeringOwner, ErrorKind.Denied, $"OperationNotPermitted: {id}", id);

    public static NetConnectException DnsHostnamesDisabled(string id) =>
        new(ErrorIds.DnsAttributesMissing, ErrorKind.Conflict, $"InvalidVpcPeeringConnectionState.DnsHostnamesDisabled: {id}", id);

    public static NetConnectException VpcNotFound(string id) =>
        new(ErrorIds.VpcNotFound, ErrorKind.NotFound, $"InvalidVpcID.NotFound: {id}", id);

    public static NetConnectException RouteTableNotFound(string id) =>
        new(ErrorIds.RouteTableNotFound, ErrorKind.NotFound, $"InvalidRouteTableID.NotFound: {id}", id);

    public static NetConnectException RouteNotFound(string id) =>
        new(ErrorIds.RouteNotFound, ErrorKind.NotFound, $"InvalidRoute.NotFound: {id}", id);

    public static NetConnectException RouteAlreadyExists(string id) =>
        new(ErrorIds.RouteConflict, ErrorKind.Conflict, $"RouteAlreadyExists: {id}", id);

    public static NetConnectException Throttled() => new(ErrorIds.Throttled, ErrorKind.Throttled, "RequestLimitExceeded");

    public static AnswerLostException AnswerLost(string action) => new(action, new IOException("The connection was reset."));
}
