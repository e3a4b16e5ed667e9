"""The kinds of columns: a code's number, a mask of codes, a month, a place. Their meaning is the codebook's."""

import secrets
from typing import Any

from django.db import models


def random_id() -> int:
    """An identifier that tells nothing: rows made after each other do not stand after each other."""
    return secrets.randbits(62) + 1


def single() -> "models.PositiveSmallIntegerField[Any, Any]":
    """The number of one code; 0 is not filled in."""
    return models.PositiveSmallIntegerField(default=0)


def mask() -> "models.BigIntegerField[Any, Any]":
    """Codes that may hold at once, a bit each; 0 is not filled in."""
    return models.BigIntegerField(default=0)


def month() -> "models.PositiveIntegerField[Any, Any]":
    """A month as a number, 202611."""
    return models.PositiveIntegerField()


def place() -> "models.PositiveSmallIntegerField[Any, Any]":
    """A municipality's code as a number, 180 for 0180; 0 is not known. Those made up begin at 9001."""
    return models.PositiveSmallIntegerField(default=0)


class RandomId(models.Model):
    """A row whose number says nothing about when it was made."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)

    class Meta:
        abstract = True


class Hers(models.Model):
    """What is known of her in codes: the columns that stand on a contact and on a year of hers alike."""

    age = single()
    situation = single()
    forms = mask()
    exchange = mask()
    links = mask()
    control = mask()
    arena = mask()
    material = single()
    disclosure = single()
    support = mask()
    unmet = mask()
    unmet_why = mask()
    anonymity = single()
    police = single()

    class Meta:
        abstract = True
