"""One list of calls for two endpoints; their answers are compared by MotoComparisonTests.cs."""
from clients import PARTNER, client, state_of, until
from recorded_acm import record_acm
from recorded_vpn import record_vpn
from recorder import Recorder

record = Recorder(client("network", "sts").get_caller_identity()["Account"])
network, partner = client("network"), client("partner")


def settled(ec2, peering_id: str, state: str) -> None:
    until(lambda: state_of(ec2, peering_id), state)


def named(name: str, kind: str) -> list[dict]:
    return [{"ResourceType": kind, "Tags": [{"Key": "Name", "Value": name}]}]


# Who calls.
record("GetCallerIdentity by role", client("partner", "sts"), "get_caller_identity")
record("AssumeRole", client("network", "sts"), "assume_role", RoleArn=f"arn:aws:iam::{PARTNER}:role/NetConnect", RoleSessionName="recorded")
record("AssumeRole too long", client("network", "sts"), "assume_role",
       RoleArn=f"arn:aws:iam::{PARTNER}:role/NetConnect", RoleSessionName="recorded", DurationSeconds=50000)

# VPCs and their blocks.
record("CreateVpc too large", network, "create_vpc", CidrBlock="10.0.0.0/8")
vpc = record("CreateVpc", network, "create_vpc", CidrBlock="10.10.0.0/16", TagSpecifications=named("left", "vpc"))["Vpc"]["VpcId"]
network.get_waiter("vpc_available").wait(VpcIds=[vpc], WaiterConfig={"Delay": 1, "MaxAttempts": 10})
record("ModifyVpcAttribute", network, "modify_vpc_attribute", VpcId=vpc, EnableDnsHostnames={"Value": True})
record("DescribeVpcAttribute", network, "describe_vpc_attribute", VpcId=vpc, Attribute="enableDnsHostnames")
secondary = record("AssociateVpcCidrBlock", network, "associate_vpc_cidr_block",
                   VpcId=vpc, CidrBlock="10.11.0.0/16")["CidrBlockAssociation"]
until(lambda: network.describe_vpcs(VpcIds=[vpc])["Vpcs"][0]["CidrBlockAssociationSet"][-1]["CidrBlockState"]["State"], "associated")
record("DescribeVpcs", network, "describe_vpcs", VpcIds=[vpc])
record("DescribeVpcs by tag", network, "describe_vpcs",
       Filters=[{"Name": "tag:Name", "Values": ["le*"]}, {"Name": "state", "Values": ["available"]}])
record("DescribeVpcs by secondary block", network, "describe_vpcs",
       Filters=[{"Name": "cidr-block-association.cidr-block", "Values": ["10.11.0.0/16"]}])
record("DescribeVpcs unknown filter", network, "describe_vpcs", Filters=[{"Name": "colour", "Values": ["blue"]}])
record("DescribeVpcs malformed", network, "describe_vpcs", VpcIds=["left"])
record("DescribeVpcs not there", network, "describe_vpcs", VpcIds=["vpc-00000000000000000"])
record("DescribeVpcs in another Region", client("network", region="us-east-1"), "describe_vpcs", VpcIds=[vpc])

# Subnets, route tables, associations.
subnet = record("CreateSubnet", network, "create_subnet",
                VpcId=vpc, CidrBlock="10.10.1.0/24", AvailabilityZone="eu-west-1a")["Subnet"]["SubnetId"]
record("CreateSubnet overlapping", network, "create_subnet", VpcId=vpc, CidrBlock="10.10.1.128/25")
record("CreateSubnet outside", network, "create_subnet", VpcId=vpc, CidrBlock="10.12.0.0/24")
network.get_waiter("subnet_available").wait(SubnetIds=[subnet], WaiterConfig={"Delay": 1, "MaxAttempts": 10})
record("DescribeSubnets", network, "describe_subnets", SubnetIds=[subnet])
record("DescribeRouteTables main", network, "describe_route_tables",
       Filters=[{"Name": "vpc-id", "Values": [vpc]}, {"Name": "association.main", "Values": ["true"]}])
table = record("CreateRouteTable", network, "create_route_table", VpcId=vpc)["RouteTable"]["RouteTableId"]
association = record("AssociateRouteTable", network, "associate_route_table", RouteTableId=table, SubnetId=subnet)["AssociationId"]
record("DescribeRouteTables of a subnet", network, "describe_route_tables", Filters=[{"Name": "association.subnet-id", "Values": [subnet]}])
record("DeleteRouteTable in use", network, "delete_route_table", RouteTableId=table)
record("DescribeRouteTables not there", network, "describe_route_tables", RouteTableIds=["rtb-00000000000000000"])

