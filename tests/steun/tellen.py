"""Counting the SQL statements of a piece of work."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event


@contextmanager
def tel_opdrachten(engine: Engine) -> Iterator[list[str]]:
    """Collect the statements that ``engine`` sends meanwhile; ``executemany`` counts once for every set of values."""
    opdrachten: list[str] = []

    def noteer(_verbinding: Any, _cursor: Any, opdracht: str, waarden: Any, _context: Any, veel: bool) -> None:
        opdrachten.extend([opdracht] * (len(waarden) if veel else 1))

    event.listen(engine, "before_cursor_execute", noteer)
    try:
        yield opdrachten
    finally:
        event.remove(engine, "before_cursor_execute", noteer)
