"""The pages under /personal/granskning/<round>/importera/."""
