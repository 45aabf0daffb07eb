"""All 22 Client VPN calls against botocore's own model: every parameter that it has is sent and has its effect or is refused, and every field that
it has is answered under its name. Between the two runs ("build" and "inspect") the test connects somebody to the endpoint."""
import json
import sys
from pathlib import Path
from uuid import uuid4

from clients import SHOP, client, refused, until
from model import Coverage

STATE = Path("coverage.json")
CERTIFICATE = "arn:aws:acm:eu-west-1:111111111111:certificate/0a110000-0000-4000-8000-000000000001"
HUB = "tgw-0a110000000000001"
ZONE_A, ZONE_B = "subnet-0a110000000000001", "subnet-0a110000000000003"
# What the sandbox never has to say: it has no trouble to tell of, no IPv6 in tunnels, runs no connect handler, and its Regions have three zones.
NEVER = ("Message", "ClientIpv6Address", "PostureComplianceStatuses", "DescribeClientVpnTargetNetworks.NextToken")

kept = json.loads(STATE.read_text()) if STATE.exists() else {}
seen = Coverage(kept.get("sent", ()), kept.get("answered", ()))
ec2 = seen.watch(client("network"))
# Looks that repeat are none of the coverage's.
plain = client("network")
OPERATIONS = sorted(name for name in ec2.meta.service_model.operation_names if "ClientVpn" in name)
assert len(OPERATIONS) == 22, OPERATIONS


def named(name: str) -> list[dict]:
    return [{"ResourceType": "client-vpn-endpoint", "Tags": [{"Key": "Name", "Value": name}]}]


def described(endpoint: str) -> dict:
    return ec2.describe_client_vpn_endpoints(ClientVpnEndpointIds=[endpoint])["ClientVpnEndpoints"][0]


def pages(operation: str, result: str, endpoint: str, by: str, value: str) -> list[dict]:
    """By a filter first, then page by page."""
    call, key = getattr(ec2, operation), {"ClientVpnEndpointId": endpoint}
    assert call(**key, Filters=[{"Name": by, "Values": [value]}])[result], f"{operation} finds nothing by {by}"
    found = (answer := call(**key, MaxResults=5))[result]
    while token := answer.get("NextToken"):
        found += (answer := call(**key, MaxResults=5, NextToken=token))[result]
    return found


def build() -> str:
    groups = [group["GroupId"] for group in ec2.describe_security_groups(Filters=[{"Name": "vpc-id", "Values": [SHOP]}])["SecurityGroups"]]
    mutual = {"Type": "certificate-authentication", "MutualAuthentication": {"ClientRootCertificateChainArn": CERTIFICATE}}
    saml = {"SAMLProviderArn": "arn:aws:iam::111111111111:saml-provider/idp", "SelfServiceSAMLProviderArn": "arn:aws:iam::111111111111:saml-provider/portal"}
    handler = "arn:aws:lambda:eu-west-1:111111111111:function:AWSClientVPN-admit"
    logs = {"Enabled": True, "CloudwatchLogGroup": "vpn", "CloudwatchLogStream": "people"}
    made = ec2.create_client_vpn_endpoint(
        ClientCidrBlock="10.200.0.0/22", ServerCertificateArn=CERTIFICATE, ConnectionLogOptions=logs, DnsServers=["10.1.0.2"], TransportProtocol="tcp", VpnPort=1194,
        AuthenticationOptions=[mutual, {"Type": "federated-authentication", "FederatedAuthentication": saml}], Description="people", SplitTunnel=True,
        ClientToken=str(uuid4()), TagSpecifications=named("people"), SecurityGroupIds=groups, VpcId=SHOP, SelfServicePortal="enabled",
        ClientConnectOptions={"Enabled": True, "LambdaFunctionArn": handler}, SessionTimeoutHours=8, ClientLoginBannerOptions={"Enabled": True, "BannerText": "Welcome"},
        ClientRouteEnforcementOptions={"Enforced": True}, DisconnectOnSessionTimeout=False, EndpointIpAddressType="ipv4", TrafficIpAddressType="ipv4")
    endpoint = made["ClientVpnEndpointId"]
    shown = described(endpoint)
    assert shown["AuthenticationOptions"][1]["FederatedAuthentication"] == {"SamlProviderArn": saml["SAMLProviderArn"], "SelfServiceSamlProviderArn": saml["SelfServiceSAMLProviderArn"]}
    assert (shown["ConnectionLogOptions"], shown["DnsServers"], shown["TransportProtocol"], shown["VpnPort"]) == (logs, ["10.1.0.2"], "tcp", 1194)
    assert (shown["SecurityGroupIds"], shown["VpcId"], shown["ClientConnectOptions"]["LambdaFunctionArn"]) == (groups, SHOP, handler)
    assert (shown["SessionTimeoutHours"], shown["DisconnectOnSessionTimeout"], shown["ClientRouteEnforcementOptions"]["Enforced"]) == (8, False, True)
    modify(endpoint, groups, logs, handler)
    fill(endpoint, groups)
    find(endpoint)
    transit()
    return endpoint


