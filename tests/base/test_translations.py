"""The English catalogue: every message has its English, with the same places to fill."""

from __future__ import annotations

import re

import pytest

from college_desk.base.translation import _
from tests.base.renew_translations import MO, catalogue, compiled, messages

PLACE = re.compile(r"\{(\w*)[^}]*\}")


def english() -> dict[str, str]:
    return {each.id: str(each.string) for each in catalogue() if isinstance(each.id, str) and each.id}


def test_every_message_of_the_code_is_translated() -> None:
    known = english()
    assert [each for each in messages() if not known.get(each)] == []


def test_every_translation_fills_the_same_places() -> None:
    for message, told in english().items():
        assert set(PLACE.findall(message)) == set(PLACE.findall(told)), message


def test_the_compiled_catalogue_is_made_from_the_text() -> None:
    assert MO.read_bytes() == compiled(catalogue())


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_language_is_chosen_by_the_environment(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    monkeypatch.setenv("COLLEGE_DESK_LANG", language)
    message = next(iter(english()))
    assert _(message) == (english()[message] if language == "en" else message)
