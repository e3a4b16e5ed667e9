"""Tells a municipality by mail that an answer of its was corrected, how and why."""

from django.utils.translation import gettext, override

from bredvid.review.answering.words import words_of
from bredvid.review.fieldwork.letters import write_letter
from bredvid.review.models import Case, Entry, Letter, Question


def receipt(case: Case, question: Question, entry: Entry) -> Letter | None:
    """Queues the mail, in Swedish. A number of persons is told as its band: mail to an authority is public."""
    with override("sv"):
        former = Entry.objects.filter(case=case, question=question, revision=entry.revision - 1).first()
        values = {
            "name": case.name,
            "question": question.text_sv,
            "before": words_of(question, former, exact=False) or gettext("no answer"),
            "after": words_of(question, entry, exact=False) or gettext("no answer"),
            "reason": entry.reason,
        }
        parts = [
            gettext("We have corrected an answer from %(name)s."),
            gettext("The question: %(question)s"),
            gettext("The answer was: %(before)s"),
            gettext("The answer is now: %(after)s"),
            gettext("Why: %(reason)s"),
            gettext("If this is wrong, reply to this mail. Both answers are kept."),
        ]
        subject = gettext("A corrected answer: %(title)s") % {"title": case.fieldwork.title_sv}
        body = "\n\n".join(part % values for part in parts) + "\n"
    return write_letter(case=case, kind=Letter.Kind.CORRECTION, subject=subject, body=body)