def modify(endpoint: str, groups: list[str], logs: dict, handler: str) -> None:
    ec2.modify_client_vpn_endpoint(
        ClientVpnEndpointId=endpoint, ServerCertificateArn=CERTIFICATE, ConnectionLogOptions=logs | {"CloudwatchLogGroup": "new"}, VpnPort=443, Description="staff",
        DnsServers={"CustomDnsServers": ["10.1.0.3"], "Enabled": True}, SplitTunnel=False, SecurityGroupIds=groups[:1], VpcId=SHOP, SelfServicePortal="disabled",
        ClientConnectOptions={"Enabled": True, "LambdaFunctionArn": handler + "-2"}, SessionTimeoutHours=12, ClientLoginBannerOptions={"Enabled": True, "BannerText": "Hello"},
        ClientRouteEnforcementOptions={"Enforced": False}, DisconnectOnSessionTimeout=True)
    shown = described(endpoint)
    assert (shown["ConnectionLogOptions"]["CloudwatchLogGroup"], shown["VpnPort"], shown["Description"], shown["DnsServers"]) == ("new", 443, "staff", ["10.1.0.3"])
    assert (shown["SplitTunnel"], shown["SecurityGroupIds"], "SelfServicePortalUrl" in shown) == (False, groups[:1], False)
    assert (shown["ClientConnectOptions"]["LambdaFunctionArn"], shown["SessionTimeoutHours"]) == (handler + "-2", 12)
    assert (shown["ClientLoginBannerOptions"]["BannerText"], shown["ClientRouteEnforcementOptions"]["Enforced"]) == ("Hello", False)
    for zones in ({"AvailabilityZones": ["eu-west-1a"]}, {"AvailabilityZoneIds": ["euw1-az1"]}):
        with refused("UnsupportedOperation"):
            ec2.modify_client_vpn_endpoint(ClientVpnEndpointId=endpoint, TransitGatewayConfiguration={"TransitGatewayId": HUB} | zones)


