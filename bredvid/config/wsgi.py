"""The application a web server serves."""

from django.core.wsgi import get_wsgi_application

from bredvid.config.installation import choose_settings
from bredvid.room.shopping.loading import shopping_list

choose_settings()
shopping_list()  # her codes depend on it: a list with a fault raises here, and no worker starts
application = get_wsgi_application()
