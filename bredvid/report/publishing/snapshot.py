"""Every figure of a round as plain values, kept with each edition so that editions can be compared."""

from bredvid.report.manuscript.reading import report_code
from bredvid.review.models import Round
from bredvid.review.reads import results_of

# Figure's key → count, asked, valid, frame.
Snapshot = dict[str, list[int]]


def snapshot_of(round_: Round) -> Snapshot:
    """The figures by their public key, a draft's too, and under `<code>.base` how many answered."""
    code = report_code(round_.code)
    figures = {
        f"{code}.{figure.question}.{figure.option}": [
            figure.count,
            figure.base.asked,
            figure.base.valid,
            figure.base.frame,
        ]
        for result in results_of(round_)
        for figure in result.counted
    }
    answered = round_.answered
    return {f"{code}.base": [answered, answered, answered, round_.frame_size], **figures}
