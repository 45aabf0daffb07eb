using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.ClientVpn;

/// <summary>DescribeClientVpnConnections, TerminateClientVpnConnections.</summary>
internal static class ClientVpnSessionActions
{
    // API Reference, TerminateClientVpnConnections: by name for at most five connections.
    private const int MaxByName = 5;

    private const int PacketBytes = 1400;

    private static readonly FilterSet<ClientVpnSession> s_filters = new()
    {
        { "connection-id", session => session.Id },
        { "username", session => session.UserName },
    };

    public static void DescribeClientVpnConnections(Ec2Call call, XmlAnswer answer)
    {
        ClientVpnEndpoint endpoint = ClientVpnEndpointActions.Live(call);
        ClientVpnParts.Answer(call, answer, "connections", endpoint.Sessions, s_filters, session => session.Sequence, byId: false,
            (item, session) => item.Text("clientVpnEndpointId", endpoint.Id)
                .Text("timestamp", ClientVpnEndpointDescription.Time(call.World.Clock.Now))
                .Text("connectionId", session.Id).Text("username", session.UserName ?? "N/A")
                .Text("connectionEstablishedTime", ClientVpnEndpointDescription.Time(session.Established))
                .Text("ingressBytes", $"{session.IngressBytes}").Text("egressBytes", $"{session.EgressBytes}")
                .Text("ingressPackets", $"{Packets(session.IngressBytes)}").Text("egressPackets", $"{Packets(session.EgressBytes)}")
                .Text("clientIp", session.ClientIp).Text("commonName", session.CommonName)
                .Status(session.State)
                .Text("connectionEndTime", session.State.Code == "terminated" ? ClientVpnEndpointDescription.Time(session.State.Since) : "-"));
    }

    // As many as it takes, each as full as a tunnel's packets are.
    private static long Packets(long bytes) => (bytes + PacketBytes - 1) / PacketBytes;

    public static void TerminateClientVpnConnections(Ec2Call call, XmlAnswer answer)
    {
        ClientVpnEndpoint endpoint = ClientVpnEndpointActions.Live(call);
        string? id = call.Parameters.Text("ConnectionId");
        string? user = call.Parameters.Text("Username");
        if (id is null && user is null) throw QueryParameters.Missing("ConnectionId");
        List<ClientVpnSession> found = endpoint.Sessions.Where(session =>
            session.IsConnected && (id is null || session.Id == id) && (user is null || session.UserName == user)).ToList();
        if (found.Count == 0)
            throw id is null
                ? new ApiException("InvalidClientVpnConnection.UserNotFound", $"The user {user} has no active connection.")
                : new ApiException("InvalidClientVpnConnection.IdNotFound", $"The connection {id} does not exist.");
        if (id is null && found.Count > MaxByName)
            throw new ApiException("ClientVpnTerminateConnectionsLimitExceeded",
                $"The user {user} has more than {MaxByName} connections: name them by their ids.");
        answer.Text("clientVpnEndpointId", endpoint.Id).Text("username", user)
            .Set("connectionStatuses", found, (item, session) =>
            {
                item.Text("connectionId", session.Id).Status(session.State, "previousStatus");
                session.End();
                endpoint.FailWhereOrdered(session.State, StateDurations.ClientVpnTermination, "failed-to-terminate");
                item.Status(session.State, "currentStatus");
            });
    }
}
