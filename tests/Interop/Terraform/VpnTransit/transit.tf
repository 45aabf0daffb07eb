# A transit gateway with a VPC and two VPNs on it: one by the default tables, one by a table of its own.
resource "aws_ec2_transit_gateway" "hub" {
  description     = "hub"
  amazon_side_asn = 64700
  tags            = { Name = "hub" }
}

resource "aws_vpc" "office" {
  cidr_block = "10.62.0.0/16"
}

resource "aws_subnet" "office" {
  vpc_id            = aws_vpc.office.id
  cidr_block        = "10.62.1.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_ec2_transit_gateway_vpc_attachment" "office" {
  subnet_ids         = [aws_subnet.office.id]
  transit_gateway_id = aws_ec2_transit_gateway.hub.id
  vpc_id             = aws_vpc.office.id
  tags               = { Name = "office" }
}

resource "aws_route" "to_devices" {
  route_table_id         = aws_vpc.office.main_route_table_id
  destination_cidr_block = "192.168.0.0/16"
  transit_gateway_id     = aws_ec2_transit_gateway_vpc_attachment.office.transit_gateway_id
}

resource "aws_customer_gateway" "fritz" {
  bgp_asn    = 65010
  ip_address = "203.0.113.20"
  type       = "ipsec.1"
}

resource "aws_vpn_connection" "dynamic" {
  customer_gateway_id = aws_customer_gateway.fritz.id
  transit_gateway_id  = aws_ec2_transit_gateway.hub.id
  type                = "ipsec.1"
  tags                = { Name = "dynamic" }
}

resource "aws_vpn_connection" "ipv6" {
  customer_gateway_id      = aws_customer_gateway.fritz.id
  transit_gateway_id       = aws_ec2_transit_gateway.hub.id
  type                     = "ipsec.1"
  tunnel_inside_ip_version = "ipv6"
  enable_acceleration      = true
  tunnel1_inside_ipv6_cidr = "fd00:10::/126"
}
