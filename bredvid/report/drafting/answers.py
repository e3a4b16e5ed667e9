"""What the draft says of one question: how it was put, what was answered, and why some gave no value."""

from collections.abc import Iterator, Sequence

from bredvid.figures.figure import Figure
from bredvid.figures.quantifiers import Scope, holds
from bredvid.report.claims.chapter import Language
from bredvid.report.drafting.material import Item
from bredvid.report.drafting.sentences import binding, joined, municipalities, paragraph, phrases, say
from bredvid.review.models import Missing, Question

Kind = Question.Kind

# How many answers are named one by one; the table has them all.
NAMED = 4
_GIVEN = {Kind.TEXT: "given_text", Kind.INTEGER: "given_number", Kind.DECIMAL: "given_number", Kind.DATE: "given_date"}
_PUT = {Kind.DECIMAL: "put_integer"}


def question_text(item: Item, language: Language) -> Iterator[str]:
    """The paragraphs of a question: heading, how it was put, drawing, what was answered."""
    yield f"## [[short {item.code}|as-is]]"
    yield paragraph(_put(item, language), _follow_up(item, language))
    if not item.can_be_bound:
        yield f"{{{{figure {item.code}}}}}"
        return
    if not item.result.base.asked:
        if item.of_everybody:
            yield say("nobody_asked", language)
        return
    yield f"{{{{figure {item.code}}}}}"
    yield paragraph(lead(item, language), *_rest(item, language))
    yield _missing(item, language)


def lead(item: Item, language: Language) -> str:
    """What most answered, or what the most common answer is; "" where nothing can be said."""
    top = item.counted
    if item.result.verbal or not top:
        return paragraph(*(_verbal(item, figure.option, language) for figure in item.result.verbal))
    if not item.result.base.valid:
        return say("no_answer", language, q=item.code)
    if _own_value(item):
        return _given(item, top[0], language)
    if not top[0].count:
        return say("none_of_them", language, q=item.code)
    return _most(item, top, language)


def label(item: Item, option: str) -> str:
    """An answer's own words: yes and no as part of the sentence, everything else in quotation marks."""
    return f"[[label {item.code}.{option}{'' if option in ('ja', 'nej') else '|quoted'}]]"


def _put(item: Item, language: Language) -> str:
    kind = Kind(item.question.kind)
    name = "put_coded" if item.question.coded else _PUT.get(kind, f"put_{kind.value}")
    return say(name, language, q=item.code)


def _follow_up(item: Item, language: Language) -> str:
    if item.of_everybody or not item.can_be_bound:
        return ""
    asked, parent = item.result.base.asked, item.question.depends_on
    values = {"q": item.code, "n": f"{binding(f'{item.code}.asked', asked)} {municipalities(asked, language)}"}
    if parent is None:
        return say("follow_up_to_some" if asked else "follow_up_to_none", language, **values)
    values |= {"p": parent.question.code, "label": f"[[label {parent.question.code}.{parent.code}|quoted]]"}
    return say("follow_up" if asked else "follow_up_to_nobody", language, **values)


def _own_value(item: Item) -> bool:
    return item.question.kind in _GIVEN and not item.question.coded and len(item.result.options) == 1


def _given(item: Item, figure: Figure, language: Language) -> str:
    given = say(_GIVEN[Kind(item.question.kind)], language, q=item.code, o=figure.option)
    numbers = item.result.summary and item.result.summary.n > 1
    return paragraph(
        given,
        say("numbers", language, q=item.code) if numbers else "",
        say("unit", language, q=item.code) if item.question.unit_sv else "",
    )


def _verbal(item: Item, option: str, language: Language) -> str:
    return say("verbal", language, q=item.code, o=option, label=label(item, option))


def _most(item: Item, top: Sequence[Figure], language: Language) -> str:
    first = top[0]
    alone = len(top) == 1 or top[1].count < first.count
    values = {"q": item.code, "o": first.option, "label": label(item, first.option)}
    if _several(item):
        how = _marked(item)
        return say(how if len(top) == 1 else f"largest_{how}" if alone else f"spread_{how}", language, **values)
    counted = _in_units(item, first)
    if counted:
        values |= {"unit": f"[[unit {item.code}]]", "label": f"[[label {item.code}.{first.option}]]"}
    phrase = next(_phrases(item, first, language), "")
    if phrase:
        return say("counted_by" if counted else "said_by", language, phrase=phrase, **values)
    if alone:
        return say("largest_counted" if counted else "largest", language, **values)
    return say("spread", language, **{**values, "label": label(item, first.option)})


