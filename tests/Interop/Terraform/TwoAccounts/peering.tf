resource "aws_vpc_peering_connection" "pair" {
  vpc_id        = aws_vpc.network.id
  peer_vpc_id   = aws_vpc.partner.id
  peer_owner_id = data.aws_caller_identity.partner.account_id
  peer_region   = data.aws_region.partner.name
  tags          = { Name = "interop", Side = "requester" }

  # While the request is pending its own VPC cannot grow.
  depends_on = [aws_vpc_ipv4_cidr_block_association.secondary]
}

resource "aws_vpc_peering_connection_accepter" "pair" {
  provider                  = aws.partner
  vpc_peering_connection_id = aws_vpc_peering_connection.pair.id
  auto_accept               = true
  tags                      = { Name = "interop", Side = "accepter" }
}

resource "aws_vpc_peering_connection_options" "requester" {
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.pair.id
  requester {
    allow_remote_vpc_dns_resolution = true
  }
}

resource "aws_vpc_peering_connection_options" "accepter" {
  provider                  = aws.partner
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.pair.id
  accepter {
    allow_remote_vpc_dns_resolution = true
  }
}

output "peering_id" {
  value = aws_vpc_peering_connection.pair.id
}

output "network_vpc_id" {
  value = aws_vpc.network.id
}

output "partner_vpc_id" {
  value = aws_vpc.partner.id
}
