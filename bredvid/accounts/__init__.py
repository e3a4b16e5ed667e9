"""Staff: who may sign in, what each may do, and what was done."""
