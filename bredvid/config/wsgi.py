"""The application a web server serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bredvid.config.settings.development")
application = get_wsgi_application()
