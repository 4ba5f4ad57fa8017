"""The encoding of a text: byte order mark, strict UTF-8, UTF-16 without a mark, GB18030; and what is garbled."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import NamedTuple

from college_desk.files.sheets import refusals

CHOICES = ("utf-8", "gb18030", "utf-16-le", "utf-16-be", "big5")
"""What a user may choose where the guess is doubtful."""

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 20_000
_LOOKED_AT = 1_000_000
_HAN = re.compile(r"[\u3400-\u9fff]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]{2,}")
_UTF8_AS_LATIN = re.compile(
    "[\u00e4-\u00e9][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013-\u203a\u20ac\u2122]{2}"
)
"""One Chinese character in UTF-8, taken for three of Windows' western letters (å¼ for 张)."""
_GBK_AS_LATIN = re.compile("(?:[\u00b0-\u00f7][\u00a1-\u00fe]){2,}")
"""Common Chinese characters in GBK, each taken for two western letters (ÕÅÎ° for 张伟)."""
_SEPARATES = re.compile("[\r\n\t,;，]")


class Decoded(NamedTuple):
    """A text with the encoding it was read by; doubtful: a guess that shows no common Chinese characters."""

    text: str
    encoding: str
    doubtful: bool = False


def decoded(content: bytes, path: Path, encoding: str | None = None) -> Decoded:
    """The text of a file's bytes, by the encoding that was chosen or else by the one it is in.

    Raises UnusableInput for text that is unreadable in it, in all of them, or was garbled before it came here.
    """
    if encoding is not None:
        try:
            text = content.decode(encoding)
        except (UnicodeDecodeError, LookupError) as error:
            raise refusals.not_in_encoding(path, encoding) from error
        return Decoded(text.lstrip("\ufeff"), encoding)
    found = _guessed(content, path)
    if is_garbled(found.text):
        raise refusals.garbled(path)
    return found


def _guessed(content: bytes, path: Path) -> Decoded:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            try:
                return Decoded(content.decode(encoding).lstrip("\ufeff"), encoding)
            except UnicodeDecodeError as error:
                raise refusals.damaged(path) from error
    without_mark = utf16_without_mark(content[:_SAMPLE])
    for encoding in (*([without_mark] if without_mark else ()), "utf-8", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "gb18030":
            if _CONTROLS.search(text):
                break
            return Decoded(text, encoding, doubtful=not _is_chinese(text))
        return Decoded(text, encoding)
    raise refusals.unknown_encoding(path)


def utf16_without_mark(head: bytes) -> str | None:
    """utf-16-le or utf-16-be where a text without a byte order mark is plainly in it, else None."""
    even = head[: len(head) // 2 * 2]
    if b"\x00" not in even:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = even.decode(encoding, "replace")[:-1]
        strange = sum(not (31 < ord(each) < 127 or _is_common(each) or each in "\r\n\t") for each in text)
        if _SEPARATES.search(text) and strange * 10 <= len(text):
            return encoding
    return None


def is_garbled(text: str) -> bool:
    """Whether a text was decoded wrongly and saved again (锟斤拷, å¼ ä¼Ÿ, 涓枃) before it came here."""
    text = text[:_LOOKED_AT]
    han = len(_HAN.findall(text))
    lost = text.count("锟斤拷") + text.count("烫烫烫")
    return (
        lost * 100 > han
        or text.count("\ufffd") > max(3, han // 5)
        or sum(map(len, _UTF8_AS_LATIN.findall(text))) > max(8, han)
        or _read_as_latin(text) > max(8, han)
        or _was_utf8_read_as_gbk(text)
    )


def _read_as_latin(text: str) -> int:
    """How many characters stand in stretches that are common Chinese ones in GBK."""
    count = 0
    for stretch in _GBK_AS_LATIN.findall(text):
        chinese = stretch.encode("latin-1").decode("gb2312", "replace")
        count += sum(map(_is_common, chinese)) * 2
    return count


def _was_utf8_read_as_gbk(text: str) -> bool:
    """Whether most stretches of Chinese are UTF-8 bytes in disguise (涓枃 for 中文)."""
    stretches = _NOT_ASCII.findall(text[:50000])[:400]
    if len(stretches) < 3:
        return False
    disguised = 0
    for stretch in stretches:
        try:
            once = stretch.encode("gb18030").decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
        disguised += bool(_HAN.search(once))
    return disguised * 2 > len(stretches)


def _is_chinese(text: str) -> bool:
    """Whether most of what is beyond ASCII are common Chinese characters; GB18030 takes almost any bytes."""
    beyond_ascii = [character for character in text[:_SAMPLE] if ord(character) > 127]
    return sum(map(_is_common, beyond_ascii)) * 2 > len(beyond_ascii) or not beyond_ascii


def _is_common(character: str) -> bool:
    """Whether a character is in the first level of GB 2312 (3,755 characters) or its punctuation."""
    try:
        code = character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return len(code) == 2 and (0xB0 <= code[0] <= 0xD7 or code[0] in (0xA1, 0xA3))
