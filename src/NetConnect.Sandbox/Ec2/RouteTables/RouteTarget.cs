namespace NetConnect.Sandbox.Ec2.RouteTables;

/// <summary>What a route sends its traffic to.</summary>
/// <param name="element">The element that names it in a route (<c>vpcPeeringConnectionId</c>).</param>
/// <param name="id">Its id.</param>
/// <param name="isUp">Whether traffic can pass; a route to a target that is not up is a black hole.</param>
internal sealed class RouteTarget(string element, string id, Func<bool> isUp)
{
    public static readonly RouteTarget Local = new("gatewayId", "local", () => true);

    public string Element => element;

    public string Id => id;

    public bool IsUp => isUp();
}