# A gateway and the route to it.
gateway = record("CreateInternetGateway", network, "create_internet_gateway")["InternetGateway"]["InternetGatewayId"]
OUT = {"RouteTableId": table, "DestinationCidrBlock": "0.0.0.0/0", "GatewayId": gateway}
record("AttachInternetGateway", network, "attach_internet_gateway", InternetGatewayId=gateway, VpcId=vpc)
record("AttachInternetGateway again", network, "attach_internet_gateway", InternetGatewayId=gateway, VpcId=vpc)
record("DescribeInternetGateways", network, "describe_internet_gateways", InternetGatewayIds=[gateway])
record("CreateRoute to a gateway", network, "create_route", **OUT)
record("DescribeRouteTables with a gateway", network, "describe_route_tables", RouteTableIds=[table])
record("DeleteRoute to a gateway", network, "delete_route", RouteTableId=table, DestinationCidrBlock="0.0.0.0/0")
record("DeleteInternetGateway attached", network, "delete_internet_gateway", InternetGatewayId=gateway)
record("DetachInternetGateway", network, "detach_internet_gateway", InternetGatewayId=gateway, VpcId=vpc)
record("DeleteInternetGateway", network, "delete_internet_gateway", InternetGatewayId=gateway)

# Security groups and their rules.
group = record("CreateSecurityGroup", network, "create_security_group", VpcId=vpc, GroupName="web", Description="The web tier")["GroupId"]
record("CreateSecurityGroup again", network, "create_security_group", VpcId=vpc, GroupName="web", Description="The web tier")
HTTPS = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": [{"CidrIp": "10.20.0.0/16", "Description": "from the peer"}]}
record("AuthorizeSecurityGroupIngress", network, "authorize_security_group_ingress", GroupId=group, IpPermissions=[HTTPS])
record("AuthorizeSecurityGroupIngress again", network, "authorize_security_group_ingress", GroupId=group, IpPermissions=[HTTPS])
SELF = {"IpProtocol": "-1", "UserIdGroupPairs": [{"GroupId": group}]}
record("AuthorizeSecurityGroupIngress of a group", network, "authorize_security_group_ingress", GroupId=group, IpPermissions=[SELF])
record("DescribeSecurityGroups", network, "describe_security_groups", GroupIds=[group])
record("DescribeSecurityGroups default", network, "describe_security_groups",
       Filters=[{"Name": "vpc-id", "Values": [vpc]}, {"Name": "group-name", "Values": ["default"]}])
record("RevokeSecurityGroupIngress", network, "revoke_security_group_ingress", GroupId=group, IpPermissions=[HTTPS])
record("RevokeSecurityGroupIngress again", network, "revoke_security_group_ingress", GroupId=group, IpPermissions=[HTTPS])
record("DeleteVpc with a security group", network, "delete_vpc", VpcId=vpc)
record("DeleteSecurityGroup", network, "delete_security_group", GroupId=group)
record("DescribeSecurityGroups not there", network, "describe_security_groups", GroupIds=[group])
record("DescribeNetworkAcls", network, "describe_network_acls", Filters=[{"Name": "vpc-id", "Values": [vpc]}])

# A peering between two accounts and two Regions.
far = record("CreateVpc of the partner", partner, "create_vpc", CidrBlock="10.20.0.0/16")["Vpc"]["VpcId"]
partner.get_waiter("vpc_available").wait(VpcIds=[far], WaiterConfig={"Delay": 1, "MaxAttempts": 10})
PAIR = {"VpcId": vpc, "PeerVpcId": far, "PeerOwnerId": PARTNER, "PeerRegion": "us-east-1"}
pcx = record("CreateVpcPeeringConnection", network, "create_vpc_peering_connection", **PAIR,
             TagSpecifications=named("left-right", "vpc-peering-connection"))["VpcPeeringConnection"]["VpcPeeringConnectionId"]
settled(network, pcx, "pending-acceptance")
record("CreateVpcPeeringConnection again", network, "create_vpc_peering_connection", **PAIR)
record("DescribeVpcPeeringConnections pending", network, "describe_vpc_peering_connections", VpcPeeringConnectionIds=[pcx])
record("DescribeVpcPeeringConnections pending, by the accepter", partner, "describe_vpc_peering_connections", VpcPeeringConnectionIds=[pcx])
ALLOW = {"AllowDnsResolutionFromRemoteVpc": True}
record("ModifyVpcPeeringConnectionOptions too early", network, "modify_vpc_peering_connection_options",
       VpcPeeringConnectionId=pcx, RequesterPeeringConnectionOptions=ALLOW)
