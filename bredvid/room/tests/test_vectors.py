"""The vectors that the browser's modules read too: each ends as it says, value by value (section 13)."""

import pytest

from bredvid.room.protocol import age_files, age_header, bech32, entries, fake, keys, padding, proof, sign_in, signing
from bredvid.room.protocol.labels import derived
from bredvid.room.protocol.outcomes import Rejected
from bredvid.room.protocol.reader import Reader
from bredvid.room.tests import vectors


def cases(name):
    return [pytest.param(vector, id=vector["name"]) for vector in vectors.read(name)]


def ends(call):
    try:
        call()
    except Rejected as rejected:
        return rejected.outcome.value
    return "success"


def of(vector, *names):
    return [bytes.fromhex(vector[name]) for name in names]


@pytest.mark.parametrize("name", vectors.FILES)
def test_a_file_of_vectors_is_as_it_is_made(name):
    assert (vectors.FOLDER / f"{name}.json").read_text() == vectors.text_of(name)


@pytest.mark.parametrize("vector", [case for case in cases("keys") if case.id != "server-cannot-derive"])
def test_keys(vector):
    secret, deployment, pepper_key = of(vector, "secret", "deployment_id", "pepper_key")
    root = keys.root_of(secret, deployment)
    q = keys.pepper_request(root)
    p = keys.pepper(pepper_key, q)
    made = keys.keys_of(root, p)
    found = [root, q, p, made.locator, keys.locator_hash(made.locator), made.sign_in, made.wrap]
    assert found == of(vector, "root", "q", "p", "locator", "locator_hash", "sign_in_seed", "wrap")
    assert signing.public_key(made.sign_in).hex() == vector["sign_in_public"]
    assert bech32.identity_text(made.wrap) == vector["wrap_identity"]


def test_the_server_cannot_derive_her_keys_from_all_it_holds():
    vector = next(one for one in vectors.read("keys") if one["name"] == "server-cannot-derive")
    values = [bytes.fromhex(value) for value in vector["held"].values()]
    joined = [*values, *(one + other for one in values for other in values)]
    found = {derived(value, name).hex() for value in joined for name in vector["labels"]}
    assert found == set(vector["derived"])
    assert not found & set(vector["not_among"])
    whole = bytes.fromhex(vectors.read("keys")[0]["root"]) + bytes.fromhex(vector["held"]["p"])
    assert derived(whole, "wrap").hex() == vector["not_among"][0]  # with root it would be: the list can hit


@pytest.mark.parametrize("vector", cases("proof"))
def test_proofs(vector):
    key, q, nonce, proven = of(vector, "nonce_key", "q", "nonce", "proof")
    check = lambda: proof.check_proof(nonce, q, proven, proof.check_nonce(key, nonce, vector["window"]))  # noqa: E731
    assert ends(check) == vector["expect"]


@pytest.mark.parametrize("vector", cases("sign-in"))
def test_signing_in(vector):
    locator, nonce, public, signature = of(vector, "locator", "nonce", "public", "signature")
    challenge = sign_in.Challenge(vector["origin"], locator, nonce, vector["expires"])
    assert sign_in.signed_bytes(challenge).hex() == vector["signed"]
    assert ends(lambda: sign_in.check(public, challenge, signature)) == vector["expect"]


@pytest.mark.parametrize("vector", cases("padding"))
def test_padding(vector):
    if "payload" in vector:
        assert ends(lambda: padding.unpadded(bytes.fromhex(vector["payload"]))) == vector["expect"]
        return
    content = b"a" * vector["content_length"]
    assert ends(lambda: padding.padded(content)) == vector["expect"]
    if vector["expect"] == "success":
        assert len(padding.padded(content)) == vector["size"]
        assert padding.unpadded(padding.padded(content)) == content


@pytest.mark.parametrize("vector", cases("fake"))
def test_fakes(vector):
    key, locator = of(vector, "fake_key", "locator")
    made = fake.fake_identity(key, locator)
    assert made.hex() == vector["fake"]
    assert len(made) == vector["true_length"]
    age_header.check_form(made, 1, (padding.IDENTITY,))
    assert ends(lambda: age_files.open_file(b"i" * 32, made, 1)) == "wrong-key"


def reader_of(vector, given):
    pins = {bytes.fromhex(key): bytes.fromhex(value) for key, value in given.get("pins", {}).items()}
    head = given.get("head")
    seen = (head["sequence"], bytes.fromhex(head["hash"])) if head else None
    return Reader(bytes.fromhex(vector["room"]), bytes.fromhex(given["identity"]), pins, seen)


def outcome_of_last(vector, data):
    reader = reader_of(vector, vector)
    for each in vector["log"]:
        reader.read(bytes.fromhex(each))
    try:
        return reader.read(data).outcome.value
    except Rejected as rejected:
        return rejected.outcome.value


@pytest.mark.parametrize("vector", [case for case in cases("entries") if case.id != "every-single-byte"])
def test_entries(vector):
    assert outcome_of_last(vector, bytes.fromhex(vector["entry"])) == vector["expect"]


def test_every_single_byte_of_an_entry():
    vector = next(one for one in vectors.read("entries") if one["name"] == "every-single-byte")
    whole = bytes.fromhex(vector["entry"])
    for at in range(len(whole)):
        changed = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        assert outcome_of_last(vector, changed) != "success", f"byte {at}"


@pytest.mark.parametrize("vector", cases("rooms"))
def test_rooms(vector):
    for given in vector["readers"]:
        reader, read, stopped = reader_of(vector, given), [], None
        try:
            read = [reader.read(bytes.fromhex(each)) for each in vector["log"]]
            reader.end()
        except Rejected as rejected:
            stopped = rejected.outcome.value
        assert stopped == given.get("stops")
        if stopped is None:
            bodies = [reader.open(each.entry).body for each in read if each.entry.place.kind in (2, 3)]
            assert [body["text"] for body in bodies if body] == given["reads"]


def test_a_message_opens_with_the_ordinary_program():
    import pyrage

    vector = next(one for one in vectors.read("rooms") if one["name"] == "two-let-in")
    she = vector["readers"][0]["identity"]
    first = entries.from_bytes(bytes.fromhex(vector["log"][0]))
    identity = pyrage.x25519.Identity.from_str(bech32.identity_text(bytes.fromhex(she)))
    assert b'"epoch"' in pyrage.decrypt(first.sealed, [identity])
