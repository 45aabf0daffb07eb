"""The VPN calls of recorded_calls.py: those that moto implements."""
from botocore.client import BaseClient

from clients import until
from recorder import Recorder


def record_vpn(record: Recorder, ec2: BaseClient, vpc: str) -> None:
    cgw = record("CreateCustomerGateway", ec2, "create_customer_gateway", Type="ipsec.1", IpAddress="203.0.113.90", BgpAsn=65010,
                 TagSpecifications=[{"ResourceType": "customer-gateway", "Tags": [{"Key": "Name", "Value": "device"}]}])["CustomerGateway"]["CustomerGatewayId"]
    until(lambda: ec2.describe_customer_gateways(CustomerGatewayIds=[cgw])["CustomerGateways"][0]["State"], "available")
    record("CreateCustomerGateway again", ec2, "create_customer_gateway", Type="ipsec.1", IpAddress="203.0.113.90", BgpAsn=65010)
    record("DescribeCustomerGateways", ec2, "describe_customer_gateways", CustomerGatewayIds=[cgw])
    record("DescribeCustomerGateways by address", ec2, "describe_customer_gateways",
           Filters=[{"Name": "ip-address", "Values": ["203.0.113.90"]}, {"Name": "bgp-asn", "Values": ["65010"]}])
    record("DescribeCustomerGateways not there", ec2, "describe_customer_gateways", CustomerGatewayIds=["cgw-00000000000000000"])

    vgw = record("CreateVpnGateway", ec2, "create_vpn_gateway", Type="ipsec.1")["VpnGateway"]["VpnGatewayId"]
    until(lambda: ec2.describe_vpn_gateways(VpnGatewayIds=[vgw])["VpnGateways"][0]["State"], "available")
    record("AttachVpnGateway not there", ec2, "attach_vpn_gateway", VpnGatewayId="vgw-00000000000000000", VpcId=vpc)
    record("AttachVpnGateway", ec2, "attach_vpn_gateway", VpnGatewayId=vgw, VpcId=vpc)
    until(lambda: ec2.describe_vpn_gateways(VpnGatewayIds=[vgw])["VpnGateways"][0]["VpcAttachments"][0]["State"], "attached")
    record("DescribeVpnGateways", ec2, "describe_vpn_gateways", VpnGatewayIds=[vgw])
    record("DescribeVpnGateways by VPC", ec2, "describe_vpn_gateways",
           Filters=[{"Name": "attachment.vpc-id", "Values": [vpc]}, {"Name": "attachment.state", "Values": ["attached"]}])

    record("CreateVpnConnection without a customer gateway", ec2, "create_vpn_connection", Type="ipsec.1", CustomerGatewayId="cgw-00000000000000000", VpnGatewayId=vgw)
    vpn = record("CreateVpnConnection", ec2, "create_vpn_connection", Type="ipsec.1", CustomerGatewayId=cgw, VpnGatewayId=vgw,
                 Options={"StaticRoutesOnly": True})["VpnConnection"]["VpnConnectionId"]
    until(lambda: ec2.describe_vpn_connections(VpnConnectionIds=[vpn])["VpnConnections"][0]["State"], "available")
    record("DescribeVpnConnections", ec2, "describe_vpn_connections", VpnConnectionIds=[vpn])
    record("DescribeVpnConnections by gateway", ec2, "describe_vpn_connections", Filters=[{"Name": "vpn-gateway-id", "Values": [vgw]}])
    record("DescribeVpnConnections not there", ec2, "describe_vpn_connections", VpnConnectionIds=["vpn-00000000000000000"])

    record("DeleteCustomerGateway in use", ec2, "delete_customer_gateway", CustomerGatewayId=cgw)
    record("DeleteVpnConnection", ec2, "delete_vpn_connection", VpnConnectionId=vpn)
    until(lambda: ec2.describe_vpn_connections(VpnConnectionIds=[vpn])["VpnConnections"][0]["State"], "deleted")
    record("DetachVpnGateway", ec2, "detach_vpn_gateway", VpnGatewayId=vgw, VpcId=vpc)
    until(lambda: ec2.describe_vpn_gateways(VpnGatewayIds=[vgw])["VpnGateways"][0]["VpcAttachments"][0]["State"], "detached")
    record("DeleteVpnGateway", ec2, "delete_vpn_gateway", VpnGatewayId=vgw)
    record("DeleteCustomerGateway", ec2, "delete_customer_gateway", CustomerGatewayId=cgw)
