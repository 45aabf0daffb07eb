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
  description = "The role of the partner's account that the network's account may assume."
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
