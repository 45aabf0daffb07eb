using NetConnect.Addressing;

namespace NetConnect.Tests.Peering.Fakes;

/// <summary>A route table with EC2's rules about routes.</summary>
internal sealed class FakeRouteTable(FakeVpc vpc, string id, bool isMain)
{
    public string Id { get; } = id;

    public List<FakeRoute> Routes { get; } = [];

    public List<string> SubnetIds { get; } = [];

    public Dictionary<string, string> Tags { get; } = [];

    /// <summary>A route that stands there already.</summary>
    public FakeRouteTable With(string destination, string target, bool targetIsGone = false, string origin = "CreateRoute")
    {
        Routes.Add(new FakeRoute(Cidr.Parse(destination), target) { TargetIsGone = targetIsGone, Origin = origin });
        return this;
    }

    /// <summary>The destinations that go to a target, in order.</summary>
    public string To(string target) =>
        string.Join(" ", from route in Routes where route.Target == target orderby route.ToString() select route.Destination.ToString());

    public void Create(Cidr destination, string peeringId)
    {
        if (Static(destination) is not null || vpc.Cidrs.Any(cidr => cidr.Contains(destination)))
            throw FakeErrors.RouteAlreadyExists(Id);
        Routes.Add(new FakeRoute(destination, peeringId));
    }

    public void Replace(Cidr destination, string peeringId)
    {
        FakeRoute old = Static(destination) ?? throw FakeErrors.RouteNotFound(Id);
        Routes[Routes.IndexOf(old)] = new FakeRoute(destination, peeringId);
    }

    public void Delete(Cidr destination)
    {
        // One that is gone is success, as the port promises.
        if (Static(destination) is { } route)
            Routes.Remove(route);
    }

    public RouteTable View(Func<string, bool> isActive) => new()
    {
        RouteTableId = Id,
        VpcId = vpc.Id,
        OwnerId = vpc.Account,
        IsMain = isMain,
        SubnetIds = SubnetIds.ToList(),
        Tags = new Dictionary<string, string>(Tags),
        Routes =
        [
            .. vpc.Cidrs.Select(cidr => new Route { Destination = cidr, Target = "local", Origin = "CreateRouteTable" }),
            .. Routes.Select(route => new Route
            {
                Destination = route.Destination,
                PrefixListId = route.PrefixListId,
                Target = route.Target,
                Origin = route.Origin,
                State = route.TargetIsGone || (route.IsToPeering && !isActive(route.Target)) ? "blackhole" : "active",
            }),
        ],
    };

    public override string ToString() =>
        $"{Id}: {string.Join(", ", Routes.Select(route => $"{route.Destination} {route.Target}").Order(StringComparer.Ordinal))}";

    private FakeRoute? Static(Cidr destination) => Routes.Find(route => route.Destination == destination && !route.IsPropagated);
}
