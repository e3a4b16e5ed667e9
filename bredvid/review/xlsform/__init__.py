"""Questionnaires as XLSForm, the survey world's own spreadsheet: out without loss, in with every mistake named.

How it is used stands in docs/how-to/xlsform.md.
"""

from bredvid.review.xlsform.problems import Problem, XlsformError
from bredvid.review.xlsform.reading import Imported, read
from bredvid.review.xlsform.writing import export

__all__ = ["Imported", "Problem", "XlsformError", "export", "read"]
