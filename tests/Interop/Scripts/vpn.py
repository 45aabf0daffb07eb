"""Customer gateways, virtual private gateways, connections, static routes and propagation of one account: answers, states and error codes."""
from clients import SHOP, SHOP_TABLE, TOOLS, client, refused, until

network = client("network")


def gateway_state(gateway_id: str) -> str:
    return network.describe_vpn_gateways(VpnGatewayIds=[gateway_id])["VpnGateways"][0]["State"]


def attachment(gateway_id: str) -> str | None:
    attachments = network.describe_vpn_gateways(VpnGatewayIds=[gateway_id])["VpnGateways"][0]["VpcAttachments"]
    return attachments[-1]["State"] if attachments else None


def connection(vpn_id: str) -> dict:
    return network.describe_vpn_connections(VpnConnectionIds=[vpn_id])["VpnConnections"][0]


# A customer gateway: one for a device; a second of the same address and number needs a name; a waiter of boto3 sees it through.
DEVICE = {"Type": "ipsec.1", "IpAddress": "203.0.113.70", "BgpAsn": 65010}
cgw = network.create_customer_gateway(**DEVICE)["CustomerGateway"]
assert (cgw["BgpAsn"], cgw["IpAddress"], cgw["Type"]) == ("65010", "203.0.113.70", "ipsec.1"), cgw
network.get_waiter("customer_gateway_available").wait(CustomerGatewayIds=[cgw["CustomerGatewayId"]], WaiterConfig={"Delay": 1, "MaxAttempts": 10})
assert network.create_customer_gateway(**DEVICE)["CustomerGateway"]["CustomerGatewayId"] == cgw["CustomerGatewayId"]
named = network.create_customer_gateway(**DEVICE, DeviceName="second")["CustomerGateway"]
assert named["CustomerGatewayId"] != cgw["CustomerGatewayId"] and named["DeviceName"] == "second", named
large = network.create_customer_gateway(Type="ipsec.1", IpAddress="203.0.113.71", BgpAsnExtended=4200000001)["CustomerGateway"]
assert large["BgpAsnExtended"] == "4200000001" and "BgpAsn" not in large, large
with refused("InvalidParameterValue"):
    network.create_customer_gateway(Type="ipsec.1", IpAddress="203.0.113", BgpAsn=65010)
with refused("InvalidParameterCombination"):
    network.create_customer_gateway(Type="ipsec.1", IpAddress="203.0.113.72", BgpAsn=65010, BgpAsnExtended=4200000001)
with refused("InvalidCustomerGatewayID.NotFound"):
    network.describe_customer_gateways(CustomerGatewayIds=["cgw-00000000000000000"])
with refused("DryRunOperation"):
    network.create_customer_gateway(Type="ipsec.1", IpAddress="203.0.113.73", BgpAsn=65010, DryRun=True)

# A virtual private gateway: attached to one VPC, which has no other.
vgw = network.create_vpn_gateway(Type="ipsec.1", AmazonSideAsn=64600)["VpnGateway"]
assert vgw["AmazonSideAsn"] == 64600, vgw
vgw = vgw["VpnGatewayId"]
until(lambda: gateway_state(vgw), "available")
with refused("InvalidParameterValue"):
    network.create_vpn_gateway(Type="ipsec.1", AmazonSideAsn=1)
with refused("Gateway.NotAttached"):
    network.enable_vgw_route_propagation(GatewayId=vgw, RouteTableId=SHOP_TABLE)
with refused("InvalidVpnGatewayAttachment.NotFound"):
    network.detach_vpn_gateway(VpnGatewayId=vgw, VpcId=SHOP)
assert network.attach_vpn_gateway(VpnGatewayId=vgw, VpcId=SHOP)["VpcAttachment"] == {"State": "attaching", "VpcId": SHOP}
until(lambda: attachment(vgw), "attached")
with refused("VpnGatewayAttachmentLimitExceeded"):
    network.attach_vpn_gateway(VpnGatewayId=vgw, VpcId=TOOLS)
