"""The budgets of the design, measured. A benchmark decides no test: machines are noisy, so it prints and compares."""