def fill(endpoint: str, groups: list[str]) -> None:
    """Subnets, routes, rules and a revocation list, some of them removed again."""
    key = {"ClientVpnEndpointId": endpoint}
    ids = [ec2.associate_client_vpn_target_network(**key, SubnetId=subnet, ClientToken=str(uuid4()))["AssociationId"] for subnet in (ZONE_A, ZONE_B)]
    until(lambda: [network["Status"]["Code"] for network in plain.describe_client_vpn_target_networks(**key)["ClientVpnTargetNetworks"]], ["associated"] * 2)
    assert ec2.apply_security_groups_to_client_vpn_target_network(**key, VpcId=SHOP, SecurityGroupIds=groups)["SecurityGroupIds"] == groups
    for block in range(4):
        ec2.create_client_vpn_route(**key, DestinationCidrBlock=f"172.16.{block}.0/24", TargetVpcSubnetId=ZONE_A, Description="hosts", ClientToken=str(uuid4()))
    for group in ("admins", "staff", "guests", "all", "none"):
        ec2.authorize_client_vpn_ingress(**key, TargetNetworkCidr="10.1.0.0/16", AccessGroupId=group, Description="the shop", ClientToken=str(uuid4()))
    ec2.authorize_client_vpn_ingress(**key, TargetNetworkCidr="10.1.0.0/16", AuthorizeAllGroups=True)
    until(lambda: {rule["Status"]["Code"] for rule in plain.describe_client_vpn_authorization_rules(**key)["AuthorizationRules"]}, {"active"})
    assert len(pages("describe_client_vpn_authorization_rules", "AuthorizationRules", endpoint, "group-id", "admins")) == 6
    assert len(pages("describe_client_vpn_routes", "Routes", endpoint, "origin", "add-route")) == 6
    assert len(pages("describe_client_vpn_target_networks", "ClientVpnTargetNetworks", endpoint, "vpc-id", SHOP)) == 2
    assert ec2.describe_client_vpn_target_networks(**key, AssociationIds=ids[:1])["ClientVpnTargetNetworks"][0]["TargetNetworkId"] == ZONE_A
    assert ec2.delete_client_vpn_route(**key, DestinationCidrBlock="172.16.0.0/24", TargetVpcSubnetId=ZONE_A)["Status"]["Code"] == "deleting"
    assert ec2.revoke_client_vpn_ingress(**key, TargetNetworkCidr="10.1.0.0/16", AccessGroupId="none")["Status"]["Code"] == "revoking"
    assert ec2.revoke_client_vpn_ingress(**key, TargetNetworkCidr="10.1.0.0/16", RevokeAllGroups=True)["Status"]["Code"] == "revoking"
    assert ec2.disassociate_client_vpn_target_network(**key, AssociationId=ids[1])["Status"]["Code"] == "disassociating"
    revoked = Path("revoked.pem").read_text()
    assert ec2.import_client_vpn_client_certificate_revocation_list(**key, CertificateRevocationList=revoked)["Return"]
    assert ec2.export_client_vpn_client_certificate_revocation_list(**key)["CertificateRevocationList"] == revoked
    assert ec2.export_client_vpn_client_configuration(**key)["ClientConfiguration"].startswith("client\n")


def find(endpoint: str) -> None:
    found = ec2.describe_client_vpn_endpoints(Filters=[{"Name": "transport-protocol", "Values": ["tcp"]}])["ClientVpnEndpoints"]
    assert [item["ClientVpnEndpointId"] for item in found] == [endpoint]
    # A Region has five endpoints at most, but deleted ones show too.
    directory = {"Type": "directory-service-authentication", "ActiveDirectory": {"DirectoryId": "d-1234567890"}}
    for _ in range(5):
        other = ec2.create_client_vpn_endpoint(ClientCidrBlock="10.204.0.0/22", ServerCertificateArn=CERTIFICATE, AuthenticationOptions=[directory],
                                               ConnectionLogOptions={"Enabled": False})["ClientVpnEndpointId"]
        assert described(other)["AuthenticationOptions"][0] == directory
        assert ec2.delete_client_vpn_endpoint(ClientVpnEndpointId=other)["Status"]["Code"] == "deleting"
    until(lambda: described(other)["Status"]["Code"], "deleted")
    page = ec2.describe_client_vpn_endpoints(MaxResults=5)
    assert len(page["ClientVpnEndpoints"] + ec2.describe_client_vpn_endpoints(NextToken=page["NextToken"])["ClientVpnEndpoints"]) == 6
    with refused("InvalidNextToken"):
        ec2.describe_client_vpn_target_networks(ClientVpnEndpointId=endpoint, NextToken="none")


