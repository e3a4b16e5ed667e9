"""The words that the desk's script says, in the page's language: data of the page, where {…} is filled in."""

from django.utils.translation import gettext as _


def words() -> dict[str, str]:
    """Every word by the name that the script asks for. A test sees that it asks for none other."""
    return {**_keys(), **_rooms(), **_colleagues(), **_failures()}


def _keys() -> dict[str, str]:
    return {
        "working": _("Working. This takes a few seconds."),
        "phrase-differs": _("Those are not the words you were shown. Look at your paper and write them again."),
        "strange-words": _("No phrase has these words: {words}. Look for a slip."),
        "so-many-words": _("That is {number} words. The phrase has {all}."),
        "way-added": _("You now have one more way to open your key."),
    }


def _rooms() -> dict[str, str]:
    return {
        "room": _("Room {number}"),
        "read": _("Read"),
        "read-answer": _("Read and answer"),
        "waits": _("Waits for an answer"),
        "is-answered": _("Has an answer"),
        "has-ended": _("You have left"),
        "by-she": _("She"),
        "by-us": _("You"),
        "by-other": _("Another organisation"),
        "unreadable": _("This could not be read. Ask her to write it again."),
        "hidden": _("There is more here that was not written to you."),
        "we-left": _("You have left the conversation."),
        "other-left": _("Another organisation has left."),
        "nothing-typed": _("There is nothing to send yet."),
        "sent": _("Sent. She sees it the next time she comes in."),
        "left": _("You have left. She sees that you have, and keeps what was written."),
    }


def _colleagues() -> dict[str, str]:
    return {
        "waits-to-hold": _("Has made her key, and waits to be let in"),
        "unlocked-on": _("Last opened her key on {day}"),
        "never-unlocked": _("Has not opened her key since she was let in"),
        "compare": _("Compare and let in"),
        "same-numbers": _("Ask {name} to read out the numbers on her page. Are they these?"),
        "same": _("Yes, let her in"),
        "not-same": _("No"),
        "let-in": _("{name} is let in. She opens her key the next time she comes."),
        "take-away": _("Take the key away"),
        "take-away-from": _(
            "Take the key away from {name}? She can read nothing more here. What she has read she has read."
        ),
        "keep": _("Let her keep it"),
        "taken-away": _("{name} no longer has the key."),
    }


def _failures() -> dict[str, str]:
    return {
        "failed": _("That did not work, and nothing was changed. Try again in a moment."),
        "failed-wrong-key": _("Those are not the right words. Look at your paper and try again."),
        "failed-conflict": _("Somebody wrote meanwhile. Read it first; your words are still in the field."),
        "failed-quota": _("That is as much as can be written here today. Go on tomorrow."),
        "failed-too-large": _("That is too long for one message. Send it in two."),
        "failed-signed-out": _(
            "You have been signed out. Open this page again in another tab, sign in, and try again."
        ),
        "failed-exists": _("A key has been made here already. Load the page again."),
        "failed-last": _("Nobody else holds the key. Let a colleague in first."),
        "failed-changed": _("She has begun again with a new key. Load the page and compare the new numbers."),
        "failed-NoPrf": _("This passkey cannot open keys. Use the words on paper instead."),
        "failed-NotAllowedError": _("The passkey was not used. Nothing has changed."),
    }
