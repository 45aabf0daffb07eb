"""Client VPN and imported certificates: states, rules, and what goes with what."""
import subprocess
import tempfile
from pathlib import Path
from uuid import uuid4

from clients import SHOP, client, refused, until

ec2, acm = client("network"), client("network", "acm")
ZONE_A, ZONE_A2, ZONE_B = "subnet-0a110000000000001", "subnet-0a110000000000002", "subnet-0a110000000000003"
TOOLS_A = "subnet-0a120000000000001"


def certificate(name: str, key: str = "rsa:2048") -> tuple[bytes, bytes]:
    """A self-signed certificate and its key."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [str(Path(folder, part)) for part in ("cert.pem", "key.pem")]
        subprocess.run(["openssl", "req", "-x509", "-newkey", key, "-nodes", "-days", "30", "-subj", f"/CN={name}",
                        "-out", paths[0], "-keyout", paths[1]], check=True, capture_output=True)
        return Path(paths[0]).read_bytes(), Path(paths[1]).read_bytes()


# Certificates.
body, key = certificate("vpn.example.com")
other_body, other_key = certificate("no domain here")
server = acm.import_certificate(Certificate=body, PrivateKey=key, CertificateChain=body)["CertificateArn"]
nameless = acm.import_certificate(Certificate=other_body, PrivateKey=other_key)["CertificateArn"]
assert server.startswith("arn:aws:acm:eu-west-1:111111111111:certificate/")
found = acm.describe_certificate(CertificateArn=server)["Certificate"]
assert (found["DomainName"], found["Type"], found["KeyAlgorithm"]) == ("vpn.example.com", "IMPORTED", "RSA-2048")
assert found["NotAfter"].tzinfo is not None and ":" in found["Serial"]
assert {item["CertificateArn"] for item in acm.list_certificates()["CertificateSummaryList"]} >= {server, nameless}
assert acm.import_certificate(CertificateArn=server, Certificate=body, PrivateKey=key, CertificateChain=body)["CertificateArn"] == server
with refused("ValidationException"):
    acm.import_certificate(Certificate=body, PrivateKey=other_key)
with refused("ValidationException"):
    acm.import_certificate(Certificate=body + other_body, PrivateKey=key)
with refused("ResourceNotFoundException"):
    acm.describe_certificate(CertificateArn=server[:-1] + "x")
with refused("InvalidParameterException"):
    acm.import_certificate(CertificateArn=server, Certificate=body, PrivateKey=key, Tags=[{"Key": "a", "Value": "b"}])

# The endpoint.
mutual = [{"Type": "certificate-authentication", "MutualAuthentication": {"ClientRootCertificateChainArn": server}}]
directory = {"Type": "directory-service-authentication", "ActiveDirectory": {"DirectoryId": "d-1234567890"}}
saml = {"Type": "federated-authentication", "FederatedAuthentication": {"SAMLProviderArn": "arn:aws:iam::111111111111:saml-provider/idp"}}
wanted = dict(ClientCidrBlock="10.200.0.0/22", ServerCertificateArn=server, AuthenticationOptions=mutual,
              ConnectionLogOptions={"Enabled": False}, ClientToken="one", Description="people",
              TagSpecifications=[{"ResourceType": "client-vpn-endpoint", "Tags": [{"Key": "Name", "Value": "people"}]}])
for wrong, code in (
    ({"ClientCidrBlock": "10.200.0.0/23"}, "InvalidParameterValue"),
    ({"ServerCertificateArn": nameless}, "InvalidParameterValue"),
    ({"AuthenticationOptions": [directory, saml]}, "InvalidParameterCombination"),
    ({"SessionTimeoutHours": 9}, "InvalidParameterValue"),
    ({"VpnPort": 80}, "InvalidParameterValue"),
    ({"DnsServers": ["1.1.1.1", "1.0.0.1", "8.8.8.8"]}, "InvalidParameterValue"),
    ({"ConnectionLogOptions": {"Enabled": True}}, "MissingParameter"),
):
    with refused(code):
        ec2.create_client_vpn_endpoint(**wanted | wrong | {"ClientToken": str(uuid4())})
made = ec2.create_client_vpn_endpoint(**wanted)
endpoint = made["ClientVpnEndpointId"]
assert made["Status"]["Code"] == "pending-associate" and made["DnsName"].startswith(f"*.{endpoint}.prod.clientvpn.eu-west-1.")
assert ec2.create_client_vpn_endpoint(**wanted)["ClientVpnEndpointId"] == endpoint
with refused("IdempotentParameterMismatch"):
    ec2.create_client_vpn_endpoint(**wanted | {"Description": "others"})


def described() -> dict:
    return ec2.describe_client_vpn_endpoints(ClientVpnEndpointIds=[endpoint])["ClientVpnEndpoints"][0]


seen = described()
assert seen["AuthenticationOptions"][0]["MutualAuthentication"]["ClientRootCertificateChain"] == server
assert (seen["VpnPort"], seen["TransportProtocol"], seen["SessionTimeoutHours"], seen["SplitTunnel"]) == (443, "udp", 24, False)
assert seen["ConnectionLogOptions"]["Enabled"] is False and seen["Tags"] == [{"Key": "Name", "Value": "people"}]
with refused("InvalidClientVpnEndpointId.NotFound"):
    ec2.describe_client_vpn_endpoints(ClientVpnEndpointIds=["cvpn-endpoint-00000000000000000"])

# Subnets: one of each zone, of one VPC.
first = ec2.associate_client_vpn_target_network(ClientVpnEndpointId=endpoint, SubnetId=ZONE_A, ClientToken="a")
assert first["Status"]["Code"] == "associating"
assert ec2.associate_client_vpn_target_network(ClientVpnEndpointId=endpoint, SubnetId=ZONE_A, ClientToken="a")["AssociationId"] == first["AssociationId"]
for subnet, code in ((ZONE_A, "InvalidClientVpnDuplicateAssociationException"), (ZONE_A2, "InvalidClientVpnSubnetId.DuplicateAz"),
                     (TOOLS_A, "InvalidClientVpnSubnetId.NotFound"), ("subnet-00000000000000000", "InvalidClientVpnSubnetId.NotFound")):
    with refused(code):
        ec2.associate_client_vpn_target_network(ClientVpnEndpointId=endpoint, SubnetId=subnet)
second = ec2.associate_client_vpn_target_network(ClientVpnEndpointId=endpoint, SubnetId=ZONE_B)


def networks() -> list[str]:
    page = ec2.describe_client_vpn_target_networks(ClientVpnEndpointId=endpoint)["ClientVpnTargetNetworks"]
    return [network["Status"]["Code"] for network in page]


until(networks, ["associated", "associated"])
assert described()["Status"]["Code"] == "available" and described()["VpcId"] == SHOP

# Routes: one came with each subnet, and goes with it only.
routes = ec2.describe_client_vpn_routes(ClientVpnEndpointId=endpoint)["Routes"]
assert [(route["DestinationCidr"], route["Origin"]) for route in routes] == [("10.1.0.0/16", "associate")] * 2
with refused("OperationNotPermitted"):
    ec2.delete_client_vpn_route(ClientVpnEndpointId=endpoint, DestinationCidrBlock="10.1.0.0/16", TargetVpcSubnetId=ZONE_A)
ec2.create_client_vpn_route(ClientVpnEndpointId=endpoint, DestinationCidrBlock="172.16.0.1/12", TargetVpcSubnetId=ZONE_A)
with refused("InvalidClientVpnDuplicateRoute"):
    ec2.create_client_vpn_route(ClientVpnEndpointId=endpoint, DestinationCidrBlock="172.16.0.0/12", TargetVpcSubnetId=ZONE_A)
with refused("InvalidClientVpnActiveAssociationNotFound"):
    ec2.create_client_vpn_route(ClientVpnEndpointId=endpoint, DestinationCidrBlock="172.16.0.0/12", TargetVpcSubnetId=ZONE_A2)
ec2.create_client_vpn_route(ClientVpnEndpointId=endpoint, DestinationCidrBlock="10.200.0.0/22", TargetVpcSubnetId="local")

# Rules.
ec2.authorize_client_vpn_ingress(ClientVpnEndpointId=endpoint, TargetNetworkCidr="10.1.0.0/16", AuthorizeAllGroups=True)
ec2.authorize_client_vpn_ingress(ClientVpnEndpointId=endpoint, TargetNetworkCidr="10.1.0.0/16", AccessGroupId="admins")
with refused("InvalidClientVpnDuplicateAuthorizationRule"):
    ec2.authorize_client_vpn_ingress(ClientVpnEndpointId=endpoint, TargetNetworkCidr="10.1.0.0/16", AuthorizeAllGroups=True)
with refused("MissingParameter"):
    ec2.authorize_client_vpn_ingress(ClientVpnEndpointId=endpoint, TargetNetworkCidr="10.2.0.0/16")
with refused("InvalidClientVpnEndpointAuthorizationRuleNotFound"):
    ec2.revoke_client_vpn_ingress(ClientVpnEndpointId=endpoint, TargetNetworkCidr="10.2.0.0/16", RevokeAllGroups=True)


def rules() -> list[tuple]:
    page = ec2.describe_client_vpn_authorization_rules(ClientVpnEndpointId=endpoint)["AuthorizationRules"]
    return [(rule["GroupId"], rule["AccessAll"], rule["Status"]["Code"]) for rule in page]


until(rules, [("", True, "active"), ("admins", False, "active")])

# More than ten operations at the same time are refused.
for block in range(10):
    ec2.authorize_client_vpn_ingress(ClientVpnEndpointId=endpoint, TargetNetworkCidr=f"10.{block}.0.0/24", AuthorizeAllGroups=True)
with refused("ConcurrentMutationLimitExceeded"):
    ec2.authorize_client_vpn_ingress(ClientVpnEndpointId=endpoint, TargetNetworkCidr="10.10.0.0/24", AuthorizeAllGroups=True)

# Settings, the revocation list, the configuration.
ec2.modify_client_vpn_endpoint(ClientVpnEndpointId=endpoint, SplitTunnel=True, DnsServers={"CustomDnsServers": ["10.1.0.2"], "Enabled": True},
                               ClientLoginBannerOptions={"Enabled": True, "BannerText": "Welcome"})
seen = described()
assert (seen["SplitTunnel"], seen["DnsServers"], seen["ClientLoginBannerOptions"]["BannerText"]) == (True, ["10.1.0.2"], "Welcome")
with refused("InvalidParameterValue"):
    ec2.import_client_vpn_client_certificate_revocation_list(ClientVpnEndpointId=endpoint, CertificateRevocationList="no list")
assert "CertificateRevocationList" not in ec2.export_client_vpn_client_certificate_revocation_list(ClientVpnEndpointId=endpoint)
text = ec2.export_client_vpn_client_configuration(ClientVpnEndpointId=endpoint)["ClientConfiguration"]
assert f"remote {endpoint}.prod.clientvpn.eu-west-1.amazonaws.com 443" in text and "remote-random-hostname" in text and "BEGIN CERTIFICATE" in text
assert ec2.describe_client_vpn_connections(ClientVpnEndpointId=endpoint)["Connections"] == []
with refused("InvalidClientVpnConnection.IdNotFound"):
    ec2.terminate_client_vpn_connections(ClientVpnEndpointId=endpoint, ConnectionId="cvpn-connection-00000000000000000")

# The order of removal.
with refused("ClientVpnEndpointAssociationExists"):
    ec2.delete_client_vpn_endpoint(ClientVpnEndpointId=endpoint)
until(lambda: all(code == "active" for *_, code in rules()), True)
for association in (first, second):
    ec2.disassociate_client_vpn_target_network(ClientVpnEndpointId=endpoint, AssociationId=association["AssociationId"])
until(networks, [])
assert ec2.describe_client_vpn_routes(ClientVpnEndpointId=endpoint)["Routes"][0]["TargetSubnet"] == "local"
assert ec2.delete_client_vpn_endpoint(ClientVpnEndpointId=endpoint)["Status"]["Code"] == "deleting"
until(lambda: described()["Status"]["Code"], "deleted")
