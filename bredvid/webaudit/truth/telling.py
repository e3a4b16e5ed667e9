"""What an evaluation says, as plain values for a program and as lines for a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bredvid.webaudit.shapes import Verdict
from bredvid.webaudit.truth.agreement import Agreement
from bredvid.webaudit.truth.evaluating import Disagreement, Evaluation, Measure
from bredvid.webaudit.truth.false_hits import FalseHit
from bredvid.webaudit.truth.proportion import Proportion


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that `bredvid audit evaluate` found out."""

    evaluation: Evaluation
    agreement: Mapping[str, Agreement]  # between the two labellings; empty where there is only one
    sentences: int
    fooled: tuple[tuple[FalseHit, Verdict], ...]


def as_values(report: Report) -> dict[str, Any]:
    """The report for `json.dumps`."""
    evaluation = report.evaluation
    return {
        "blocks": evaluation.blocks,
        "unsettled": evaluation.unsettled,
        "indicators": {indicator: _measure(measure) for indicator, measure in evaluation.measures.items()},
        "agreement": {indicator: _agreement(agreed) for indicator, agreed in report.agreement.items()},
        "disagreements": [_difference_values(difference) for difference in evaluation.disagreements],
        "false_hits": {
            "sentences": report.sentences,
            "hits": [{"indicator": sentence.indicator, "quote_text": sentence.text} for sentence, _ in report.fooled],
        },
    }


def as_lines(report: Report) -> list[str]:
    """The report for a terminal: one line an indicator, then the false hits."""
    evaluation = report.evaluation
    lines = [f"{evaluation.blocks} blocks. Found, with exact 95 % intervals:", ""]
    lines.append(f"{'':5}{'precision':34}{'recall':34}{'kappa of two readers' if report.agreement else ''}".rstrip())
    for indicator, measure in evaluation.measures.items():
        between = _kappa(report.agreement.get(indicator))
        lines.append(f"{indicator:5}{_share(measure.precision):34}{_share(measure.recall):34}{between}".rstrip())
    lines += ["", f"{len(report.fooled)} of {report.sentences} false-hit sentences taken for found."]
    lines += [f"  {sentence.indicator} {sentence.text} ({sentence.why})" for sentence, _ in report.fooled]
    if evaluation.unsettled:
        lines.append(f"{evaluation.unsettled} cells are labelled in two ways and not settled: left out.")
    return lines


def difference_line(difference: Disagreement) -> str:
    """One disagreement between judge and labels, with the passage where there is one."""
    head = f"{difference.block} {difference.indicator}: label {difference.label}, judged {difference.judged}"
    return f"{head} ({difference.reason}) {difference.quote}".rstrip()


def _measure(measure: Measure) -> dict[str, Any]:
    table = [{"label": label, "judged": judged, "blocks": n} for (label, judged), n in measure.confusion.items()]
    return {"precision": _values(measure.precision), "recall": _values(measure.recall), "confusion": table}


def _values(proportion: Proportion) -> dict[str, Any]:
    share, interval = proportion.share, proportion.interval()
    return {
        "x": proportion.x,
        "n": proportion.n,
        "share": None if share is None else round(share, 4),
        "interval": interval and [round(end, 4) for end in interval],
    }


def _agreement(agreed: Agreement) -> dict[str, Any]:
    kappa = None if agreed.kappa is None else round(float(agreed.kappa), 4)
    return {"agreed": agreed.agreed, "of": agreed.of, "kappa": kappa}


def _difference_values(difference: Disagreement) -> dict[str, str]:
    return {
        "block": difference.block,
        "indicator": difference.indicator,
        "label": difference.label,
        "judged": difference.judged,
        "reason": difference.reason,
        "quote": difference.quote,
    }


def _share(proportion: Proportion) -> str:
    interval = proportion.interval()
    if proportion.share is None or interval is None:
        return "no base"
    return f"{proportion.share:.3f} ({interval[0]:.3f}–{interval[1]:.3f}), {proportion.x}/{proportion.n}"


def _kappa(agreed: Agreement | None) -> str:
    if agreed is None:
        return ""
    kappa = "not defined" if agreed.kappa is None else f"{float(agreed.kappa):.2f}"
    return f"{kappa}, {agreed.agreed}/{agreed.of}"
