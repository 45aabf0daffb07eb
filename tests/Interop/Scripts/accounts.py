"""Who calls: keys, roles, and what one account sees of another."""
import boto3

from clients import DATA, PARTNER, SHOP, client, refused

assert client("network", "sts").get_caller_identity()["Arn"] == "arn:aws:iam::111111111111:user/network"
sts = client("network", "sts")
role = sts.assume_role(RoleArn=f"arn:aws:iam::{PARTNER}:role/NetConnect", RoleSessionName="boto", DurationSeconds=900)
keys = role["Credentials"]
assert role["AssumedRoleUser"]["Arn"] == f"arn:aws:sts::{PARTNER}:assumed-role/NetConnect/boto"
assert keys["Expiration"].tzinfo is not None
session = boto3.Session(keys["AccessKeyId"], keys["SecretAccessKey"], keys["SessionToken"], region_name="us-east-1")
assert session.client("sts").get_caller_identity()["Account"] == PARTNER
assert session.client("ec2").describe_vpcs(VpcIds=[DATA])["Vpcs"][0]["OwnerId"] == PARTNER

# Neither another account's VPC nor one's own in another Region is there.
with refused("InvalidVpcID.NotFound"):
    session.client("ec2").describe_vpcs(VpcIds=[SHOP])
with refused("InvalidVpcID.NotFound"):
    client("network", region="us-east-1").describe_vpcs(VpcIds=[SHOP])

# A wrong secret, a missing token, a key that nobody issued, a role that nobody made.
for wrong, code in (
    (boto3.Session(keys["AccessKeyId"], "wrong", keys["SessionToken"]), "SignatureDoesNotMatch"),
    (boto3.Session(keys["AccessKeyId"], keys["SecretAccessKey"]), "AuthFailure"),
    (boto3.Session("AKIANOBODY", "nothing"), "AuthFailure"),
):
    with refused(code):
        wrong.client("ec2", region_name="us-east-1").describe_vpcs()
with refused("AccessDenied"):
    sts.assume_role(RoleArn=f"arn:aws:iam::{PARTNER}:role/Nobody", RoleSessionName="boto")
with refused("ValidationError"):
    sts.assume_role(RoleArn=f"arn:aws:iam::{PARTNER}:role/NetConnect", RoleSessionName="boto", DurationSeconds=50000)
with refused("InvalidClientTokenId"):
    boto3.Session("AKIANOBODY", "nothing").client("sts", region_name="us-east-1").get_caller_identity()

# Regions and zones.
regions = {region["RegionName"] for region in client("network").describe_regions()["Regions"]}
assert {"eu-west-1", "us-east-1", "ap-southeast-2"} <= regions
zones = client("network").describe_availability_zones()["AvailabilityZones"]
assert {zone["RegionName"] for zone in zones} == {"eu-west-1"} and len(zones) == 3
