"""The ACM calls of recorded_calls.py, about certificates that the test wrote into the working directory."""
from pathlib import Path
from typing import Any

from botocore.client import BaseClient

from recorder import Recorder


def record_acm(record: Recorder, acm: BaseClient) -> None:
    body, key, other = Path("server.crt").read_bytes(), Path("server.key").read_bytes(), Path("other.key").read_bytes()
    tags = [{"Key": "Name", "Value": "server"}]

    def imported(label: str, **more: Any) -> dict:
        return record(label, acm, "import_certificate", **({"Certificate": body, "PrivateKey": key} | more))

    arn = imported("ImportCertificate", CertificateChain=body, Tags=tags)["CertificateArn"]
    absent = arn.rsplit("/", 1)[0] + "/00000000-0000-4000-8000-000000000000"
    imported("ImportCertificate with another key", PrivateKey=other)
    imported("ImportCertificate of two", Certificate=body + body)
    imported("ImportCertificate of none", Certificate=b"none")
    imported("ImportCertificate without a key", PrivateKey=b"none")
    imported("ImportCertificate with a wrong chain", CertificateChain=b"none")
    imported("ImportCertificate expired", Certificate=Path("expired.crt").read_bytes(), PrivateKey=Path("expired.key").read_bytes())
    imported("ImportCertificate in the place of none", CertificateArn=absent)
    imported("ImportCertificate again with tags", CertificateArn=arn, Tags=tags)
    imported("ImportCertificate again", CertificateArn=arn)
    record("DescribeCertificate", acm, "describe_certificate", CertificateArn=arn)
    record("DescribeCertificate not there", acm, "describe_certificate", CertificateArn=absent)
    record("DescribeCertificate malformed", acm, "describe_certificate", CertificateArn="arn:aws:acm:eu-west-1:here")
    ours = {"CertificateStatuses": ["ISSUED"], "SortBy": "CREATED_AT", "SortOrder": "DESCENDING", "MaxItems": 1}
    record("ListCertificates", acm, "list_certificates", **ours)
    record("ListCertificates of other keys", acm, "list_certificates", **ours, Includes={"keyTypes": ["EC_prime256v1"]})
    record("ListCertificates expired", acm, "list_certificates", CertificateStatuses=["EXPIRED"])
    record("ListCertificates with a wrong token", acm, "list_certificates", NextToken="none")
    record("ListTagsForCertificate", acm, "list_tags_for_certificate", CertificateArn=arn)
    record("ListTagsForCertificate not there", acm, "list_tags_for_certificate", CertificateArn=absent)
    record("DeleteCertificate", acm, "delete_certificate", CertificateArn=arn)
    record("DeleteCertificate again", acm, "delete_certificate", CertificateArn=arn)
