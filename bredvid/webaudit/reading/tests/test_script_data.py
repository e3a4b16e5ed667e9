"""Text that a page keeps in its scripts is read; its code is not."""

from bredvid.webaudit.reading.tests.pages import in_zone, page_of
from bredvid.webaudit.shapes import Zone

SAID = "Du som säljer bilder på dig själv kan få stöd hos oss."


def _in_scripts(script: str) -> list[str]:
    return in_zone(page_of(f"<main><h1>Stöd</h1><p>Text.</p></main>{script}"), Zone.SCRIPT)


def test_a_start_state_of_sitevision_is_read():
    state = '{"id":"12.a","open":true,"html":"<p>' + SAID + '</p><p>Kort.</p>"}'
    assert _in_scripts(f"<script>AppRegistry.registerInitialState('12.a', {state});</script>") == [SAID]


def test_several_states_in_one_script_are_read():
    script = "".join(f'AppRegistry.registerInitialState("{n}",{{"t":"{SAID[:-1]} {n}."}});' for n in (1, 2))
    assert len(_in_scripts(f"<script>{script}</script>")) == 2


def test_linked_data_and_next_data_are_read():
    assert _in_scripts(f'<script type="application/ld+json">{{"description": "{SAID}"}}</script>') == [SAID]
    assert _in_scripts(f'<script id="__NEXT_DATA__" type="application/json">{{"a":[{{"b":"{SAID}"}}]}}</script>') == [
        SAID
    ]
    assert _in_scripts(f'<script>window.__INITIAL_STATE__ = {{"a":"{SAID}"}};</script>') == [SAID]


def test_code_settings_and_broken_json_are_not():
    assert _in_scripts(f'<script>var x = "{SAID}"; if (a && b) {{ c(); }}</script>') == []
    assert _in_scripts('<script type="application/json">{"css": "a { color: red } b { color: blue; }"}</script>') == []
    assert _in_scripts(f'<script type="application/json">{{"a": "{SAID}"</script>') == []
    assert _in_scripts('<script type="application/json">' + "[" * 100_000 + "</script>") == []


def test_a_text_that_stands_on_the_page_already_stands_there_only():
    page = page_of(f'<main><p>{SAID}</p></main><script type="application/json">{{"a": "{SAID}"}}</script>')
    assert in_zone(page, Zone.SCRIPT) == []
    assert in_zone(page, Zone.MAIN) == [SAID]
