"""How large a spreadsheet may be. Stated in docs/how-to/import-answers.md; a larger one is refused in one line."""

MEGABYTE = 1024 * 1024

# The file as it is handed in.
FILE_BYTES = 50 * MEGABYTE
# What an .xlsx unpacks to: all of it, and its list of texts, which is held in memory whole.
UNPACKED_BYTES = 400 * MEGABYTE
TEXTS_BYTES = 80 * MEGABYTE
ROWS = 200_000
COLUMNS = 500
# Rows times columns, empty cells at the ends of rows left out: keeps the memory bounded.
CELLS = 5_000_000
# A cell longer than this is no cell of a table; the longest answer of a review has 10,000 signs.
CELL_SIGNS = 20_000
