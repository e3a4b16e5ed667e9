"""For each indicator not met: what to do, and a paragraph that may be copied. Pure."""
