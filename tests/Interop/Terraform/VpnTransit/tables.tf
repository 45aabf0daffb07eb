resource "aws_customer_gateway" "static" {
  bgp_asn    = 65011
  ip_address = "203.0.113.21"
  type       = "ipsec.1"
}

resource "aws_ec2_transit_gateway" "plain" {
  amazon_side_asn                 = 64701
  default_route_table_association = "disable"
  default_route_table_propagation = "disable"
  vpn_ecmp_support                = "disable"
}

resource "aws_vpn_connection" "static" {
  customer_gateway_id = aws_customer_gateway.static.id
  transit_gateway_id  = aws_ec2_transit_gateway.plain.id
  type                = "ipsec.1"
  static_routes_only  = true
}

resource "aws_ec2_transit_gateway_route_table" "own" {
  transit_gateway_id = aws_ec2_transit_gateway.plain.id
  tags               = { Name = "own" }
}

resource "aws_ec2_transit_gateway_route_table_association" "own" {
  transit_gateway_attachment_id  = aws_vpn_connection.static.transit_gateway_attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.own.id
}

resource "aws_ec2_transit_gateway_route_table_propagation" "own" {
  transit_gateway_attachment_id  = aws_vpn_connection.static.transit_gateway_attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.own.id
}

resource "aws_ec2_transit_gateway_route" "home" {
  destination_cidr_block         = "192.168.178.0/24"
  transit_gateway_attachment_id  = aws_vpn_connection.static.transit_gateway_attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.own.id
}

resource "aws_ec2_transit_gateway_route" "nowhere" {
  destination_cidr_block         = "192.168.66.0/24"
  blackhole                      = true
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.own.id
}
