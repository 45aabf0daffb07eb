"""A peering's states in order, seen by both owners, and boto3's own waiters."""
from clients import DATA, NETWORK, PARTNER, SHOP, client, peering_of, refused, request_peering, state_of, until

network, partner = client("network"), client("partner")
WAIT = {"Delay": 1, "MaxAttempts": 10}

# Requested: nobody else sees it before it is pending, and then both do.
created = request_peering(network, TagSpecifications=[
    {"ResourceType": "vpc-peering-connection", "Tags": [{"Key": "Name", "Value": "shop-data"}]}])
pcx = created["VpcPeeringConnectionId"]
assert created["Status"]["Code"] == "initiating-request", created
assert created["RequesterVpcInfo"]["OwnerId"] == NETWORK and created["RequesterVpcInfo"]["VpcId"] == SHOP
assert created["AccepterVpcInfo"] == {"OwnerId": PARTNER, "VpcId": DATA, "Region": "us-east-1"}, created
assert created["Tags"] == [{"Key": "Name", "Value": "shop-data"}]
network.get_waiter("vpc_peering_connection_exists").wait(VpcPeeringConnectionIds=[pcx], WaiterConfig=WAIT)
until(lambda: state_of(network, pcx), "pending-acceptance")
pending = peering_of(partner, pcx)
assert pending["Status"]["Code"] == "pending-acceptance" and "ExpirationTime" in pending
assert "Tags" not in pending or pending["Tags"] == [], "the other account's tags are not seen"
assert "CidrBlock" not in pending["RequesterVpcInfo"], "the other account's CIDRs are told only while active"

# One peering for a pair; only its accepter accepts, and only in the accepter's Region.
with refused("VpcPeeringConnectionAlreadyExists"):
    request_peering(network)
with refused("OperationNotPermitted"):
    network.accept_vpc_peering_connection(VpcPeeringConnectionId=pcx)
with refused("OperationNotPermitted"):
    partner.delete_vpc_peering_connection(VpcPeeringConnectionId=pcx)
with refused("InvalidVpcPeeringConnectionID.NotFound"):
    client("partner", region="eu-west-1").accept_vpc_peering_connection(VpcPeeringConnectionId=pcx)

# Accepted: first provisioning, then active with the blocks of both sides.
accepted = partner.accept_vpc_peering_connection(VpcPeeringConnectionId=pcx)["VpcPeeringConnection"]
assert accepted["Status"]["Code"] == "provisioning", accepted
until(lambda: state_of(partner, pcx), "active")
active = peering_of(partner, pcx)
assert [c["CidrBlock"] for c in active["RequesterVpcInfo"]["CidrBlockSet"]] == ["10.1.0.0/16", "10.101.0.0/16"]
assert [c["Ipv6CidrBlock"] for c in active["AccepterVpcInfo"]["Ipv6CidrBlockSet"]] == ["2001:db8:b21:2100::/56"]
assert active["AccepterVpcInfo"]["PeeringOptions"]["AllowDnsResolutionFromRemoteVpc"] is False
with refused("InvalidStateTransition"):
    partner.accept_vpc_peering_connection(VpcPeeringConnectionId=pcx)

# Deleted by one side, seen as deleted by both, and free for another request.
partner.delete_vpc_peering_connection(VpcPeeringConnectionId=pcx)
assert state_of(network, pcx) in ("deleting", "deleted")
network.get_waiter("vpc_peering_connection_deleted").wait(VpcPeeringConnectionIds=[pcx], WaiterConfig=WAIT)
assert state_of(partner, pcx) == "deleted"
again = request_peering(network)["VpcPeeringConnectionId"]
assert again != pcx

# Rejected: seen by both, and over.
until(lambda: state_of(network, again), "pending-acceptance")
partner.reject_vpc_peering_connection(VpcPeeringConnectionId=again)
assert (state_of(network, again), state_of(partner, again)) == ("rejected", "rejected")
with refused("InvalidStateTransition"):
    network.delete_vpc_peering_connection(VpcPeeringConnectionId=again)
