locals {
  routes = { for pair in setproduct(var.m.subnets, var.m.routes) : "${pair[0]} ${pair[1]}" => { subnet = pair[0], cidr = pair[1] } }
}
resource "aws_ec2_client_vpn_endpoint" "e" {
  client_cidr_block      = var.m.cidr
  server_certificate_arn = var.m.certificate
  tags                   = { Name = var.m.name }
  authentication_options {
    type                       = "certificate-authentication"
    root_certificate_chain_arn = var.m.certificate
  }
  connection_log_options { enabled = false }
}
resource "aws_ec2_client_vpn_network_association" "s" {
  for_each               = toset(var.m.subnets)
  client_vpn_endpoint_id = aws_ec2_client_vpn_endpoint.e.id
  subnet_id              = each.value
}
resource "aws_ec2_client_vpn_route" "r" {
  for_each               = local.routes
  client_vpn_endpoint_id = aws_ec2_client_vpn_endpoint.e.id
  destination_cidr_block = each.value.cidr
  target_vpc_subnet_id   = aws_ec2_client_vpn_network_association.s[each.value.subnet].subnet_id
}
resource "aws_ec2_client_vpn_authorization_rule" "a" {
  for_each               = toset(var.m.rules)
  client_vpn_endpoint_id = aws_ec2_client_vpn_endpoint.e.id
  target_network_cidr    = each.value
  authorize_all_groups   = true
}
