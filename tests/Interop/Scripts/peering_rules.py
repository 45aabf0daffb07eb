"""What EC2 refuses about peerings, and what it lets fail by itself."""
from clients import DATA, LEGACY, PARTNER, SHOP, TOOLS, active_peering, client, refused, request_peering, state_of, until

network, partner = client("network"), client("partner")


def sees(ec2, peering_id: str) -> bool:
    listed = ec2.describe_vpc_peering_connections()["VpcPeeringConnections"]
    return peering_id in [peering["VpcPeeringConnectionId"] for peering in listed]


# The call succeeds and the request fails: blocks that overlap, or a VPC that is not there. Only the requester sees that.
for peer in (LEGACY, "vpc-00000000000000000"):
    requested = request_peering(network, peer=peer)
    assert requested["Status"]["Code"] == "initiating-request", requested
    failed = requested["VpcPeeringConnectionId"]
    until(lambda: state_of(network, failed), "failed")
    assert not sees(partner, failed)
    with refused("InvalidStateTransition"):
        network.delete_vpc_peering_connection(VpcPeeringConnectionId=failed)

# In one account and Region EC2 can tell at once.
with refused("InvalidVpcID.NotFound"):
    network.create_vpc_peering_connection(VpcId=SHOP, PeerVpcId="vpc-00000000000000000")

# A secondary block counts like the primary one.
narrow = network.create_vpc(CidrBlock="10.60.0.0/24")["Vpc"]["VpcId"]
network.associate_vpc_cidr_block(VpcId=narrow, CidrBlock="10.3.9.0/24")
overlapping = network.create_vpc_peering_connection(VpcId=narrow, PeerVpcId=TOOLS)["VpcPeeringConnection"]["VpcPeeringConnectionId"]
until(lambda: state_of(network, overlapping), "failed")

# Options are for active peerings, and each owner's own.
pcx = request_peering(network)["VpcPeeringConnectionId"]
until(lambda: state_of(network, pcx), "pending-acceptance")
ALLOW = {"AllowDnsResolutionFromRemoteVpc": True}
with refused("OperationNotPermitted"):
    network.modify_vpc_peering_connection_options(VpcPeeringConnectionId=pcx, RequesterPeeringConnectionOptions=ALLOW)
with refused("OperationNotPermitted"):
    network.associate_vpc_cidr_block(VpcId=SHOP, CidrBlock="10.61.0.0/24")
partner.accept_vpc_peering_connection(VpcPeeringConnectionId=pcx)
until(lambda: state_of(network, pcx), "active")
answer = network.modify_vpc_peering_connection_options(VpcPeeringConnectionId=pcx, RequesterPeeringConnectionOptions=ALLOW)
assert answer["RequesterPeeringConnectionOptions"]["AllowDnsResolutionFromRemoteVpc"] is True
with refused("OperationNotPermitted"):
    network.modify_vpc_peering_connection_options(VpcPeeringConnectionId=pcx, AccepterPeeringConnectionOptions=ALLOW)

# DNS over a peering needs both attributes of both VPCs.
partner.modify_vpc_attribute(VpcId=DATA, EnableDnsHostnames={"Value": False})
with refused("InvalidVpcPeeringConnectionState.DnsHostnamesDisabled"):
    partner.modify_vpc_peering_connection_options(VpcPeeringConnectionId=pcx, AccepterPeeringConnectionOptions=ALLOW)
partner.modify_vpc_attribute(VpcId=DATA, EnableDnsHostnames={"Value": True})
partner.modify_vpc_peering_connection_options(VpcPeeringConnectionId=pcx, AccepterPeeringConnectionOptions=ALLOW)

# A VPC cannot grow into its peer.
with refused("CidrConflict"):
    network.associate_vpc_cidr_block(VpcId=SHOP, CidrBlock="10.2.128.0/20")

# Deleting a VPC deletes its peerings; who is on the other side sees that.
spare = partner.create_vpc(CidrBlock="10.62.0.0/16")["Vpc"]["VpcId"]
other = active_peering(network, partner, SHOP, spare)
partner.delete_vpc(VpcId=spare)
until(lambda: state_of(network, other), "deleted")

# A permission can be tried without an effect.
with refused("DryRunOperation"):
    network.delete_vpc_peering_connection(VpcPeeringConnectionId=pcx, DryRun=True)
assert state_of(network, pcx) == "active"
found, = network.describe_vpc_peering_connections(Filters=[
    {"Name": "status-code", "Values": ["active"]}, {"Name": "accepter-vpc-info.owner-id", "Values": [PARTNER]}])["VpcPeeringConnections"]
assert found["VpcPeeringConnectionId"] == pcx
