"""Frictionless data package, version 2 of the standard: the tables described so that a program can read them."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from bredvid.report.data.datafile import file_address
from bredvid.report.data.licence import DATA_LICENCE
from bredvid.report.data.values import Column, Publisher, Release, Table

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
RESOURCE_PROFILE = "https://datapackage.org/profiles/2.0/dataresource.json"
SCHEMA_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"
TYPES = {"text": "string", "integer": "integer", "number": "number", "boolean": "boolean"}


def datapackage_bytes(
    release: Release, *, files: Mapping[str, tuple[str, bytes]], publisher: Publisher, base_url: str
) -> bytes:
    """The descriptor as JSON. `files` maps a table's name to the name and the bytes of its CSV file."""
    descriptor = {
        "$schema": PROFILE,
        "name": f"bredvid-{release.code}",
        "id": file_address(base_url, release.code, "datapackage.json"),
        "title": release.title_sv,
        "title_en": release.title_en,
        "description": release.about_sv,
        "description_en": release.about_en,
        "demonstration": release.demonstration,
        "version": release.published_on.isoformat(),
        "created": f"{release.published_on.isoformat()}T00:00:00Z",
        "licenses": [{"name": DATA_LICENCE.code, "path": DATA_LICENCE.page, "title": DATA_LICENCE.title}],
        "contributors": [{"title": publisher.name, "path": publisher.homepage, "roles": ["publisher"]}],
        "sources": [{"title": release.source_sv}],
        "resources": [_resource(table, *files[table.name]) for table in release.tables],
    }
    return (json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(table: Table, path: str, content: bytes) -> dict[str, Any]:
    return {
        "$schema": RESOURCE_PROFILE,
        "name": table.name,
        "type": "table",
        "path": path,
        "title": table.title_sv,
        "title_en": table.title_en,
        "description": table.about_sv,
        "description_en": table.about_en,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\n"},
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "$schema": SCHEMA_PROFILE,
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.primary_key),
    }
    if table.foreign_keys:
        schema["foreignKeys"] = [
            {"fields": list(key.columns), "reference": {"resource": key.table, "fields": list(key.columns)}}
            for key in table.foreign_keys
        ]
    return schema


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.codes:
        constraints["enum"] = list(column.allowed)
    field: dict[str, Any] = {
        "name": column.name,
        "type": TYPES[column.kind],
        "title": column.title_sv,
        "title_en": column.title_en,
        "description": column.about_sv,
        "description_en": column.about_en,
    }
    if constraints:
        field["constraints"] = constraints
    return field
