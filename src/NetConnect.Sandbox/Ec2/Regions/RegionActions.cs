using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Regions;

/// <summary>DescribeRegions, DescribeAvailabilityZones, DescribeAccountAttributes.</summary>
internal static class RegionActions
{
    private static readonly FilterSet<AwsRegion> s_regionFilters = new()
    {
        { "region-name", region => region.Name },
        { "endpoint", Endpoint },
        { "opt-in-status", region => region.OptInStatus },
    };

    private static readonly FilterSet<AvailabilityZone> s_zoneFilters = new()
    {
        { "zone-name", zone => zone.Name },
        { "zone-id", zone => zone.Id },
        { "region-name", zone => zone.Region },
        { "group-name", zone => zone.Region },
        { "state", _ => "available" },
        { "opt-in-status", _ => "opt-in-not-required" },
        { "zone-type", _ => "availability-zone" },
    };

    private static readonly (string Name, string[] Values)[] s_attributes =
    [
        ("supported-platforms", ["VPC"]), ("default-vpc", ["none"]), ("max-instances", ["20"]),
        ("vpc-max-security-groups-per-interface", ["5"]),
        ("max-elastic-ips", ["5"]), ("vpc-max-elastic-ips", ["5"]),
    ];

    public static void DescribeRegions(Ec2Call call, XmlAnswer answer)
    {
        IReadOnlyList<string> names = call.Parameters.List("RegionName");
        if (names.FirstOrDefault(name => AwsRegion.Find(name) is null) is { } unknown)
            throw new ApiException("InvalidParameterValue", $"Invalid region name: {unknown}");
        bool all = call.Parameters.Flag("AllRegions") == true || names.Count > 0;
        Func<AwsRegion, bool> passes = s_regionFilters.Read(call.Parameters);
        answer.Set("regionInfo",
            AwsRegion.All.Where(region => (all || region.Enabled) && (names.Count == 0 || names.Contains(region.Name)) && passes(region)),
            (item, region) => item.Text("regionName", region.Name).Text("regionEndpoint", Endpoint(region))
                .Text("optInStatus", region.OptInStatus));
    }

    public static void DescribeAvailabilityZones(Ec2Call call, XmlAnswer answer)
    {
        Func<AvailabilityZone, bool> passes = s_zoneFilters.Read(call.Parameters);
        List<AvailabilityZone> zones = AwsRegion.ZonesOf(call.Region.Name).ToList();
        IReadOnlyList<string> names = call.Parameters.List("ZoneName");
        IReadOnlyList<string> ids = call.Parameters.List("ZoneId");
        if (names.FirstOrDefault(name => !zones.Exists(zone => zone.Name == name)) is { } unknown)
            throw new ApiException("InvalidParameterValue", $"Invalid availability zone: [{unknown}]");
        zones.RemoveAll(zone =>
            (names.Count > 0 && !names.Contains(zone.Name)) || (ids.Count > 0 && !ids.Contains(zone.Id)) || !passes(zone));
        answer.Set("availabilityZoneInfo", zones, (item, zone) => item.Text("zoneName", zone.Name).Text("zoneId", zone.Id)
            .Text("zoneState", "available").Text("regionName", zone.Region).Text("zoneType", "availability-zone")
            .Text("groupName", zone.Region).Text("networkBorderGroup", zone.Region).Text("optInStatus", "opt-in-not-required")
                .Set("messageSet", Array.Empty<string>(), (_, _) => { }));
    }

    public static void DescribeAccountAttributes(Ec2Call call, XmlAnswer answer)
    {
        IReadOnlyList<string> names = call.Parameters.List("AttributeName");
        answer.Set("accountAttributeSet", s_attributes.Where(attribute => names.Count == 0 || names.Contains(attribute.Name)),
            (item, attribute) =>
            item.Text("attributeName", attribute.Name)
                .Set("attributeValueSet", attribute.Values, (node, value) => node.Text("attributeValue", value)));
    }

    private static string Endpoint(AwsRegion region) => $"ec2.{region.Name}.amazonaws.com";
}
