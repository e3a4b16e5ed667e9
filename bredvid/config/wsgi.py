"""The application a web server serves."""

from django.core.wsgi import get_wsgi_application

from bredvid.config.installation import choose_settings
from bredvid.room.admission import shared as shared  # made before the processes part: all know what one gave
from bredvid.room.shopping.loading import shopping_list

choose_settings()
shopping_list()  # her codes depend on it: a list with a fault raises here, and no worker starts
application = get_wsgi_application()

from bredvid.room.storing import starting  # noqa: E402  # needs the models

starting.at_start()  # a database that may lose what it acknowledged, or the wrong file of keys: no worker starts
