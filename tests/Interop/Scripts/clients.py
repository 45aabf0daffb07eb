"""Clients for both accounts, and what every script asserts with. The profiles are those of ClientHome.cs."""
import time
from contextlib import contextmanager
from typing import Any, Callable, Iterator

import boto3
from botocore.client import BaseClient
from botocore.config import Config
from botocore.exceptions import ClientError

NETWORK, PARTNER = "111111111111", "222222222222"
SHOP, SHOP_TABLE = "vpc-0a110000000000001", "rtb-0a110000000000002"
DATA, DATA_TABLE = "vpc-0b210000000000001", "rtb-0b210000000000002"
TOOLS, LEGACY = "vpc-0a120000000000001", "vpc-0b230000000000001"

# One attempt: an error that the client would hide by trying again is a finding.
_ONCE = Config(retries={"total_max_attempts": 1})


def client(profile: str, service: str = "ec2", region: str | None = None) -> BaseClient:
    """A client of one account; the partner's goes through its role."""
    return boto3.Session(profile_name=profile, region_name=region).client(service, config=_ONCE)


@contextmanager
def refused(code: str) -> Iterator[None]:
    """The block must fail with this error code."""
    try:
        yield
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, f"expected {code}, got {error}"
        assert error.response["Error"]["Message"], "an error without a text"
    else:
        raise AssertionError(f"expected {code}, but the call succeeded")


def until(probe: Callable[[], Any], wanted: Any, seconds: float = 20) -> None:
    """Polls until the probe gives what is wanted."""
    deadline = time.monotonic() + seconds
    while (seen := probe()) != wanted:
        assert time.monotonic() < deadline, f"expected {wanted}, still {seen}"
        time.sleep(0.05)


def peering_of(ec2: BaseClient, peering_id: str) -> dict[str, Any]:
    return ec2.describe_vpc_peering_connections(VpcPeeringConnectionIds=[peering_id])["VpcPeeringConnections"][0]


def state_of(ec2: BaseClient, peering_id: str) -> str:
    return peering_of(ec2, peering_id)["Status"]["Code"]


def request_peering(ec2: BaseClient, vpc: str = SHOP, peer: str = DATA, **more: Any) -> dict[str, Any]:
    return ec2.create_vpc_peering_connection(
        VpcId=vpc, PeerVpcId=peer, PeerOwnerId=PARTNER, PeerRegion="us-east-1", **more)["VpcPeeringConnection"]


def active_peering(requester: BaseClient, accepter: BaseClient, vpc: str = SHOP, peer: str = DATA) -> str:
    peering_id = request_peering(requester, vpc, peer)["VpcPeeringConnectionId"]
    until(lambda: state_of(requester, peering_id), "pending-acceptance")
    accepter.accept_vpc_peering_connection(VpcPeeringConnectionId=peering_id)
    until(lambda: state_of(requester, peering_id), "active")
    return peering_id
