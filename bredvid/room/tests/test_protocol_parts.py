"""The parts the protocol is built of: keys, proof, padding, files, signatures."""

import os

import pyrage
import pytest
from hypothesis import given, settings, strategies as st

from bredvid.room.protocol import age_files, age_header, bech32, encoding, keys, padding, proof, sign_in, signing
from bredvid.room.protocol.outcomes import Outcome, Rejected

IDENTITY = bytes(range(1, 33))
# Points of small order, and two ways to write a point that are not the one (RFC 8032, 5.1.3).
SMALL = [bytes(32), b"\x01" + bytes(31), b"\xec" + b"\xff" * 30 + b"\x7f", b"\xed" + b"\xff" * 30 + b"\x7f"]


def outcome(call, *words):
    with pytest.raises(Rejected) as caught:
        call(*words)
    return caught.value.outcome


def pyrage_identity(identity):
    return pyrage.x25519.Identity.from_str(bech32.identity_text(identity))


@pytest.mark.parametrize("number", [1, 2, 8])
@pytest.mark.parametrize("size", [0, 1, 2_048, 65_536])
def test_the_age_program_opens_our_files(number, size):
    identities, message = [os.urandom(32) for _ in range(number)], os.urandom(size)
    sealed = age_files.seal([age_files.recipient(one) for one in identities], message)
    assert len(sealed) == age_header.sealed_length(size, number)
    for identity in identities:
        assert pyrage.decrypt(sealed, [pyrage_identity(identity)]) == message
        assert age_files.open_file(identity, sealed, number) == message


def test_a_recipient_is_written_as_age_writes_it():
    theirs = pyrage_identity(IDENTITY)
    assert str(theirs.to_public()) == bech32.recipient_text(age_files.recipient(IDENTITY))
    assert str(theirs) == bech32.identity_text(IDENTITY)


def test_every_byte_of_a_file_counts():
    sealed = age_files.seal([age_files.recipient(IDENTITY)], b"hej")
    for at in range(len(sealed)):
        changed = sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]
        with pytest.raises(Rejected):
            age_files.open_file(IDENTITY, changed, 1)


def test_a_file_for_another_or_with_a_stanza_too_many_is_rejected():
    to = age_files.recipient(IDENTITY)
    assert outcome(age_files.open_file, bytes(31) + b"\1", age_files.seal([to], b"hej"), 1) is Outcome.WRONG_KEY
    assert outcome(age_files.open_file, IDENTITY, age_files.seal([to, to], b"hej"), 1) is Outcome.WRONG_KIND
    greased = pyrage.encrypt(b"hej", [pyrage_identity(IDENTITY).to_public()])
    assert outcome(age_files.open_file, IDENTITY, greased, 1) is Outcome.WRONG_KIND


def test_no_plaintext_has_the_outside_of_a_file():
    assert outcome(age_header.check_form, b"hej " * 600, 1) is Outcome.BAD_SIZE
    size = age_header.sealed_length(2_048, 1)
    assert outcome(age_header.check_form, b"h" * size, 1) is Outcome.WRONG_KIND


@given(st.binary(max_size=3_000))
@settings(max_examples=60)
def test_a_content_comes_back_out_of_its_padding(content):
    payload = padding.padded(content)
    assert len(payload) == (2_048 if len(content) <= 2_044 else 4_096)
    assert padding.unpadded(payload) == content


def test_padding_has_one_form():
    payload = padding.padded(b"hej")
    for wrong in (
        payload[:-1],
        payload + b"\0",
        payload[:-1] + b"\1",
        padding.padded(b"x" * 2_045)[:4] + payload[4:],
        b"",
    ):
        assert outcome(padding.unpadded, wrong) is Outcome.BAD_PADDING
    assert outcome(padding.unpadded, payload + bytes(2_048)) is Outcome.BAD_PADDING
    assert outcome(padding.padded, bytes(65_533)) is Outcome.TOO_LARGE


