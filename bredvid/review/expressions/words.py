"""An expression in words, for whoever reads the form: ”om ni svarat Ja på fråga 2”."""

from collections.abc import Sequence
from decimal import Decimal

from bredvid.review.expressions import nodes
from bredvid.review.expressions.form import Form, FormQuestion
from bredvid.review.expressions.nodes import Expression, Node, ValueNode
from bredvid.review.expressions.phrases import PHRASES
from bredvid.review.expressions.plain import text_of

# Values that stand in the expression itself; an answer is named before them.
WRITTEN_OUT = (nodes.Text, nodes.Number, nodes.Day, nodes.Today)
TURNED = {"=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


def describe(expression: Expression, form: Form, language: str) -> str:
    """When a question is put: "om ni svarat Ja på fråga 2", "if you answered Yes to question 2"."""
    teller = _Teller(form, language)
    return teller.say("if", teller.condition(expression))


def describe_rule(question: FormQuestion, form: Form, language: str) -> str:
    """What an answer must fulfil: "svaret är minst 0". Empty where the question has no constraint."""
    if question.constraint is None:
        return ""
    return _Teller(form, language, own=question).condition(question.constraint)


def describe_relevance(question: FormQuestion, form: Form, language: str) -> str:
    """When a question is put: its section's condition, what it hangs on and its own together. Empty if always."""
    hanging = (
        nodes.Selected(nodes.Answer(question.depends_on[0]), question.depends_on[1]) if question.depends_on else None
    )
    conditions = [each for each in (question.section_relevant, hanging, question.relevant) if each is not None]
    teller = _Teller(form, language)
    return teller.say("if", teller.together(conditions)) if conditions else ""


def _alternatives(node: Expression) -> list[Expression]:
    return [*_alternatives(node.left), *_alternatives(node.right)] if isinstance(node, nodes.Either) else [node]


class _Teller:
    def __init__(self, form: Form, language: str, own: FormQuestion | None = None) -> None:
        self._form = form
        self._language = language
        self._phrases = PHRASES[language]
        self._own = own

    def say(self, phrase: str, *parts: str) -> str:
        return self._phrases[phrase].format(*parts)

    def together(self, conditions: Sequence[Expression]) -> str:
        """All of the conditions, each said once."""
        ambiguous = (nodes.Either,) if len(conditions) > 1 else ()
        told = [self._within(each, *ambiguous) for each in conditions]
        whole, *others = dict.fromkeys(told)
        for each in others:
            whole = self.say("and", whole, each)
        return whole

    def condition(self, node: Expression) -> str:
        match node:
            case nodes.Both(left, right):
                return self.say("and", self._within(left, nodes.Either), self._within(right, nodes.Either))
            case nodes.Either(left, right):
                return self._one_of(node) or self.say(
                    "or", self._within(left, nodes.Both), self._within(right, nodes.Both)
                )
            case nodes.Not(nodes.Selected(of, option)):
                return self._choice("not chosen", of, option)
            case nodes.Not(of):
                return self.say("not", self._within(of, nodes.Both, nodes.Either))
            case nodes.Truth(value):
                return self.say("always" if value else "never")
            case nodes.Selected(of, option):
                return self._choice("chosen", of, option)
            case nodes.Matches(of, pattern):
                return self.say("pattern", self._value(of), self.say("quoted", pattern))
            case nodes.Comparison(sign, left, right):
                return self._comparison(sign, left, right)

    def _one_of(self, node: nodes.Either) -> str:
        """Several options of one question: "A eller B på fråga 2". Empty where the node is something else."""
        choices = [self._chosen(each) for each in _alternatives(node)]
        asked = {choice[0] for choice in choices if choice}
        if None in choices or len(asked) != 1:
            return ""
        of = asked.pop()
        labels = [self._label(of, choice[1]) for choice in choices if choice]
        return self._choice("chosen", of, label=self.say("or", ", ".join(labels[:-1]), labels[-1]))

    def _chosen(self, node: Expression) -> tuple[nodes.Answer | nodes.Current, str] | None:
        match node:
            case nodes.Selected(of, option):
                return of, option
            case nodes.Comparison("=", nodes.Answer() | nodes.Current() as of, nodes.Text(option)):
                question = self._question(of)
                return (of, option) if question is not None and question.option(option) else None
        return None

    def _within(self, node: Expression, *ambiguous: type) -> str:
        text = self.condition(node)
        ambiguity = isinstance(node, ambiguous) and not (isinstance(node, nodes.Either) and self._one_of(node))
        return f"({text})" if ambiguity else text

    def _comparison(self, sign: str, left: ValueNode, right: ValueNode) -> str:
        if isinstance(left, WRITTEN_OUT) and not isinstance(right, WRITTEN_OUT):
            sign, left, right = TURNED[sign], right, left
        if sign in {"=", "!="} and isinstance(left, nodes.Answer | nodes.Current):
            if right == nodes.Text(""):
                return self._choice("unanswered" if sign == "=" else "answered", left)
            code = text_of(right.value) if isinstance(right, nodes.Text | nodes.Number) else ""
            question = self._question(left)
            if question is not None and question.option(code) is not None:
                return self._choice("chosen" if sign == "=" else "not chosen", left, code)
        dated = isinstance(right, nodes.Day | nodes.Today) and sign not in {"=", "!="}
        return self.say(f"date {sign}" if dated else sign, self._value(left), self._value(right))

    def _choice(self, phrase: str, of: nodes.Answer | nodes.Current, option: str = "", *, label: str = "") -> str:
        labels = [label or self._label(of, option)] if label or option else []
        if isinstance(of, nodes.Current):
            return self.say(f"own {phrase}", *labels)
        return self.say(phrase, self._name(of.code), *labels)

    def _value(self, node: ValueNode) -> str:
        match node:
            case nodes.Answer(code):
                return self.say("answer", self._name(code))
            case nodes.Current():
                return self.say("own")
            case nodes.Text(""):
                return self.say("nothing")
            case nodes.Text(text):
                return self.say("quoted", text)
            case nodes.Number(number):
                return self._number(number)
            case nodes.Day(day):
                return day.isoformat()
            case nodes.Today():
                return self.say("today")
            case nodes.CountSelected(nodes.Answer(code)):
                return self.say("count", self._name(code))
            case nodes.CountSelected(nodes.Current()):
                return self.say("own count")
            case nodes.Length(of):
                return self.say("length", self._value(of))
            case nodes.Negative(of):
                return self.say("negative", self._operand(of))
            case nodes.Arithmetic(sign, left, right):
                return self.say(sign, self._operand(left), self._operand(right))
        raise ValueError(f"not a value: {node!r}")

    def _operand(self, node: ValueNode) -> str:
        text = self._value(node)
        return f"({text})" if isinstance(node, nodes.Arithmetic | nodes.Negative) else text

    def _number(self, number: Decimal) -> str:
        text = text_of(number)
        return text.replace(".", ",") if self._language == "sv" else text

    def _question(self, node: Node) -> FormQuestion | None:
        return self._form.by_code.get(node.code) if isinstance(node, nodes.Answer) else self._own

    def _label(self, of: nodes.Answer | nodes.Current, option: str) -> str:
        question = self._question(of)
        found = question.option(option) if question else None
        label = found.label(self._language) if found else option
        # One word stands well in a sentence by itself; several need to be held together.
        return self.say("quoted", label) if " " in label else label

    def _name(self, code: str) -> str:
        question = self._form.by_code.get(code)
        if question is None:
            return self.say("named", code)
        if question.number is None:
            return self.say("named", question.short(self._language))
        return self.say("question", str(question.number))
