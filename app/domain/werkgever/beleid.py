"""The policy of employers: how soon a new IBAN is checked, and how far back a redundancy counts as a signal."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from app.domain.beleid.model import Beleid, Waarde


class WerkgeverBeleid(Beleid):
    """``iban_controle_werkdagen`` working days for the second person; ``afvloeiing_terugkijk_maanden`` calendar months.

    ``intentie_voor`` are the voorzieningen before whose start the employer states what it intends. So many of them
    without a contract, and none with, stand out (``proefplaatsing_opvallend_vanaf``).
    """

    soort: ClassVar[str] = "werkgever"

    iban_controle_werkdagen: Waarde[Annotated[int, Field(ge=1, le=20)]]
    afvloeiing_terugkijk_maanden: Waarde[Annotated[int, Field(ge=1, le=60)]]
    intentie_voor: Waarde[tuple[Annotated[str, Field(pattern=r"^[a-z_]{2,40}$")], ...]]
    proefplaatsing_opvallend_vanaf: Waarde[Annotated[int, Field(ge=1)]]
