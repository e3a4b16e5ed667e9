"""Brings in earlier years' sheets: columns are told apart, rows become contacts in codes, and the sheet is not kept."""
