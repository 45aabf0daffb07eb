# The requester's side: two zones, a public and a private route table, a gateway, IPv6 and a secondary block.

resource "aws_vpc" "network" {
  cidr_block                       = "10.40.0.0/16"
  enable_dns_support               = true
  enable_dns_hostnames             = true
  assign_generated_ipv6_cidr_block = true
  tags                             = { Name = "interop-network" }
}

resource "aws_vpc_ipv4_cidr_block_association" "secondary" {
  vpc_id     = aws_vpc.network.id
  cidr_block = "10.140.0.0/16"
}

resource "aws_internet_gateway" "network" {
  vpc_id = aws_vpc.network.id
  tags   = { Name = "interop-network" }
}

resource "aws_subnet" "public" {
  for_each                = { a = 0, b = 1 }
  vpc_id                  = aws_vpc.network.id
  availability_zone       = "eu-west-1${each.key}"
  cidr_block              = cidrsubnet(aws_vpc.network.cidr_block, 4, each.value)
  ipv6_cidr_block         = cidrsubnet(aws_vpc.network.ipv6_cidr_block, 8, each.value)
  map_public_ip_on_launch = true
  tags                    = { Name = "interop-public-${each.key}" }
}

resource "aws_subnet" "private" {
  vpc_id            = aws_vpc_ipv4_cidr_block_association.secondary.vpc_id
  availability_zone = "eu-west-1a"
  cidr_block        = "10.140.0.0/20"
  tags              = { Name = "interop-private" }
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.network.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.network.id
  }
  route {
    ipv6_cidr_block = "::/0"
    gateway_id      = aws_internet_gateway.network.id
  }
  route {
    cidr_block                = aws_vpc.partner.cidr_block
    vpc_peering_connection_id = aws_vpc_peering_connection.pair.id
  }
  tags = { Name = "interop-public" }
}

resource "aws_route_table_association" "public" {
  for_each       = aws_subnet.public
  subnet_id      = each.value.id
  route_table_id = aws_route_table.public.id
}

resource "aws_route_table" "private" {
  vpc_id = aws_vpc.network.id
  tags   = { Name = "interop-private" }
}

resource "aws_route_table_association" "private" {
  subnet_id      = aws_subnet.private.id
  route_table_id = aws_route_table.private.id
}

resource "aws_route" "private_to_partner" {
  route_table_id            = aws_route_table.private.id
  destination_cidr_block    = aws_vpc.partner.cidr_block
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.pair.id
}

resource "aws_route" "main_to_partner" {
  route_table_id            = aws_vpc.network.main_route_table_id
  destination_cidr_block    = aws_vpc.partner.cidr_block
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.pair.id
}

resource "aws_security_group" "web" {
  vpc_id      = aws_vpc.network.id
  name        = "interop-web"
  description = "Rules inside the group"
  ingress {
    description      = "HTTPS"
    from_port        = 443
    to_port          = 443
    protocol         = "tcp"
    cidr_blocks      = ["0.0.0.0/0"]
    ipv6_cidr_blocks = ["::/0"]
  }
  ingress {
    from_port = 0
    to_port   = 0
    protocol  = "-1"
    self      = true
  }
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "database" {
  vpc_id      = aws_vpc.network.id
  name        = "interop-database"
  description = "Rules of their own"
  tags        = { Name = "interop-database" }
}

resource "aws_vpc_security_group_ingress_rule" "from_web" {
  security_group_id            = aws_security_group.database.id
  referenced_security_group_id = aws_security_group.web.id
  description                  = "PostgreSQL from the web tier"
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
  tags                         = { Name = "from-web" }
}

resource "aws_vpc_security_group_ingress_rule" "from_partner" {
  security_group_id = aws_security_group.database.id
  cidr_ipv4         = aws_vpc.partner.cidr_block
  ip_protocol       = "tcp"
  from_port         = 5432
  to_port           = 5432
}

resource "aws_vpc_security_group_egress_rule" "anywhere" {
  security_group_id = aws_security_group.database.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
}
