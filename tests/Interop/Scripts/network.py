"""VPCs, subnets, route tables and routes of one account."""
from clients import SHOP, SHOP_TABLE, active_peering, client, refused, until

network, partner = client("network"), client("partner")

# A VPC is pending first and comes with a main route table; a waiter of boto3 sees it through.
vpc = network.create_vpc(CidrBlock="10.70.1.2/16", TagSpecifications=[
    {"ResourceType": "vpc", "Tags": [{"Key": "Name", "Value": "seventy"}]}])["Vpc"]
assert vpc["CidrBlock"] == "10.70.0.0/16", vpc
network.get_waiter("vpc_available").wait(VpcIds=[vpc["VpcId"]], WaiterConfig={"Delay": 1, "MaxAttempts": 10})
of_vpc = [{"Name": "vpc-id", "Values": [vpc["VpcId"]]}]
main, = network.describe_route_tables(Filters=of_vpc)["RouteTables"]
assert main["Associations"][0]["Main"] is True and "SubnetId" not in main["Associations"][0]
assert [(r["DestinationCidrBlock"], r["GatewayId"], r["State"], r["Origin"]) for r in main["Routes"]] == [
    ("10.70.0.0/16", "local", "active", "CreateRouteTable")]

# A further block brings a local route of its own to every table.
added = network.associate_vpc_cidr_block(VpcId=vpc["VpcId"], CidrBlock="10.71.0.0/16")["CidrBlockAssociation"]
until(lambda: [block["CidrBlockState"]["State"] for block in network.describe_vpcs(Filters=of_vpc)["Vpcs"][0]["CidrBlockAssociationSet"]],
      ["associated", "associated"])
routes = network.describe_route_tables(Filters=of_vpc)["RouteTables"][0]["Routes"]
assert [r["DestinationCidrBlock"] for r in routes] == ["10.70.0.0/16", "10.71.0.0/16"], routes
with refused("OperationNotPermitted"):
    network.disassociate_vpc_cidr_block(AssociationId=vpc["CidrBlockAssociationSet"][0]["AssociationId"])
network.disassociate_vpc_cidr_block(AssociationId=added["AssociationId"])

# Subnets lie in their VPC and beside each other; a subnet has its table until it is given another.
subnet = network.create_subnet(VpcId=vpc["VpcId"], CidrBlock="10.70.1.0/24", AvailabilityZone="eu-west-1b")["Subnet"]
assert subnet["AvailabilityZone"] == "eu-west-1b" and subnet["AvailableIpAddressCount"] == 251, subnet
with refused("InvalidSubnet.Conflict"):
    network.create_subnet(VpcId=vpc["VpcId"], CidrBlock="10.70.1.128/25")
with refused("InvalidSubnet.Range"):
    network.create_subnet(VpcId=vpc["VpcId"], CidrBlock="10.80.0.0/24")
with refused("DependencyViolation"):
    network.delete_vpc(VpcId=vpc["VpcId"])
table = network.create_route_table(VpcId=vpc["VpcId"])["RouteTable"]["RouteTableId"]
association = network.associate_route_table(RouteTableId=table, SubnetId=subnet["SubnetId"])["AssociationId"]
with refused("DependencyViolation"):
    network.delete_route_table(RouteTableId=table)
found, = network.describe_route_tables(Filters=[{"Name": "association.subnet-id", "Values": [subnet["SubnetId"]]}])["RouteTables"]
assert found["RouteTableId"] == table
network.disassociate_route_table(AssociationId=association)
network.delete_route_table(RouteTableId=table)
network.delete_subnet(SubnetId=subnet["SubnetId"])
network.delete_vpc(VpcId=vpc["VpcId"])
with refused("InvalidVpcID.NotFound"):
    network.describe_vpcs(VpcIds=[vpc["VpcId"]])

# Routes: one for a destination, replaced only where there is one, a hole once their target is gone.
pcx = active_peering(network, partner)
other = active_peering(network, partner, SHOP, partner.create_vpc(CidrBlock="10.90.0.0/16")["Vpc"]["VpcId"])
TO_DATA = {"RouteTableId": SHOP_TABLE, "DestinationCidrBlock": "10.2.0.0/16"}
with refused("InvalidParameterValue"):
    network.replace_route(**TO_DATA, VpcPeeringConnectionId=pcx)
network.create_route(**TO_DATA, VpcPeeringConnectionId=pcx)
with refused("RouteAlreadyExists"):
    network.create_route(**TO_DATA, VpcPeeringConnectionId=other)
network.create_route(RouteTableId=SHOP_TABLE, DestinationIpv6CidrBlock="2001:db8:b21:2100::/56", VpcPeeringConnectionId=pcx)
network.replace_route(**TO_DATA, VpcPeeringConnectionId=other)


def states(peering_id: str) -> list[tuple[str, str]]:
    routes = network.describe_route_tables(RouteTableIds=[SHOP_TABLE])["RouteTables"][0]["Routes"]
    return [(r.get("DestinationCidrBlock") or r["DestinationIpv6CidrBlock"], r["State"])
            for r in routes if r.get("VpcPeeringConnectionId") == peering_id]


assert states(pcx) == [("2001:db8:b21:2100::/56", "active")]
assert states(other) == [("10.2.0.0/16", "active")]
network.delete_vpc_peering_connection(VpcPeeringConnectionId=other)
until(lambda: states(other), [("10.2.0.0/16", "blackhole")])
network.delete_route(**TO_DATA)
with refused("InvalidRoute.NotFound"):
    network.delete_route(**TO_DATA)
