"""What the module's cmdlets work on, and what they leave, as boto3 sees both. It goes for any endpoint.

usage: peered_vpcs.py make                      prints the ids of two VPCs with three route tables each
       peered_vpcs.py connected VPC PEER NAME   both VPCs are peered, routed and resolve each other's names
       peered_vpcs.py removed VPC PEER          nothing of that is left
"""
import sys
from typing import Any

from botocore.client import BaseClient

from clients import PARTNER, client

CIDRS = {"network": ["10.81.0.0/16", "10.82.0.0/16"], "partner": ["10.91.0.0/16"]}


def make(profile: str) -> str:
    """A VPC whose names can be resolved from outside, with its main route table and two more."""
    ec2 = client(profile)
    first, *more = CIDRS[profile]
    vpc = ec2.create_vpc(CidrBlock=first)["Vpc"]["VpcId"]
    ec2.get_waiter("vpc_available").wait(VpcIds=[vpc], WaiterConfig={"Delay": 1, "MaxAttempts": 10})
    ec2.create_tags(Resources=[vpc], Tags=[{"Key": "Name", "Value": f"interop-{profile}"}])
    for cidr in more:
        ec2.associate_vpc_cidr_block(VpcId=vpc, CidrBlock=cidr)
    ec2.modify_vpc_attribute(VpcId=vpc, EnableDnsSupport={"Value": True})
    ec2.modify_vpc_attribute(VpcId=vpc, EnableDnsHostnames={"Value": True})
    for _ in range(2):
        ec2.create_route_table(VpcId=vpc)
    return vpc


def tables(ec2: BaseClient, vpc: str) -> list[dict[str, Any]]:
    return ec2.describe_route_tables(Filters=[{"Name": "vpc-id", "Values": [vpc]}])["RouteTables"]


def peerings(ec2: BaseClient, vpc: str, peer: str) -> list[dict[str, Any]]:
    """The live peerings of the pair; not every endpoint filters them itself."""
    return [p for p in ec2.describe_vpc_peering_connections()["VpcPeeringConnections"]
            if {p["RequesterVpcInfo"]["VpcId"], p["AccepterVpcInfo"]["VpcId"]} == {vpc, peer}
            and p["Status"]["Code"] in ("initiating-request", "pending-acceptance", "provisioning", "active")]


def connected(profile: str, vpc: str, peer: str, name: str, other_cidrs: list[str]) -> str:
    ec2 = client(profile)
    peering, = peerings(ec2, vpc, peer)
    pcx = peering["VpcPeeringConnectionId"]
    assert peering["Status"]["Code"] == "active", peering
    assert peering["AccepterVpcInfo"]["OwnerId"] == PARTNER and peering["AccepterVpcInfo"]["Region"] == "us-east-1", peering
    for side in ("RequesterVpcInfo", "AccepterVpcInfo"):
        assert peering[side]["PeeringOptions"]["AllowDnsResolutionFromRemoteVpc"] is True, peering[side]
    assert {"Key": "Name", "Value": name} in peering["Tags"], peering["Tags"]
    own = vpc if profile == "network" else peer
    assert len(tables(ec2, own)) == 3
    for table in tables(ec2, own):
        routes = {(r.get("DestinationCidrBlock"), r["State"]) for r in table["Routes"] if r.get("VpcPeeringConnectionId") == pcx}
        assert routes == {(cidr, "active") for cidr in other_cidrs}, table
    return pcx


def removed(profile: str, vpc: str, peer: str) -> None:
    ec2 = client(profile)
    assert not peerings(ec2, vpc, peer)
    for table in tables(ec2, vpc if profile == "network" else peer):
        assert all(route.get("GatewayId") == "local" for route in table["Routes"]), table


match sys.argv[1:]:
    case ["make"]:
        print(make("network"), make("partner"))
    case ["connected", vpc, peer, name]:
        seen = {connected("network", vpc, peer, name, CIDRS["partner"]), connected("partner", vpc, peer, name, CIDRS["network"])}
        assert len(seen) == 1, seen
        print(seen.pop())
    case ["removed", vpc, peer]:
        removed("network", vpc, peer)
        removed("partner", vpc, peer)
    case _:
        sys.exit(__doc__)
