"""Reading a spreadsheet without trusting it: from bytes to rows, and what to say of what is no table."""