other = network.create_vpn_gateway(Type="ipsec.1")["VpnGateway"]["VpnGatewayId"]
until(lambda: gateway_state(other), "available")
with refused("InvalidVpcState"):
    network.attach_vpn_gateway(VpnGatewayId=other, VpcId=SHOP)
with refused("InvalidVpnGatewayID.NotFound"):
    network.attach_vpn_gateway(VpnGatewayId="vgw-00000000000000000", VpcId=SHOP)

# A connection: what was asked for is echoed, what was not is filled in; a waiter of boto3 sees it through.
with refused("InvalidParameterValue"):
    network.create_vpn_connection(Type="ipsec.1", CustomerGatewayId=cgw["CustomerGatewayId"], VpnGatewayId=vgw,
                                  Options={"TunnelOptions": [{"TunnelInsideCidr": "169.254.0.0/30"}]})
made = network.create_vpn_connection(
    Type="ipsec.1", CustomerGatewayId=cgw["CustomerGatewayId"], VpnGatewayId=vgw,
    TagSpecifications=[{"ResourceType": "vpn-connection", "Tags": [{"Key": "Name", "Value": "office"}]}],
    Options={"StaticRoutesOnly": True, "TunnelOptions": [
        {"TunnelInsideCidr": "169.254.70.0/30", "PreSharedKey": "a.key_of.boto3", "IKEVersions": [{"Value": "ikev2"}]}, {}]})["VpnConnection"]
vpn = made["VpnConnectionId"]
assert (made["State"], made["Category"], made["Options"]["StaticRoutesOnly"]) == ("pending", "VPN", True), made
with refused("InvalidVpnConnection.InvalidState"):
    network.create_vpn_connection_route(VpnConnectionId=vpn, DestinationCidrBlock="192.168.0.0/16")
network.get_waiter("vpn_connection_available").wait(VpnConnectionIds=[vpn], WaiterConfig={"Delay": 1, "MaxAttempts": 30})
seen = connection(vpn)
first = next(tunnel for tunnel in seen["Options"]["TunnelOptions"] if tunnel["TunnelInsideCidr"] == "169.254.70.0/30")
assert first["PreSharedKey"] == "a.key_of.boto3" and first["IkeVersions"] == [{"Value": "ikev2"}], first
assert sorted(tunnel["OutsideIpAddress"] for tunnel in seen["VgwTelemetry"]) == sorted(t["OutsideIpAddress"] for t in seen["Options"]["TunnelOptions"])
assert {tunnel["Status"] for tunnel in seen["VgwTelemetry"]} == {"DOWN"}
assert "a.key_of.boto3" in seen["CustomerGatewayConfiguration"]
with refused("InvalidOption.Conflict"):
    network.create_vpn_connection(Type="ipsec.1", CustomerGatewayId=cgw["CustomerGatewayId"], VpnGatewayId=vgw, Options={"StaticRoutesOnly": False})
with refused("InvalidCidr.InUse"):
    network.create_vpn_connection(Type="ipsec.1", CustomerGatewayId=named["CustomerGatewayId"], VpnGatewayId=vgw,
                                  Options={"TunnelOptions": [{"TunnelInsideCidr": "169.254.70.0/30"}]})
with refused("InvalidVpnConnectionID.NotFound"):
    network.describe_vpn_connections(VpnConnectionIds=["vpn-00000000000000000"])
by_tag = network.describe_vpn_connections(Filters=[{"Name": "tag:Name", "Values": ["off*"]}, {"Name": "vpn-gateway-id", "Values": [vgw]}])
assert [found["VpnConnectionId"] for found in by_tag["VpnConnections"]] == [vpn]

# Static routes, and propagation into a table: the routes are there while a tunnel is up, and none is.
network.create_vpn_connection_route(VpnConnectionId=vpn, DestinationCidrBlock="192.168.7.9/16")
until(lambda: [(r["DestinationCidrBlock"], r["State"]) for r in connection(vpn)["Routes"]], [("192.168.0.0/16", "available")])
network.enable_vgw_route_propagation(GatewayId=vgw, RouteTableId=SHOP_TABLE)
table = network.describe_route_tables(RouteTableIds=[SHOP_TABLE])["RouteTables"][0]
assert table["PropagatingVgws"] == [{"GatewayId": vgw}], table
assert not [route for route in table["Routes"] if route.get("GatewayId") == vgw]
with refused("InvalidRoute.NotFound"):
    network.delete_vpn_connection_route(VpnConnectionId=vpn, DestinationCidrBlock="192.168.0.0/24")
