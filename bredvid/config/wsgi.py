"""The application a web server serves."""

from django.core.wsgi import get_wsgi_application

from bredvid.config.installation import choose_settings

choose_settings()
application = get_wsgi_application()