def transit() -> None:
    """The partner attaches endpoints to the network's transit gateway, which accepts one and rejects another."""
    far = seen.watch(client("partner", region="eu-west-1"))
    server = upload()
    directory = {"Type": "directory-service-authentication", "ActiveDirectory": {"DirectoryId": "d-1234567890"}}
    endpoints = [far.create_client_vpn_endpoint(
        ClientCidrBlock=f"10.{block}.0.0/22", ServerCertificateArn=server, AuthenticationOptions=[directory], ConnectionLogOptions={"Enabled": False},
        TransitGatewayConfiguration={"TransitGatewayId": HUB} | zones)["ClientVpnEndpointId"]
        for block, zones in ((208, {"AvailabilityZones": ["eu-west-1a"]}), (212, {"AvailabilityZoneIds": ["euw1-az1"]}))]

    def config(endpoint: str) -> dict:
        return far.describe_client_vpn_endpoints(ClientVpnEndpointIds=[endpoint])["ClientVpnEndpoints"][0]["TransitGatewayConfiguration"]

    first, second = (config(endpoint)["TransitGatewayAttachmentId"] for endpoint in endpoints)
    assert config(endpoints[1])["AvailabilityZones"] == ["eu-west-1a"]
    accepted = ec2.accept_transit_gateway_client_vpn_attachment(TransitGatewayAttachmentId=first)["TransitGatewayClientVpnAttachment"]
    assert (accepted["ClientVpnEndpointId"], accepted["ClientVpnOwnerId"], accepted["State"]) == (endpoints[0], "222222222222", "pending")
    assert ec2.reject_transit_gateway_client_vpn_attachment(TransitGatewayAttachmentId=second)["TransitGatewayClientVpnAttachment"]["State"] == "rejected"
    key = {"ClientVpnEndpointId": endpoints[0]}
    far.associate_client_vpn_target_network(**key, AvailabilityZone="eu-west-1b")
    far.associate_client_vpn_target_network(**key, AvailabilityZoneId="euw1-az3")
    assert far.describe_client_vpn_target_networks(**key)["ClientVpnTargetNetworks"][1]["AvailabilityZones"] == ["eu-west-1b"]
    far.create_client_vpn_route(**key, DestinationCidrBlock="172.16.0.0/12")
    assert far.describe_client_vpn_routes(**key)["Routes"][0]["TransitGatewayAttachmentId"] == first
    assert ec2.delete_transit_gateway_client_vpn_attachment(TransitGatewayAttachmentId=first)["TransitGatewayClientVpnAttachment"]["State"] == "deleting"


def upload() -> str:
    return client("partner", "acm", "eu-west-1").import_certificate(
        Certificate=Path("server.crt").read_bytes(), PrivateKey=Path("server.key").read_bytes())["CertificateArn"]


def inspect(endpoint: str) -> None:
    people = pages("describe_client_vpn_connections", "Connections", endpoint, "username", "alice")
    assert [person["CommonName"] for person in people] == ["alice"] * 6, people
    key = {"ClientVpnEndpointId": endpoint}
    assert ec2.terminate_client_vpn_connections(**key, ConnectionId=people[0]["ConnectionId"])["ConnectionStatuses"][0]["PreviousStatus"]["Code"] == "active"
    assert len(ec2.terminate_client_vpn_connections(**key, Username="alice")["ConnectionStatuses"]) == 5
    for operation in OPERATIONS:
        model = ec2.meta.service_model.operation_model(operation)
        with refused("DryRunOperation"):
            ec2._make_api_call(operation, {name: least(model.input_shape.members[name]) for name in model.input_shape.required_members} | {"DryRun": True})


def least(shape) -> object:
    """The least value that a client sends for a shape."""
    return {"structure": dict, "list": list, "string": lambda: "x"}[shape.type_name]()


def conclude() -> None:
    assert not seen.unknown, f"answered, and not in botocore's model: {sorted(seen.unknown)}"
    models = [ec2.meta.service_model.operation_model(name) for name in OPERATIONS]
    unsent = set().union(*(Coverage.members(model.input_shape, model.name) for model in models)) - seen.sent
    assert not unsent, f"never sent: {sorted(unsent)}"
    unanswered = set().union(*(Coverage.members(model.output_shape, model.name) for model in models)) - seen.answered
    missing = sorted(path for path in unanswered if not path.endswith(NEVER))
    assert not missing, f"never answered: {missing}"


if sys.argv[1] == "build":
    made = build()
    assert not seen.unknown, f"answered, and not in botocore's model: {sorted(seen.unknown)}"
    STATE.write_text(json.dumps({"sent": sorted(seen.sent), "answered": sorted(seen.answered)}))
    print(made)
else:
    inspect(sys.argv[2])
    conclude()
