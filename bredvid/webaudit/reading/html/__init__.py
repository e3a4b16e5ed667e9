"""HTML as blocks in zones, links and what the page says of itself: one walk over one tree."""
