"""Vectors from secret to keys, for proof, signing in, padding and fakes (sections 4–8). Bytes are hexadecimal."""

from dataclasses import replace
from typing import Any

from bredvid.room.protocol import age_files, bech32, fake, keys, padding, proof, sign_in, signing
from bredvid.room.protocol.labels import derived
from bredvid.room.tests.people import Chance

Vector = dict[str, Any]
SECRETS = {
    "nine items, no extra word": "010109"
    + "".join(f"{i:04x}" for i in (0, 3, 9, 77, 130, 255, 256, 511, 639))
    + "0000",
    "the same items, an extra word": "010109"
    + "".join(f"{i:04x}" for i in (0, 3, 9, 77, 130, 255, 256, 511, 639))
    + "0005"
    + "måne".encode().hex(),
    "twelve items": "01010c" + "".join(f"{i:04x}" for i in range(100, 112)) + "0000",
}
# Every name that a label of the page has: what the server holds gives her keys under none of them.
NAMES = (
    "argon2-salt", "pepper-request", "locator", "sign-in", "wrap", "locator-hash", "pow", "pow-q", "pow-nonce",
    "fake-identity", "entry", "entry-hash", "payload",
)  # fmt: skip


def keys_vectors() -> list[Vector]:
    """From secret to keys, with every value between; and what the server cannot do."""
    chance = Chance("keys")
    found = [_keys(name, bytes.fromhex(secret), chance) for name, secret in SECRETS.items()]
    return [*found, _server_cannot(found[0])]


def _keys(name: str, secret: bytes, chance: Chance) -> Vector:
    deployment, pepper_key = chance.bytes(16), chance.bytes()
    root = keys.root_of(secret, deployment)
    q = keys.pepper_request(root)
    p = keys.pepper(pepper_key, q)
    made = keys.keys_of(root, p)
    return {
        "name": name, "section": "4", "why": "each step by itself", "expect": "success",
        "secret": secret.hex(), "deployment_id": deployment.hex(), "root": root.hex(), "q": q.hex(),
        "pepper_key": pepper_key.hex(), "p": p.hex(), "locator": made.locator.hex(),
        "locator_hash": keys.locator_hash(made.locator).hex(), "sign_in_seed": made.sign_in.hex(),
        "sign_in_public": signing.public_key(made.sign_in).hex(), "wrap": made.wrap.hex(),
        "wrap_identity": bech32.identity_text(made.wrap),
        "wrap_recipient": bech32.recipient_text(age_files.recipient(made.wrap)),
    }  # fmt: skip


def _server_cannot(first: Vector) -> Vector:
    """All that the server holds, and each derivation of the page upon it; neither W nor S is among them."""
    held = {name: first[name] for name in ("q", "pepper_key", "p", "locator", "locator_hash", "sign_in_public")}
    values = [bytes.fromhex(value) for value in held.values()]
    joined = [*values, *(one + other for one in values for other in values)]
    return {
        "name": "server-cannot-derive", "section": "4", "expect": "wrong-key",
        "why": "from q, p and the database nobody derives the wrapping key: no label of the page gives it",
        "held": held, "not_among": [first["wrap"], first["sign_in_seed"]], "labels": list(NAMES),
        "derived": sorted(derived(value, name).hex() for value in joined for name in NAMES),
    }  # fmt: skip


def proof_vectors() -> list[Vector]:
    """Nonces and proofs; the key of the nonces is given so that the server's side can be checked."""
    key, q, nonce_key = b"n" * 32, b"q" * 32, b"another key".ljust(32)
    nonce = proof.make_nonce(key, 11, 2_000_000)
    solved = proof.solve(nonce, q)
    base = {"section": "5", "nonce_key": key.hex(), "q": q.hex(), "window": 2_000_000}

    def one(name: str, expect: str, why: str, nonce: bytes = nonce, proof_: bytes = solved, **changes: Any) -> Vector:
        return {
            "name": name,
            "expect": expect,
            "why": why,
            **base,
            "nonce": nonce.hex(),
            "proof": proof_.hex(),
            **changes,
        }

    unsolved = solved[:40] + bytes([solved[40] ^ 0x80]) + solved[41:]
    foreign = proof.make_nonce(nonce_key, 11, 2_000_000)
    return [
        one("sixteen-puzzles", "success", "the least answer to each"),
        one("a-window-later", "success", "the last window still holds", window=2_000_001),
        one("two-windows-later", "old-nonce", "a proof is not kept for later", window=2_000_002),
        one("from-the-future", "old-nonce", "no work ahead of time", window=1_999_999),
        one("another-q", "bad-proof", "a proof cannot be bought for another code", q=(b"r" * 32).hex()),
        one("one-puzzle-unsolved", "bad-proof", "all sixteen count", proof_=unsolved),
        one("fifteen-puzzles", "bad-proof", "length", proof_=solved[:-8]),
        one("easier-than-asked", "old-nonce", "the difficulty is under the MAC", nonce=b"\1" + nonce[1:]),
        one("anothers-nonce", "old-nonce", "made by another key", nonce=foreign, proof_=proof.solve(foreign, q)),
    ]


