"""A spreadsheet of answers as an organisation has it becomes entries of a round in the field. See README.md."""
