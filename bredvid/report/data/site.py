"""What the installation says of itself in open data: its address and whom to write to."""

import os


def base_url() -> str:
    """The address that identifiers begin with (BREDVID_BASE_URL), with one slash at its end."""
    return os.environ.get("BREDVID_BASE_URL", "https://bredvid.example/").rstrip("/") + "/"


def contact_email() -> str:
    """Whom to write to about the data (BREDVID_DATA_CONTACT)."""
    return os.environ.get("BREDVID_DATA_CONTACT", "data@bredvid.example")
