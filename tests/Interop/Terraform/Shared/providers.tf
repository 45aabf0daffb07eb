terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

variable "endpoint" {
  description = "Where EC2, STS and ACM are answered."
  type        = string
}

variable "partner_role" {
  description = "The role of the partner's account that the network's account may assume, where a configuration has a second account."
  type        = string
}

provider "aws" {
  region                  = "eu-west-1"
  profile                 = "network"
  skip_metadata_api_check = true
  endpoints {
    acm = var.endpoint
    ec2 = var.endpoint
    sts = var.endpoint
  }
}
