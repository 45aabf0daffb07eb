provider "aws" {
  alias                   = "partner"
  region                  = "us-east-1"
  profile                 = "network"
  skip_metadata_api_check = true
  endpoints {
    ec2 = var.endpoint
    sts = var.endpoint
  }
  assume_role {
    role_arn     = var.partner_role
    session_name = "terraform"
  }
}

data "aws_caller_identity" "partner" {
  provider = aws.partner
}

data "aws_region" "partner" {
  provider = aws.partner
}