ROUTE = {"RouteTableId": table, "DestinationCidrBlock": "10.20.0.0/16"}
record("ReplaceRoute not there", network, "replace_route", **ROUTE, VpcPeeringConnectionId=pcx)
record("CreateRoute", network, "create_route", **ROUTE, VpcPeeringConnectionId=pcx)
record("DescribeRouteTables pending peering", network, "describe_route_tables", RouteTableIds=[table])
record("CreateRoute again", network, "create_route", **ROUTE, VpcPeeringConnectionId=pcx)
record("AcceptVpcPeeringConnection by the requester", network, "accept_vpc_peering_connection", VpcPeeringConnectionId=pcx)
record("AcceptVpcPeeringConnection", partner, "accept_vpc_peering_connection", VpcPeeringConnectionId=pcx)
settled(network, pcx, "active")
record("AcceptVpcPeeringConnection again", partner, "accept_vpc_peering_connection", VpcPeeringConnectionId=pcx)
record("DescribeVpcPeeringConnections active", network, "describe_vpc_peering_connections", VpcPeeringConnectionIds=[pcx])
record("DescribeVpcPeeringConnections by the accepter", partner, "describe_vpc_peering_connections", VpcPeeringConnectionIds=[pcx])
partner.modify_vpc_attribute(VpcId=far, EnableDnsHostnames={"Value": True})
record("ModifyVpcPeeringConnectionOptions", network, "modify_vpc_peering_connection_options",
       VpcPeeringConnectionId=pcx, RequesterPeeringConnectionOptions=ALLOW)
record("ModifyVpcPeeringConnectionOptions of the other side", network, "modify_vpc_peering_connection_options",
       VpcPeeringConnectionId=pcx, AccepterPeeringConnectionOptions=ALLOW)
record("DescribeRouteTables active peering", network, "describe_route_tables", RouteTableIds=[table])
record("DescribeVpcPeeringConnections not there", network, "describe_vpc_peering_connections",
       VpcPeeringConnectionIds=["pcx-00000000000000000"])
record("DescribeVpcPeeringConnections by state", network, "describe_vpc_peering_connections",
       Filters=[{"Name": "status-code", "Values": ["expired"]}])

# Tags belong to the account that sets them.
record("CreateTags", partner, "create_tags", Resources=[pcx], Tags=[{"Key": "Side", "Value": "right"}])
record("DescribeTags by the requester", network, "describe_tags", Filters=[{"Name": "resource-id", "Values": [pcx]}])
record("DescribeTags by the accepter", partner, "describe_tags", Filters=[{"Name": "resource-id", "Values": [pcx]}])
record("DeleteTags with another value", partner, "delete_tags", Resources=[pcx], Tags=[{"Key": "Side", "Value": "left"}])
record("DescribeTags after", partner, "describe_tags", Filters=[{"Name": "resource-id", "Values": [pcx]}])

# The end of it.
record("DeleteVpcPeeringConnection", partner, "delete_vpc_peering_connection", VpcPeeringConnectionId=pcx)
settled(network, pcx, "deleted")
record("DescribeVpcPeeringConnections deleted", network, "describe_vpc_peering_connections", VpcPeeringConnectionIds=[pcx])
record("DeleteVpcPeeringConnection again", partner, "delete_vpc_peering_connection", VpcPeeringConnectionId=pcx)
record("DescribeRouteTables deleted peering", network, "describe_route_tables", RouteTableIds=[table])
record("DeleteRoute", network, "delete_route", **ROUTE)
record("DeleteRoute again", network, "delete_route", **ROUTE)
twin = record("CreateVpc overlapping", partner, "create_vpc", CidrBlock="10.10.0.0/16")["Vpc"]["VpcId"]
overlapping = record("CreateVpcPeeringConnection overlapping", network, "create_vpc_peering_connection", VpcId=vpc, PeerVpcId=twin,
                     PeerOwnerId=PARTNER, PeerRegion="us-east-1")["VpcPeeringConnection"]["VpcPeeringConnectionId"]
until(lambda: state_of(network, overlapping) == "initiating-request", False)
record("DescribeVpcPeeringConnections overlapping", network, "describe_vpc_peering_connections", VpcPeeringConnectionIds=[overlapping])
rejected = network.create_vpc_peering_connection(**PAIR)["VpcPeeringConnection"]["VpcPeeringConnectionId"]
settled(network, rejected, "pending-acceptance")
record("RejectVpcPeeringConnection", partner, "reject_vpc_peering_connection", VpcPeeringConnectionId=rejected)
record("DescribeVpcPeeringConnections rejected", network, "describe_vpc_peering_connections", VpcPeeringConnectionIds=[rejected])
record_vpn(record, network, vpc)
record_acm(record, client("network", "acm"))
record("DeleteVpc with a subnet", network, "delete_vpc", VpcId=vpc)
record("DisassociateRouteTable", network, "disassociate_route_table", AssociationId=association)
record("DeleteRouteTable", network, "delete_route_table", RouteTableId=table)
record("DeleteSubnet", network, "delete_subnet", SubnetId=subnet)
record("DisassociateVpcCidrBlock", network, "disassociate_vpc_cidr_block", AssociationId=secondary["AssociationId"])
record("DeleteVpc", network, "delete_vpc", VpcId=vpc)

# Last, because an endpoint that carries out a dry run makes things that the other does not have.
record("CreateVpc dry", network, "create_vpc", CidrBlock="10.10.0.0/16", DryRun=True)
record.write()
