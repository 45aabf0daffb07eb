"""Records what an endpoint answers, with everything that is made up anew in each run under a name that is the same in each run."""
import json
import re
from datetime import datetime
from typing import Any

from botocore.client import BaseClient
from botocore.exceptions import ClientError
from botocore.parsers import ResponseParserError

_ID = re.compile(r"\b(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|((?:[a-z]+-)+)[0-9a-f]{8,17})\b")
_KEY = re.compile(r"\bA(?:SIA|KIA|ROA)[A-Z0-9]{12,}\b")
_OPAQUE = {"NextToken", "SecretAccessKey", "SessionToken", "CustomerGatewayConfiguration"}
# Sets that EC2 gives in no order that it documents, and what to read them by.
_SETS = {"Tags": "Key", "Routes": "DestinationCidrBlock", "AvailabilityZones": "ZoneName"}


class Recorder:
    def __init__(self, account: str) -> None:
        """An emulator may have its own number for the account of a key that it does not know."""
        self._account = account
        self._calls: list[dict[str, Any]] = []
        self._names: dict[str, str] = {}
        self._label = ""

    def __call__(self, label: str, client: BaseClient, operation: str, **parameters: Any) -> dict[str, Any]:
        """Calls, records the answer or the error under the label, and gives the answer as it came."""
        self._label = label
        try:
            answer = getattr(client, operation)(**parameters)
            answer.pop("ResponseMetadata")
        except ClientError as error:
            # No document of AWS fixes the text of an error: only the code and the status are compared.
            answer = {"Error": {"Code": error.response["Error"]["Code"], "Status": error.response["ResponseMetadata"]["HTTPStatusCode"]}}
        except ResponseParserError:
            answer = {"Error": {"Code": "(no answer of EC2's)"}}
        self._calls.append({"Call": label, "Answer": self._named(answer)})
        return answer

    def write(self) -> None:
        print(json.dumps(self._calls, indent=1))

    def _named(self, value: Any, field: str = "") -> Any:
        if isinstance(value, dict):
            return {key: self._named(value[key], key) for key in sorted(value)}
        if isinstance(value, list):
            by = _SETS.get(field)
            return [self._named(item) for item in (sorted(value, key=lambda item: item.get(by, "")) if by else value)]
        if isinstance(value, datetime):
            return "<time>"
        if isinstance(value, str):
            if field in _OPAQUE:
                return "<opaque>"
            return _KEY.sub("<key>", _ID.sub(self._name, value.replace(self._account, "<network>")))
        return value

    def _name(self, match: re.Match[str]) -> str:
        """An id is named after the call that showed it first, so that what only one endpoint makes does not shift the others."""
        if match[0] not in self._names:
            name = f"{match[1] or ''}<{self._label}"
            same = sum(known.startswith(name) for known in self._names.values())
            self._names[match[0]] = f"{name}, {same + 1}>" if same else f"{name}>"
        return self._names[match[0]]
