"""Compares what goes over the wire with botocore's own service model."""
from typing import Any
from xml.etree import ElementTree

from botocore.client import BaseClient
from botocore.model import OperationModel, Shape

# Every call of EC2 has them, and their answers.
_COMMON = {"requestId"}


class Coverage:
    """Which members of some operations were sent and answered so far."""

    def __init__(self, sent: list[str] = (), answered: list[str] = ()) -> None:
        self.sent, self.answered, self.unknown = set(sent), set(answered), set()

    def watch(self, client: BaseClient) -> BaseClient:
        client.meta.events.register("before-parameter-build.ec2", self._sending)
        client.meta.events.register("before-parse.ec2", self._answered)
        return client

    @staticmethod
    def members(shape: Shape | None, path: str) -> set[str]:
        """All members of a shape, by their paths."""
        if shape is None:
            return set()
        if shape.type_name == "list":
            return Coverage.members(shape.member, path)
        if shape.type_name != "structure":
            return {path}
        return set().union(*(Coverage.members(member, f"{path}.{name}") for name, member in shape.members.items()))

    def _sending(self, params: dict[str, Any], model: OperationModel, **_: Any) -> None:
        self._send(params, model.input_shape, model.name)

    def _send(self, value: Any, shape: Shape, path: str) -> None:
        if shape.type_name == "structure":
            for name in value:
                self._send(value[name], shape.members[name], f"{path}.{name}")
        elif shape.type_name == "list":
            for item in value:
                self._send(item, shape.member, path)
        else:
            self.sent.add(path)

    def _answered(self, operation_model: OperationModel, response_dict: dict[str, Any], **_: Any) -> None:
        if response_dict["status_code"] < 300:
            self._read(ElementTree.fromstring(response_dict["body"]), operation_model.output_shape, operation_model.name)

    def _read(self, element: ElementTree.Element, shape: Shape, path: str) -> None:
        if shape.type_name == "list":
            for item in element:
                self._read(item, shape.member, path)
        elif shape.type_name == "structure":
            names = {member.serialization.get("name", name): name for name, member in shape.members.items()}
            for child in element:
                tag = child.tag.split("}")[-1]
                if tag in names:
                    self._read(child, shape.members[names[tag]], f"{path}.{names[tag]}")
                elif tag not in _COMMON:
                    self.unknown.add(f"{path}.{tag}")
        else:
            self.answered.add(path)
