"""What was delivered, as a stream over the pieces in which the database keeps it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

STUK = 1_048_576
"""Bytes of one piece."""


class Inhoud(io.RawIOBase):
    """Reads the pieces that ``haal`` gives by number, None past the end; all but the last have ``STUK`` bytes."""

    def __init__(self, haal: Callable[[int], bytes | None], grootte: int) -> None:
        super().__init__()
        self._haal = haal
        self._grootte = grootte
        self._plek = 0
        self._nr = -1
        self._stuk = b""

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def seekable(self) -> bool:
        """Tell that it can be read from any place."""
        return True

    def seek(self, plek: int, vanaf: int = io.SEEK_SET) -> int:
        """Go to a place in the file."""
        begin = {io.SEEK_SET: 0, io.SEEK_CUR: self._plek, io.SEEK_END: self._grootte}[vanaf]
        self._plek = max(0, begin + plek)
        return self._plek

    def tell(self) -> int:
        """Return the place in the file."""
        return self._plek

    def readinto(self, buffer: object) -> int:
        """Read what is left of the present piece."""
        doel = memoryview(buffer)  # type: ignore[arg-type]
        nr, begin = divmod(self._plek, STUK)
        if nr != self._nr:
            self._stuk, self._nr = self._haal(nr) or b"", nr
        deel = self._stuk[begin : begin + len(doel)]
        doel[: len(deel)] = deel
        self._plek += len(deel)
        return len(deel)


def lees_stukken(pad: Path) -> Iterator[bytes]:
    """Read a file in pieces."""
    with pad.open("rb") as bestand:
        yield from _stukken(bestand)


def _stukken(bestand: IO[bytes]) -> Iterator[bytes]:
    while stuk := bestand.read(STUK):
        yield stuk
