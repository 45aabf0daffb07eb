# An endpoint with everything that hangs on it. The test writes the certificate and its key beside this file.
resource "aws_acm_certificate" "server" {
  certificate_body  = file("server.crt")
  certificate_chain = file("server.crt")
  private_key       = file("server.key")
  tags              = { Name = "server" }
}

resource "aws_ec2_client_vpn_endpoint" "people" {
  description            = "people"
  client_cidr_block      = "10.200.0.0/22"
  server_certificate_arn = aws_acm_certificate.server.arn
  split_tunnel           = true
  dns_servers            = ["10.1.0.2"]
  transport_protocol     = "tcp"
  vpn_port               = 1194
  session_timeout_hours  = 8
  self_service_portal    = "disabled"
  tags                   = { Name = "people" }

  authentication_options {
    type                       = "certificate-authentication"
    root_certificate_chain_arn = aws_acm_certificate.server.arn
  }

  connection_log_options {
    enabled = false
  }

  client_login_banner_options {
    enabled     = true
    banner_text = "Welcome"
  }
}

resource "aws_ec2_client_vpn_network_association" "a" {
  client_vpn_endpoint_id = aws_ec2_client_vpn_endpoint.people.id
  subnet_id              = "subnet-0a110000000000001"
}

resource "aws_ec2_client_vpn_route" "other" {
  client_vpn_endpoint_id = aws_ec2_client_vpn_endpoint.people.id
  destination_cidr_block = "172.16.0.0/12"
  target_vpc_subnet_id   = aws_ec2_client_vpn_network_association.a.subnet_id
}

resource "aws_ec2_client_vpn_authorization_rule" "everybody" {
  client_vpn_endpoint_id = aws_ec2_client_vpn_endpoint.people.id
  target_network_cidr    = "10.1.0.0/16"
  authorize_all_groups   = true
}
