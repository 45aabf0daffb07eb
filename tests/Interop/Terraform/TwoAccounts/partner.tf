# The accepter's side, in the other account and Region: one subnet that uses the main route table, with a route of its own.

resource "aws_vpc" "partner" {
  provider             = aws.partner
  cidr_block           = "10.50.0.0/16"
  enable_dns_support   = true
  enable_dns_hostnames = true
  tags                 = { Name = "interop-partner" }
}

resource "aws_subnet" "partner" {
  provider   = aws.partner
  vpc_id     = aws_vpc.partner.id
  cidr_block = "10.50.0.0/20"
  tags       = { Name = "interop-partner" }
}

resource "aws_route" "partner_to_network" {
  provider                  = aws.partner
  for_each                  = toset([aws_vpc.network.cidr_block, aws_vpc_ipv4_cidr_block_association.secondary.cidr_block])
  route_table_id            = aws_vpc.partner.main_route_table_id
  destination_cidr_block    = each.value
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.pair.id
}

resource "aws_security_group" "partner" {
  provider    = aws.partner
  vpc_id      = aws_vpc.partner.id
  name        = "interop-partner"
  description = "Between Regions only blocks can be named"
}

resource "aws_vpc_security_group_ingress_rule" "partner" {
  provider          = aws.partner
  security_group_id = aws_security_group.partner.id
  cidr_ipv4         = aws_vpc.network.cidr_block
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
}
