using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.ClientVpn;

/// <summary>CreateClientVpnRoute, DeleteClientVpnRoute, DescribeClientVpnRoutes.</summary>
internal static class ClientVpnRouteActions
{
    private const string Local = "local";

    private static readonly FilterSet<ClientVpnRoute> s_filters = new()
    {
        { "destination-cidr", route => route.Destination.ToString() },
        { "origin", route => route.Origin },
        { "target-subnet", route => route.Target },
    };

    public static void CreateClientVpnRoute(Ec2Call call, XmlAnswer answer)
    {
        ClientVpnRoute route = call.Region.ClientTokens.Once(call, () => Create(call));
        answer.Status(route.State);
    }

    public static void DeleteClientVpnRoute(Ec2Call call, XmlAnswer answer)
    {
        ClientVpnEndpoint endpoint = ClientVpnEndpointActions.Live(call);
        Cidr destination = Destination(call.Parameters, "DestinationCidrBlock");
        string? target = call.Parameters.Text("TargetVpcSubnetId");
        List<ClientVpnRoute> found = endpoint.StandingRoutes.Where(route => route.Destination.Equals(destination)
            && (target is null || route.Target == target)).ToList();
        if (found.Count == 0) throw new ApiException("InvalidClientVpnRouteNotFound", $"The route {destination} does not exist.");
        // Administrator Guide, "Routes": one that came with a subnet goes with it.
        if (found.Exists(route => route.Origin != ClientVpnRoute.AddedByHand))
            throw new ApiException("OperationNotPermitted", "Cannot delete the route that was added when the subnet was associated.");
        endpoint.CheckOperations();
        foreach (ClientVpnRoute route in found) route.Delete();
        answer.Node("status", status => status.Text("code", "deleting"));
    }

    public static void DescribeClientVpnRoutes(Ec2Call call, XmlAnswer answer)
    {
        ClientVpnEndpoint endpoint = ClientVpnEndpointActions.Live(call);
        ClientVpnParts.Answer(call, answer, "routes", endpoint.Routes, s_filters, route => route.Sequence, byId: false,
            (item, route) => item.Text("clientVpnEndpointId", endpoint.Id).Text("destinationCidr", route.Destination.ToString())
                .Text("targetSubnet", route.Target.Length > 0 ? route.Target : null).Text("type", "Nat").Text("origin", route.Origin)
                .Status(route.State).Text("description", route.Description)
                .Text("transitGatewayAttachmentId", route.Target.Length > 0 ? null : endpoint.Attachment?.Id));
    }

    /// <summary>A network as a request names it, in the form that EC2 stores.</summary>
    public static Cidr Destination(QueryParameters given, string name)
    {
        string text = given.Required(name);
        return Cidr.TryParse(text, out Cidr? cidr) ? cidr : throw QueryParameters.Invalid(name, text, "This is not a valid CIDR block.");
    }

    // Where an endpoint ends in a transit gateway, nothing else is a target but the clients themselves.
    private static string Target(Ec2Call call, ClientVpnEndpoint endpoint)
    {
        if (endpoint.Attachment is null) return call.Parameters.Required("TargetVpcSubnetId");
        string target = call.Parameters.Text("TargetVpcSubnetId") ?? "";
        return target is "" or Local
            ? target
            : throw QueryParameters.Invalid("TargetVpcSubnetId", target, $"{endpoint.Id} ends in a transit gateway.");
    }

    private static ClientVpnRoute Create(Ec2Call call)
    {
        ClientVpnEndpoint endpoint = ClientVpnEndpointActions.Live(call);
        Cidr destination = Destination(call.Parameters, "DestinationCidrBlock");
        string target = Target(call, endpoint);
        if (target != Local && endpoint.Attachment is null && !endpoint.LiveAssociations.Any(association => association.Subnet?.Id == target))
            throw new ApiException("InvalidClientVpnActiveAssociationNotFound", $"{target} is not associated with {endpoint.Id}.");
        if (endpoint.LiveRoutes.Any(route => route.Destination.Equals(destination) && route.Target == target))
            throw new ApiException("InvalidClientVpnDuplicateRoute", $"The route {destination} via {target} exists already.");
        if (target != Local && destination.Length > 0 && destination.Overlaps(endpoint.ClientCidr))
            throw QueryParameters.Invalid("DestinationCidrBlock", destination.ToString(), "It overlaps the client CIDR.");
        if (endpoint.LiveRoutes.Count(route => route.Target == target) >= call.Region.Quotas.RoutesPerClientVpnAssociation)
            throw new ApiException("ClientVpnRouteLimitExceeded", "The maximum number of routes has been reached.");
        endpoint.CheckOperations();
        var made = new ClientVpnRoute(call.Region, destination, target, ClientVpnRoute.AddedByHand)
        {
            Description = call.Parameters.Text("Description"),
        };
        endpoint.Routes.Add(made);
        endpoint.FailWhereOrdered(made.State, StateDurations.ClientVpnRoute, "failed");
        return made;
    }
}
