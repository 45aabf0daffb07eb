using NetConnect.Sandbox.Ec2.Subnets;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.RouteTables;

/// <summary>AssociateRouteTable, ReplaceRouteTableAssociation, DisassociateRouteTable.</summary>
internal static class RouteTableAssociationActions
{
    public static void AssociateRouteTable(Ec2Call call, XmlAnswer answer)
    {
        RouteTable table = call.Region.RouteTables.Get(call.Parameters.Required("RouteTableId"));
        Subnet subnet = call.Region.Subnets.Get(call.Parameters.Required("SubnetId"));
        CheckNetwork(table, subnet);
        RouteTableAssociation? existing = table.Associations.Find(association => association.Subnet == subnet);
        if (existing is null)
        {
            if (call.Region.RouteTables.All.Any(other => other.Associations.Exists(association => association.Subnet == subnet)))
                throw new ApiException("Resource.AlreadyAssociated",
                    $"the specified association for route table {table.Id} conflicts with an existing association");
            table.Associations.Add(existing = RouteTableAssociation.For(subnet));
        }
        answer.Text("associationId", existing.Id).Node("associationState", RouteTableDescription.WriteAssociated);
    }

    public static void ReplaceRouteTableAssociation(Ec2Call call, XmlAnswer answer)
    {
        (RouteTable from, RouteTableAssociation association) = Find(call);
        RouteTable to = call.Region.RouteTables.Get(call.Parameters.Required("RouteTableId"));
        if (to.Vpc != from.Vpc)
            throw new ApiException("InvalidParameterValue", $"Route table {to.Id} and route table {from.Id} belong to different networks");
        // Every replacement has a new id, also where the association made the table its VPC's main one.
        RouteTableAssociation replacement = association.WithNewId(call.World);
        from.Associations.Remove(association);
        to.Associations.Add(replacement);
        answer.Text("newAssociationId", replacement.Id).Node("associationState", RouteTableDescription.WriteAssociated);
    }

    public static void DisassociateRouteTable(Ec2Call call, XmlAnswer answer)
    {
        (RouteTable table, RouteTableAssociation association) = Find(call);
        if (association.IsMain)
            throw new ApiException("InvalidParameterValue", $"cannot disassociate the main route table association {association.Id}");
        table.Associations.Remove(association);
        answer.Flag("return", true);
    }

    private static (RouteTable Table, RouteTableAssociation Association) Find(Ec2Call call)
    {
        string id = call.Parameters.Required("AssociationId");
        foreach (RouteTable table in call.Region.RouteTables.All)
            if (table.Associations.Find(association => association.Id == id) is { } found) return (table, found);
        throw new ApiException("InvalidAssociationID.NotFound", $"The association ID '{id}' does not exist");
    }

    private static void CheckNetwork(RouteTable table, Subnet subnet)
    {
        if (table.Vpc != subnet.Vpc)
            throw new ApiException("InvalidParameterValue", $"Route table {table.Id} and subnet {subnet.Id} belong to different networks");
    }
}
