"""The audit of municipalities' web sites: crawl, archive, read, match, judge (pure), and what is kept of it."""
