"""Every style sheet, script and picture has a name of its own: of two with one name only the first would be served."""

from collections import Counter

from django.contrib.staticfiles.finders import get_finders


def test_no_two_rooms_serve_a_file_by_the_same_name():
    names = Counter(name for finder in get_finders() for name, _storage in finder.list([]))
    assert names
    assert [name for name, times in names.items() if times > 1] == []
