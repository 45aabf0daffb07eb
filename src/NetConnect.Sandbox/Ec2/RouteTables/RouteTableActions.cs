using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.RouteTables;

/// <summary>CreateRouteTable, DeleteRouteTable, DescribeRouteTables.</summary>
internal static class RouteTableActions
{
    public static void CreateRouteTable(Ec2Call call, XmlAnswer answer)
    {
        IReadOnlyDictionary<string, string> tags = TagInput.ForNew(call, ResourceKind.RouteTable);
        Vpc vpc = call.Region.Vpcs.Get(call.Parameters.Required("VpcId"));
        if (call.Region.RouteTables.All.Count(table => table.Vpc == vpc) >= call.Region.Quotas.RouteTablesPerVpc)
            throw new ApiException("RouteTableLimitExceeded",
                $"The maximum number of route tables per VPC has been reached for '{vpc.Id}'.");
        RouteTable created = call.Region.RouteTables.Add(new RouteTable(vpc, call.NewId(ResourceKind.RouteTable)));
        call.Region.Tags.Set(created.Id, tags);
        answer.Node("routeTable", node => RouteTableDescription.Write(node, created, call.Region));
    }

    public static void DeleteRouteTable(Ec2Call call, XmlAnswer answer)
    {
        RouteTable table = call.Region.RouteTables.Get(call.Parameters.Required("RouteTableId"));
        // The main table is associated with its VPC, so one test covers both (API Reference, DeleteRouteTable).
        if (table.Associations.Count > 0)
            throw new ApiException("DependencyViolation", $"The routeTable '{table.Id}' has dependencies and cannot be deleted.");
        call.Region.RouteTables.Remove(table);
        call.Region.Tags.RemoveAll(table.Id);
        answer.Flag("return", true);
    }

    public static void DescribeRouteTables(Ec2Call call, XmlAnswer answer) =>
        RouteTableDescription.Instance.Answer(call, answer, call.Region.RouteTables);
}
