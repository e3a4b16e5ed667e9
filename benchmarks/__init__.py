"""The budgets of the design, measured. A benchmark never decides a test: machines are noisy, so it prints and compares."""