def _several(item: Item) -> bool:
    """Whether more than one answer may hold of a municipality, as far as is known."""
    return item.question.exclusivity != Question.Exclusivity.EXCLUSIVE


def _marked(item: Item) -> str:
    """How one of several answers came to hold: a coder found it named in words, or it was ticked."""
    return "named" if item.question.coded else "ticked"


def _in_units(item: Item, figure: Figure) -> bool:
    """Whether the unit belongs after the answer: "0–5" counts something, "0–5 girls" has said what."""
    option = item.result.option_of(figure)
    bare = not any(sign.isalpha() for sign in option.label_sv)
    return item.question.kind == Kind.COUNT and bool(item.question.unit_sv) and bare and not option.missing


def _phrases(item: Item, figure: Figure, language: Language) -> Iterator[str]:
    """The phrases that hold of a figure, among those accounted for."""
    siblings = [other for other in item.counted if other.key != figure.key]
    for phrase in phrases(language):
        if holds(phrase, figure, siblings, Scope.RESPONDENTS, language):
            yield phrase


def _rest(item: Item, language: Language) -> Iterator[str]:
    """The answers after the most common one, and those that nobody gave. That one does not know is told by itself."""
    others = [each for each in item.counted[1:] if not item.result.option_of(each).missing]
    if item.result.verbal or _own_value(item) or not item.result.base.valid or not item.counted[0].count:
        return
    given, empty = [each for each in others if each.count], [each for each in others if not each.count]
    if given:
        yield _others(item, _ordered(item, given[:NAMED]), language)
    if len(given) > NAMED:
        yield say("in_the_table", language)
    if len(empty) == 1:
        name = f"nobody_{_marked(item)}" if _several(item) else "nobody"
        yield say(name, language, q=item.code, o=empty[0].option, label=label(item, empty[0].option))
    if item.question.persons:
        yield say("persons", language)


def _ordered(item: Item, figures: Sequence[Figure]) -> Sequence[Figure]:
    """The most common first; on a scale, and in ranges, in the form's order."""
    if item.question.kind not in (Kind.ORDINAL, Kind.COUNT):
        return figures
    order = {option.code: option.order for option in item.result.options}
    return sorted(figures, key=lambda figure: order[figure.option])


def _others(item: Item, figures: Sequence[Figure], language: Language) -> str:
    if _several(item):
        items = [
            say("then_item", language, q=item.code, o=each.option, label=label(item, each.option)) for each in figures
        ]
        return say("then_ticked", language, items=joined(items, language))
    first, *others = figures
    said = [say("other_first", language, **_counted(item, first, begins=True))]
    said += [say("other", language, **_counted(item, each)) for each in others]
    return say("others", language, items=joined(said, language))


def _counted(item: Item, figure: Figure, *, begins: bool = False) -> dict[str, str]:
    name = f"{item.code}.{figure.option}"
    return {"count": binding(name, figure.count, begins=begins), "label": label(item, figure.option)}


def _missing(item: Item, language: Language) -> str:
    """Why some gave no value: as an answer that the form offers, or as the reason that was entered."""
    said: list[str] = []
    for figure in item.counted[1:]:
        reason = item.result.option_of(figure).missing
        if reason and figure.count:
            said.append(_option_reason(item, figure, reason, language, begins=not said))
    for reason in Missing:
        if item.missing.get(reason.value):
            said.append(_reason(item, reason.value, language, begins=not said))
    return f"{joined(said, language)}." if said else ""


def _option_reason(item: Item, figure: Figure, reason: str, language: Language, *, begins: bool) -> str:
    """Of an answer that says why there is no value; in its own words where others gave the same reason otherwise."""
    twice = item.missing.get(reason)
    own = say("missing_label", language, label=label(item, figure.option))
    why = own if twice else say(f"missing_{reason}", language)
    if begins:
        return say("missing_option_first", language, q=item.code, o=figure.option, why=why)
    return say("missing_next", language, count=binding(f"{item.code}.{figure.option}", figure.count), why=why)


def _reason(item: Item, reason: str, language: Language, *, begins: bool) -> str:
    why = say(f"missing_{reason}", language)
    if begins:
        return say("missing_first", language, q=item.code, o=reason, why=why)
    count = binding(f"{item.code}.{reason}", item.missing[reason], kind="missing")
    return say("missing_next", language, count=count, why=why)
