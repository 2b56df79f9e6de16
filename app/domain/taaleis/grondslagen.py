"""The articles of this room."""

from __future__ import annotations

from typing import Final

from app.domain.kern.grondslag import Grondslag, awb, productenboek, pw, verordening

TAALEIS: Final = pw("18b")
BEREID: Final = pw("18b", "6")
DRINGEND: Final = pw("18b", "7")
NIEUWE_TOETS: Final = pw("18b", "13")
HOREN: Final = awb("4:8")
HANDBOEK: Final = productenboek("9")
TAALPLAN: Final = verordening("10")
TOETSING: Final[Grondslag] = productenboek("2.2.2")
