"""What a password has to be, in our own words: Django's rules as they are, each with its help and its refusal."""

from django.contrib.auth import password_validation as rules
from django.utils.translation import gettext as _, ngettext


class LongEnough(rules.MinimumLengthValidator):
    """Length is what makes a password hard to guess; a few words give it and can be remembered."""

    def get_help_text(self) -> str:
        """What is said beside the box."""
        text = ngettext(
            "At least %(n)s character. A few words in a row are easy to remember.",
            "At least %(n)s characters. A few words in a row are easy to remember.",
            self.min_length,
        )
        return text % {"n": self.min_length}

    def get_error_message(self) -> str:
        """What is said of one that is too short."""
        text = ngettext(
            "The password is too short. It has to be at least %(n)s character.",
            "The password is too short. It has to be at least %(n)s characters.",
            self.min_length,
        )
        return text % {"n": self.min_length}


class NotLikeHer(rules.UserAttributeSimilarityValidator):
    """Whoever knows her name or address tries them first."""

    def get_help_text(self) -> str:
        """What is said beside the box."""
        return _("Not like your name or your e-mail.")

    def get_error_message(self) -> str:
        """What is said of one that is like them."""
        return _("The password is too like your name or your e-mail. Choose another.")


class NotCommon(rules.CommonPasswordValidator):
    """Lists of common passwords are tried before anything else."""

    def get_help_text(self) -> str:
        """What is said beside the box."""
        return _("Not one that many people use: those are guessed first.")

    def get_error_message(self) -> str:
        """What is said of one that is on the list."""
        return _("Many people use that password, so it is guessed first. Choose another.")


class NotDigitsAlone(rules.NumericPasswordValidator):
    """Digits alone are few to try, and are often a day or a number somebody knows."""

    def get_help_text(self) -> str:
        """What is said beside the box."""
        return _("Not digits alone.")

    def get_error_message(self) -> str:
        """What is said of one without anything else."""
        return _("The password has only digits. Add letters or other characters.")
