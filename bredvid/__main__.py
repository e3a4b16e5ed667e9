"""Lets ``python -m bredvid`` stand in for the ``bredvid`` command."""

from bredvid.config.command import main

main()