def test_a_text_has_one_form():
    assert encoding.from_text(encoding.to_text(IDENTITY)) == IDENTITY
    for wrong in ("AB==", "A", "AC", "A+", "A/A", " AQ", "AQ\n", "å"):
        assert outcome(encoding.from_text, wrong) is Outcome.NOT_CANONICAL


@pytest.mark.parametrize("key", SMALL)
def test_a_key_that_anybody_could_sign_for_is_rejected(key):
    assert outcome(signing.verify, key, b"hej", key + bytes(32)) is Outcome.BAD_SIGNATURE


def test_a_signature_with_another_s_of_the_same_meaning_is_rejected():
    order = 2**252 + 27742317777372353535851937790883648493
    signature = signing.sign(IDENTITY, b"hej")
    signing.verify(signing.public_key(IDENTITY), b"hej", signature)
    larger = (int.from_bytes(signature[32:], "little") + order).to_bytes(32, "little")
    assert (
        outcome(signing.verify, signing.public_key(IDENTITY), b"hej", signature[:32] + larger) is Outcome.BAD_SIGNATURE
    )


def test_a_proof_holds_for_its_q_its_nonce_and_its_ten_minutes():
    nonce = proof.make_nonce(b"key", 4, 100)
    solved = proof.solve(nonce, b"q")
    for window in (100, 101):
        proof.check_proof(nonce, b"q", solved, proof.check_nonce(b"key", nonce, window))
    assert outcome(proof.check_proof, nonce, b"another", solved, 4) is Outcome.BAD_PROOF
    assert outcome(proof.check_proof, nonce, b"q", solved[:-1], 4) is Outcome.BAD_PROOF
    for window in (99, 102):
        assert outcome(proof.check_nonce, b"key", nonce, window) is Outcome.OLD_NONCE
    easier = b"\0" + nonce[1:]
    assert outcome(proof.check_nonce, b"key", easier, 100) is Outcome.OLD_NONCE
    assert outcome(proof.check_nonce, b"another", nonce, 100) is Outcome.OLD_NONCE


def test_one_puzzle_that_is_not_solved_is_enough():
    nonce = proof.make_nonce(b"key", 12, 100)
    solved = proof.solve(nonce, b"q")
    for number in range(proof.PUZZLES):
        at = number * 8
        wrong = solved[:at] + bytes(reversed(solved[at : at + 8])) + solved[at + 8 :]
        assert outcome(proof.check_proof, nonce, b"q", wrong, 12) is Outcome.BAD_PROOF


def test_a_signature_to_be_let_in_holds_for_one_challenge_and_one_origin():
    challenge = sign_in.Challenge("https://anteckningar.example", bytes(32), b"n" * 32, 1_800_000_000)
    signature = sign_in.answer(IDENTITY, challenge)
    sign_in.check(signing.public_key(IDENTITY), challenge, signature)
    for field, value in (
        ("origin", "https://falsk.example"),
        ("locator", b"1" * 32),
        ("nonce", b"m" * 32),
        ("expires", 1),
    ):
        other = sign_in.Challenge(**{**challenge.__dict__, field: value})
        assert outcome(sign_in.check, signing.public_key(IDENTITY), other, signature) is Outcome.BAD_SIGNATURE


def test_another_word_another_installation_and_another_pepper_give_other_keys():
    root = keys.root_of(b"secret", bytes(16))
    p = keys.pepper(b"pepper", keys.pepper_request(root))
    found = keys.keys_of(root, p)
    assert len({root, p, found.locator, found.sign_in, found.wrap, keys.pepper_request(root)}) == 6
    assert keys.root_of(b"secret", bytes(15) + b"\1") != root
    assert keys.root_of(b"secret2", bytes(16)) != root
    assert keys.keys_of(root, keys.pepper(b"other", keys.pepper_request(root))).wrap != found.wrap
