"""The lines of the yearly question as they are said."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from bredvid.register.rules import women

# By the line's code, in the order in which they stand.
LINE_NAMES: dict[str, str | Promise] = {
    women.PROSTITUTION: gettext_lazy("Prostitution"),
    women.PORNOGRAPHY: gettext_lazy("Pornography"),
    women.IMAGE_ABUSE: gettext_lazy("Image abuse"),
    women.TRAFFICKING: gettext_lazy("Trafficking"),
    women.ANY: gettext_lazy("Any form"),
}
