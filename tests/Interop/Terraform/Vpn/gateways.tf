# Two devices, one virtual private gateway and a VPC whose tables learn from it.
resource "aws_vpc" "office" {
  cidr_block = "10.60.0.0/16"
  tags       = { Name = "office" }
}

resource "aws_route_table" "private" {
  vpc_id = aws_vpc.office.id
  # The provider would take a learnt route for one that somebody else made.
  propagating_vgws = null
}

resource "aws_customer_gateway" "fritz" {
  bgp_asn     = 65010
  ip_address  = "203.0.113.10"
  type        = "ipsec.1"
  device_name = "fritz"
  tags        = { Name = "fritz" }
}

resource "aws_customer_gateway" "wide" {
  bgp_asn_extended = 4200001000
  ip_address       = "203.0.113.11"
  type             = "ipsec.1"
}

resource "aws_vpn_gateway" "office" {
  vpc_id          = aws_vpc.office.id
  amazon_side_asn = 64620
  tags            = { Name = "office" }
}

resource "aws_vpn_gateway" "spare" {
}

resource "aws_vpn_gateway_attachment" "spare" {
  vpc_id         = aws_vpc.branch.id
  vpn_gateway_id = aws_vpn_gateway.spare.id
}

resource "aws_vpc" "branch" {
  cidr_block = "10.61.0.0/16"
}

resource "aws_vpn_gateway_route_propagation" "private" {
  vpn_gateway_id = aws_vpn_gateway.office.id
  route_table_id = aws_route_table.private.id
}

resource "aws_route" "to_gateway" {
  route_table_id         = aws_vpc.office.main_route_table_id
  destination_cidr_block = "192.168.100.0/24"
  gateway_id             = aws_vpn_gateway.office.id
}
