"""Random histories of answering, and the model they are held against: what should be stored, told in a few lines.

Two people at one municipality look, answer, leave, come back elsewhere, hand in and open again, in any order. A driver
does each step for real, by the actions or over HTTP, and the model says beforehand what must come of it.
"""

from dataclasses import dataclass, field
from random import Random
from typing import Protocol

from bredvid.review.models import Case, Entry, Submission

# A value, a reason why there is none, and why: ("ja", "", "") or ("", "refused", "") or ("vet-ej", "", "ingen vet").
Answer = tuple[str, str, str]
BLANK: Answer = ("", "blank", "")
CHOICES: dict[str, list[Answer]] = {
    "q1": [
        ("ja", "", ""),
        ("nej", "", ""),
        ("vet-ej", "", ""),
        ("vet-ej", "", "Ingen vet."),
        ("", "refused", ""),
        BLANK,
    ],
    "q2": [("a", "", ""), ("b", "", ""), BLANK],
    "q3": [("Ett.", "", ""), ("Två.", "", ""), ("Tre.", "", ""), ("", "dont_know", "Skäl."), BLANK],
    "q5": [("x", "", ""), ("y", "", ""), ("inget", "", ""), BLANK],
}


class Driver(Protocol):
    """Does a step for real. Answers are told as they were acknowledged."""

    case: Case

    def answer(self, person: int, code: str, answer: Answer, seen: int, *, touched: bool) -> str: ...
    def hand_in(self, person: int) -> bool: ...
    def open_again(self, person: int) -> bool: ...
    def comes_back_elsewhere(self, person: int) -> None: ...


@dataclass
class Model:
    """What should be stored: by question every answer that was acknowledged, in order, and what was handed in."""

    history: dict[str, list[Answer]] = field(default_factory=lambda: {code: [] for code in CHOICES})
    handed_in: list[dict[str, int]] = field(default_factory=list)
    submitted: bool = False

    def now(self, code: str) -> Answer:
        return self.history[code][-1] if self.history[code] else BLANK

    def save(self, code: str, answer: Answer, seen: int, *, touched: bool) -> str:
        known = self.history[code]
        if not touched and answer == (known[seen - 1] if 0 < seen <= len(known) else BLANK):
            return "same"
        if self.submitted:
            return "closed"
        if answer == self.now(code):
            return "same"
        if seen != len(known):
            return "conflict"
        known.append(answer)
        return "saved"

    def is_complete(self) -> bool:
        put = [code for code in CHOICES if code != "q2" or self.now("q1")[0] == "ja"]
        explained = all(
            self.now(code)[2] for code in put if "vet-ej" in self.now(code) or "dont_know" in self.now(code)
        )
        return self.now("q1") != BLANK and explained

    def hand_in(self) -> bool:
        if self.submitted or not self.is_complete():
            return False
        put = [code for code in CHOICES if code != "q2" or self.now("q1")[0] == "ja"]
        self.handed_in.append({code: len(self.history[code]) for code in put if self.history[code]})
        self.submitted = True
        return True

    def open_again(self) -> bool:
        opened, self.submitted = self.submitted, False
        return opened


def live(driver: Driver, random: Random, steps: int) -> Model:
    """Lives one history, asking at every step whether what was acknowledged is what should be."""
    model = Model()
    seen: list[dict[str, int]] = [dict.fromkeys(CHOICES, 0), dict.fromkeys(CHOICES, 0)]
    for _ in range(steps):
        person = random.randrange(2)
        step = random.choices(["answer", "look", "elsewhere", "hand in", "open"], [10, 3, 1, 2, 2])[0]
        if step == "look":
            seen[person] = {code: len(answers) for code, answers in model.history.items()}
        elif step == "elsewhere":
            driver.comes_back_elsewhere(person)
            seen[person] = {code: len(answers) for code, answers in model.history.items()}
        elif step == "hand in":
            assert driver.hand_in(person) == model.hand_in()
        elif step == "open":
            assert driver.open_again(person) == model.open_again()
        else:
            _answer(driver, model, random, person, seen[person])
    return model


def _answer(driver: Driver, model: Model, random: Random, person: int, seen: dict[str, int]) -> None:
    code = random.choice(list(CHOICES))
    answer, touched = random.choice(CHOICES[code]), random.random() < 0.7
    told = driver.answer(person, code, answer, seen[code], touched=touched)
    assert told == model.save(code, answer, seen[code], touched=touched)
    if told == "conflict" and random.random() < 0.7:
        # She sees both answers and takes her own, knowing what she replaces.
        seen[code] = len(model.history[code])
        assert driver.answer(person, code, answer, seen[code], touched=True) == "saved"
        assert model.save(code, answer, seen[code], touched=True) == "saved"
    if told in ("saved", "same") and touched:
        seen[code] = len(model.history[code])


def stored(case: Case) -> tuple[dict[str, list[Answer]], list[dict[str, int]]]:
    """What is in the database, in the model's form. Every question has one answer that holds: the newest."""
    history: dict[str, list[Answer]] = {code: [] for code in CHOICES}
    for entry in Entry.objects.filter(case=case).select_related("question").order_by("question", "revision"):
        answers = history[entry.question.code]
        answers.append(_plain(entry))
        assert entry.revision == len(answers)
    held = Entry.objects.filter(case=case, superseded=False).values_list("question__code", "revision")
    assert dict(held) == {code: len(answers) for code, answers in history.items() if answers}
    submissions = Submission.objects.filter(case=case).order_by("number")
    return history, [submission.revisions for submission in submissions]


def _plain(entry: Entry) -> Answer:
    value = entry.value
    return ("".join(value.get("options", [])) or value.get("text", ""), entry.missing, entry.why)
