using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.TransitGateways;

/// <summary>CreateTransitGatewayRoute, ReplaceTransitGatewayRoute, DeleteTransitGatewayRoute, SearchTransitGatewayRoutes.</summary>
internal static class TransitGatewayRouteActions
{
    private const string LongestMatch = "route-search.longest-prefix-match";

    private static readonly FilterSet<TransitGatewayRoute> s_filters = new()
    {
        { "attachment.transit-gateway-attachment-id", route => route.Attachment?.Id },
        { "attachment.resource-id", route => route.Attachment?.Resource.Id },
        { "attachment.resource-type", route => route.Attachment?.ResourceType },
        { "prefix-list-id", _ => (string?)null },
        { "state", route => route.State },
        { "type", route => route.Type },
        { "route-search.exact-match", (route, wanted) => Parse(wanted).Equals(route.Destination) },
        { "route-search.subnet-of-match", (route, wanted) => Parse(wanted).Contains(route.Destination) },
        { "route-search.supernet-of-match", (route, wanted) => route.Destination.Contains(Parse(wanted)) },
        { LongestMatch, (route, wanted) => route.Destination.Contains(Parse(wanted)) },
    };

    public static void CreateTransitGatewayRoute(Ec2Call call, XmlAnswer answer)
    {
        (TransitGatewayRouteTable table, TransitGatewayRoute route) = Read(call);
        if (table.FindStatic(route.Destination) is not null)
            throw new ApiException("RouteAlreadyExists",
                $"Route {route.Destination} already exists in Transit Gateway Route Table {table.Id}.");
        table.StaticRoutes.Add(route);
        answer.Node("route", node => Write(node, route));
    }

    public static void ReplaceTransitGatewayRoute(Ec2Call call, XmlAnswer answer)
    {
        (TransitGatewayRouteTable table, TransitGatewayRoute route) = Read(call);
        TransitGatewayRoute old = table.FindStatic(route.Destination) ?? throw NotFound(table, route.Destination);
        table.StaticRoutes[table.StaticRoutes.IndexOf(old)] = route;
        answer.Node("route", node => Write(node, route));
    }

    public static void DeleteTransitGatewayRoute(Ec2Call call, XmlAnswer answer)
    {
        TransitGatewayRouteTable table = TransitGatewayRules.Table(call);
        Cidr destination = Parse(call.Parameters.Required("DestinationCidrBlock"));
        TransitGatewayRoute route = table.FindStatic(destination) ?? throw NotFound(table, destination);
        table.StaticRoutes.Remove(route);
        answer.Node("route", node => Write(node, route));
    }

    public static void SearchTransitGatewayRoutes(Ec2Call call, XmlAnswer answer)
    {
        TransitGatewayRouteTable table = TransitGatewayRules.Table(call);
        IReadOnlyList<QueryParameters> filters = call.Parameters.Items("Filter");
        if (filters.Count == 0) throw QueryParameters.Missing("Filters");
        List<TransitGatewayRoute> found = table.Routes.Where(s_filters.Read(call.Parameters)).ToList();
        if (filters.Any(filter => filter.Text("Name") == LongestMatch) && found.Count > 0)
        {
            int longest = found.Max(route => route.Destination.Length);
            found.RemoveAll(route => route.Destination.Length < longest);
        }
        // A route has no place of its own in the order of making: learnt ones come and go.
        (IEnumerable<(TransitGatewayRoute Route, int Place)> page, string? next) = PageBounds.Usual.Cut(
            call, found.Select((route, i) => (Route: route, Place: i + 1)).ToList(), item => item.Place, byId: false);
        answer.Set("routeSet", page.Select(item => item.Route), Write).Flag("additionalRoutesAvailable", next is not null).Text("nextToken", next);
    }

    private static (TransitGatewayRouteTable Table, TransitGatewayRoute Route) Read(Ec2Call call)
    {
        TransitGatewayRouteTable table = TransitGatewayRules.Table(call);
        Cidr destination = Parse(call.Parameters.Required("DestinationCidrBlock"));
        bool isBlackhole = call.Parameters.Flag("Blackhole") == true;
        if (isBlackhole && call.Parameters.Text("TransitGatewayAttachmentId") is not null)
            throw new ApiException("InvalidParameterCombination", "A blackhole route has no attachment.");
        TransitGatewayAttachment? attachment = isBlackhole ? null : TransitGatewayRules.Attachment(call, table);
        return (table, new TransitGatewayRoute(destination, attachment, isStatic: true));
    }

    private static Cidr Parse(string text) => Cidr.TryParse(text, out Cidr? cidr)
        ? cidr
        : throw QueryParameters.Invalid("DestinationCidrBlock", text, "This is not a valid CIDR block.");

    private static ApiException NotFound(TransitGatewayRouteTable table, Cidr destination) => new("InvalidRoute.NotFound",
        $"Route {destination} does not exist in Transit Gateway Route Table {table.Id}.");

    private static void Write(XmlAnswer node, TransitGatewayRoute route)
    {
        node.Text("destinationCidrBlock", route.Destination.ToString()).Text("type", route.Type).Text("state", route.State);
        if (route.Attachment is { } attachment)
            node.Set("transitGatewayAttachments", [attachment], (item, reference) => item.WriteReference(reference));
    }
}
