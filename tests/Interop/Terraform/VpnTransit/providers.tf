terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

variable "endpoint" {
  description = "Where EC2 and STS are answered."
  type        = string
}

variable "partner_role" {
  description = "Not used here: one account has everything."
  type        = string
}

provider "aws" {
  region                  = "eu-west-1"
  profile                 = "network"
  skip_metadata_api_check = true
  endpoints {
    ec2 = var.endpoint
    sts = var.endpoint
  }
}
