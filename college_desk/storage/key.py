"""The key of an encrypted workspace, made from its passphrase (打开口令) by argon2id."""

from __future__ import annotations

import base64
import hashlib
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

_SALT_BYTES = 16
_TIME_COST = 3
_MEMORY_KIB = 65536
_LANES = 2


@dataclass(frozen=True)
class KeyRecipe:
    """How the key is made; kept beside the database, of no use without the passphrase.

    check: the head of a hash of the key, which tells a wrong passphrase from a damaged file.
    """

    salt: bytes
    time_cost: int
    memory_kib: int
    lanes: int
    check: str

    def to_json(self) -> dict[str, Any]:
        """The recipe as JSON values."""
        return {
            "kdf": "argon2id",
            "salt": base64.b64encode(self.salt).decode("ascii"),
            "time_cost": self.time_cost,
            "memory_kib": self.memory_kib,
            "lanes": self.lanes,
            "check": self.check,
        }

    @staticmethod
    def from_json(stored: Mapping[str, Any]) -> KeyRecipe:
        """The inverse of `to_json`. Raises KeyError, TypeError or ValueError for anything else."""
        if stored["kdf"] != "argon2id":
            raise ValueError(f"unknown key derivation {stored['kdf']!r}")
        return KeyRecipe(
            base64.b64decode(stored["salt"]),
            int(stored["time_cost"]),
            int(stored["memory_kib"]),
            int(stored["lanes"]),
            str(stored["check"]),
        )


def new_key(passphrase: str, randomness: Callable[[int], bytes]) -> tuple[bytes, KeyRecipe]:
    """A key for a new workspace, with the recipe that makes it again."""
    salt = randomness(_SALT_BYTES)
    key = _derive(passphrase, salt, _TIME_COST, _MEMORY_KIB, _LANES)
    return key, KeyRecipe(salt, _TIME_COST, _MEMORY_KIB, _LANES, _check(key))


def key_of(passphrase: str, recipe: KeyRecipe) -> bytes | None:
    """The key that a passphrase makes by a recipe, None when it is not the right passphrase."""
    key = _derive(passphrase, recipe.salt, recipe.time_cost, recipe.memory_kib, recipe.lanes)
    return key if _check(key) == recipe.check else None


def _derive(passphrase: str, salt: bytes, time_cost: int, memory_kib: int, lanes: int) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8")
    return hash_secret_raw(secret, salt, time_cost, memory_kib, lanes, 32, Type.ID)


def _check(key: bytes) -> str:
    return hashlib.sha256(b"college-desk key check" + key).hexdigest()[:16]
