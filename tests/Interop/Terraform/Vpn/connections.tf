# Every option of a tunnel, given; and every one left to AWS.
resource "aws_vpn_connection" "static" {
  customer_gateway_id      = aws_customer_gateway.fritz.id
  vpn_gateway_id           = aws_vpn_gateway.office.id
  type                     = "ipsec.1"
  static_routes_only       = true
  local_ipv4_network_cidr  = "192.168.178.0/24"
  remote_ipv4_network_cidr = "10.60.0.0/16"
  tags                     = { Name = "static" }

  tunnel1_inside_cidr                     = "169.254.21.0/30"
  tunnel1_preshared_key                   = "a.key_of_the_first_tunnel.1"
  tunnel1_ike_versions                    = ["ikev2"]
  tunnel1_phase1_encryption_algorithms    = ["AES256", "AES256-GCM-16"]
  tunnel1_phase1_integrity_algorithms     = ["SHA2-256", "SHA2-384"]
  tunnel1_phase1_dh_group_numbers         = [14, 20]
  tunnel1_phase1_lifetime_seconds         = 14400
  tunnel1_phase2_encryption_algorithms    = ["AES256-GCM-16"]
  tunnel1_phase2_integrity_algorithms     = ["SHA2-512"]
  tunnel1_phase2_dh_group_numbers         = [5, 19]
  tunnel1_phase2_lifetime_seconds         = 1800
  tunnel1_rekey_margin_time_seconds       = 600
  tunnel1_rekey_fuzz_percentage           = 50
  tunnel1_replay_window_size              = 128
  tunnel1_dpd_timeout_seconds             = 60
  tunnel1_dpd_timeout_action              = "restart"
  tunnel1_startup_action                  = "start"
  tunnel1_enable_tunnel_lifecycle_control = true
  tunnel1_log_options {
    cloudwatch_log_options {
      log_enabled       = true
      log_group_arn     = "arn:aws:logs:eu-west-1:111111111111:log-group:vpn"
      log_output_format = "text"
    }
  }

  tunnel2_inside_cidr   = "169.254.22.0/30"
  tunnel2_ike_versions  = ["ikev1", "ikev2"]
  tunnel2_preshared_key = "a.key_of_the_second_tunnel.2"
}

resource "aws_vpn_connection_route" "home" {
  vpn_connection_id      = aws_vpn_connection.static.id
  destination_cidr_block = "192.168.178.0/24"
}

resource "aws_vpn_connection" "dynamic" {
  customer_gateway_id = aws_customer_gateway.wide.id
  vpn_gateway_id      = aws_vpn_gateway.office.id
  type                = "ipsec.1"
}

output "static_id" {
  value = aws_vpn_connection.static.id
}

output "static_address" {
  value = aws_vpn_connection.static.tunnel1_address
}
