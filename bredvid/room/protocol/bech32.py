"""Identities and recipients in the letters that age writes them in (BIP 173, as age's specification uses it)."""

from typing import Final

_SIGNS: Final = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_FACTORS: Final = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECK: Final = 6


def identity_text(identity: bytes) -> str:
    """AGE-SECRET-KEY-1…, as `age -i` reads it."""
    return _encoded("age-secret-key-", identity).upper()


def recipient_text(recipient: bytes) -> str:
    """age1…, as `age -r` reads it."""
    return _encoded("age", recipient)


def _encoded(prefix: str, data: bytes) -> str:
    values = _in_fives(data)
    spread = [ord(sign) >> 5 for sign in prefix] + [0] + [ord(sign) & 31 for sign in prefix]
    sum_ = _polymod([*spread, *values, *[0] * _CHECK]) ^ 1
    check = [(sum_ >> 5 * (_CHECK - 1 - place)) & 31 for place in range(_CHECK)]
    return prefix + "1" + "".join(_SIGNS[value] for value in [*values, *check])


def _in_fives(data: bytes) -> list[int]:
    """The bits of some bytes five by five, the last filled up with zeros."""
    bits = "".join(f"{byte:08b}" for byte in data)
    return [int(bits[at : at + 5].ljust(5, "0"), 2) for at in range(0, len(bits), 5)]


def _polymod(values: list[int]) -> int:
    found = 1
    for value in values:
        top = found >> 25
        found = (found & 0x1FFFFFF) << 5 ^ value
        for place, factor in enumerate(_FACTORS):
            found ^= factor if top >> place & 1 else 0
    return found