def sign_in_vectors() -> list[Vector]:
    """The signed bytes, and each field changed."""
    seed = Chance("sign-in").bytes()
    right = sign_in.Challenge("https://anteckningar.example", b"l" * 32, b"n" * 32, 1_800_000_000)
    signature = sign_in.answer(seed, right)
    small = sign_in.Challenge("", b"l" * 32, b"n" * 32, 0)
    cases = [
        ("all-fields", "success", right, signature), ("empty-origin", "success", small, sign_in.answer(seed, small)),
        ("another-origin", "bad-signature", replace(right, origin="https://falsk.example"), signature),
        ("another-locator", "bad-signature", replace(right, locator=b"m" * 32), signature),
        ("another-nonce", "bad-signature", replace(right, nonce=b"m" * 32), signature),
        ("a-second-later", "bad-signature", replace(right, expires=1_800_000_001), signature),
        ("cut-short", "bad-signature", right, signature[:-1]),
        ("s-beyond-the-order", "bad-signature", right, _larger_s(signature)),
    ]  # fmt: skip
    return [
        {
            "name": name, "section": "6", "why": "the signature holds for these four and nothing else",
            "expect": expect, "seed": seed.hex(), "public": signing.public_key(seed).hex(), "origin": of.origin,
            "locator": of.locator.hex(), "nonce": of.nonce.hex(), "expires": of.expires,
            "signed": sign_in.signed_bytes(of).hex(), "signature": by.hex(),
        }
        for name, expect, of, by in cases
    ]  # fmt: skip


def _larger_s(signature: bytes) -> bytes:
    """The same signature with S plus the order of the group, which RFC 8032 forbids."""
    order = 2**252 + 27742317777372353535851937790883648493
    return signature[:32] + (int.from_bytes(signature[32:], "little") + order).to_bytes(32, "little")


def padding_vectors() -> list[Vector]:
    """Each bucket's edges as lengths of contents of the byte 61, and what must be rejected."""
    edges = [0, 1, *(size - 4 + more for size in padding.BUCKETS for more in (0, 1))]
    good = [
        {
            "name": f"{length}-bytes", "section": "8", "why": "the smallest that holds it", "content_length": length,
            "expect": "success" if size else "too-large", **({"size": size} if size else {}),
        }
        for length in edges for size in [padding.smallest(length)]
    ]  # fmt: skip
    whole = padding.padded(b"a" * 5)
    wrong = {
        "cut": whole[:-1], "longer": whole + b"\0", "doubled": whole + bytes(2_048), "not-zero": whole[:-1] + b"\1",
        "no-length": b"\0\0", "length-beyond": b"\0\0\x08\0" + whole[4:], "empty": b"",
    }  # fmt: skip
    return good + [
        {"name": name, "section": "8", "why": "one form only", "expect": "bad-padding", "payload": payload.hex()}
        for name, payload in wrong.items()
    ]


def fake_vectors() -> list[Vector]:
    """Locators and their fakes, each as long as the true identity beside them."""
    key = b"f" * 32
    true = age_files.seal(
        [age_files.recipient(b"i" * 32)], padding.padded(b"{}", (padding.IDENTITY,)), Chance("id").bytes
    )
    return [
        {
            "name": f"locator-{number}", "section": "6", "why": "the same each time, a true point, the true length",
            "expect": "success", "fake_key": key.hex(), "locator": bytes([number] * 32).hex(),
            "fake": fake.fake_identity(key, bytes([number] * 32)).hex(), "true_length": len(true),
        }
        for number in range(3)
    ]  # fmt: skip
