"""What may be left of a folded line when amounts are taken off: "2 påsar ris" may be rice."""

from bredvid.room.shopping.shape import Amounts


def candidates(folded: str, amounts: Amounts) -> list[str]:
    """What the line may name: itself first, then with ever more of an amount taken off its ends; never nothing.

    Before the thing any words of amounts may stand. After it only what begins with a quantity and has digits:
    "bin bags" are no bins.
    Words that belong to an item win by coming first: "can opener" is looked up before "opener".
    """
    words = folded.split()
    starts = range(_length_of_amount(words, amounts) + 1)
    ends = [end for end in range(1, len(words) + 1) if _is_amount_after(words[end:], amounts)]
    kept = [(start, end) for start in starts for end in ends if start < end]
    kept.sort(key=lambda span: (span[0] - span[1], span[0]))
    return [" ".join(words[start:end]) for start, end in kept]


def _length_of_amount(words: list[str], amounts: Amounts) -> int:
    length = 0
    while length < len(words) and amounts.is_amount(words[length]) and (length or words[0] not in amounts.joiners):
        length += 1
    return length


def _is_amount_after(words: list[str], amounts: Amounts) -> bool:
    # Digits are asked for: a slip makes "pancake mix" into "pancake six", but hardly into "pancake 6".
    has_digits = any(map(str.isdigit, words))
    return not words or (has_digits and amounts.is_quantity(words[0]) and all(map(amounts.is_amount, words)))