with refused("InvalidVpnGatewayID.NotFound"):
    network.enable_vgw_route_propagation(GatewayId="vgw-00000000000000000", RouteTableId=SHOP_TABLE)

# One tunnel, by its outside address.
TUNNEL = {"VpnConnectionId": vpn, "VpnTunnelOutsideIpAddress": first["OutsideIpAddress"]}
active = network.get_active_vpn_tunnel_status(**TUNNEL)["ActiveVpnTunnelStatus"]
assert active == {"ProvisioningStatus": "available"}, active
replacement = network.get_vpn_tunnel_replacement_status(**TUNNEL)
assert replacement["MaintenanceDetails"]["PendingMaintenance"] == "false", replacement
with refused("InvalidParameterValue"):
    network.get_active_vpn_tunnel_status(VpnConnectionId=vpn, VpnTunnelOutsideIpAddress="192.0.2.1")
with refused("InvalidParameterValue"):
    network.modify_vpn_tunnel_options(**TUNNEL, TunnelOptions={"Phase2LifetimeSeconds": 60})
changed = network.modify_vpn_tunnel_options(**TUNNEL, TunnelOptions={"ReplayWindowSize": 512})["VpnConnection"]
assert changed["State"] == "modifying", changed
assert network.get_active_vpn_tunnel_status(**TUNNEL)["ActiveVpnTunnelStatus"]["ProvisioningStatus"] == "pending"
with refused("InvalidVpnConnection.InvalidState"):
    network.replace_vpn_tunnel(**TUNNEL)
until(lambda: connection(vpn)["State"], "available")
until(lambda: network.get_active_vpn_tunnel_status(**TUNNEL)["ActiveVpnTunnelStatus"]["ProvisioningStatus"], "available")
assert network.replace_vpn_tunnel(**TUNNEL, ApplyPendingMaintenance=True)["Return"] is True
until(lambda: connection(vpn)["State"], "available")
types = network.get_vpn_connection_device_types(MaxResults=200)["VpnConnectionDeviceTypes"]
sample = network.get_vpn_connection_device_sample_configuration(VpnConnectionId=vpn, VpnConnectionDeviceTypeId=types[0]["VpnConnectionDeviceTypeId"])
assert first["OutsideIpAddress"] in sample["VpnConnectionDeviceSampleConfiguration"]

# The end: gateways go when nothing uses them, and the dead are described for a while.
with refused("IncorrectState"):
    network.delete_customer_gateway(CustomerGatewayId=cgw["CustomerGatewayId"])
with refused("IncorrectState"):
    network.delete_vpn_gateway(VpnGatewayId=vgw)
network.disable_vgw_route_propagation(GatewayId=vgw, RouteTableId=SHOP_TABLE)
network.delete_vpn_connection_route(VpnConnectionId=vpn, DestinationCidrBlock="192.168.0.0/16")
network.delete_vpn_connection(VpnConnectionId=vpn)
network.get_waiter("vpn_connection_deleted").wait(VpnConnectionIds=[vpn], WaiterConfig={"Delay": 1, "MaxAttempts": 30})
network.detach_vpn_gateway(VpnGatewayId=vgw, VpcId=SHOP)
with refused("IncorrectState"):
    network.delete_vpn_gateway(VpnGatewayId=vgw)
until(lambda: attachment(vgw), "detached")
for gateway in (vgw, other):
    network.delete_vpn_gateway(VpnGatewayId=gateway)
    until(lambda: gateway_state(gateway), "deleted")
for gateway in (cgw, named, large):
    network.delete_customer_gateway(CustomerGatewayId=gateway["CustomerGatewayId"])
    until(lambda: network.describe_customer_gateways(CustomerGatewayIds=[gateway["CustomerGatewayId"]])["CustomerGateways"][0]["State"], "deleted")
