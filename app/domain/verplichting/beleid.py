"""The policy of ontheffingen and nadere verplichtingen; terms in whole calendar months, ages in years."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from app.domain.beleid.model import Beleid, Waarde

Maanden = Annotated[int, Field(ge=1)]


class VerplichtingBeleid(Beleid):
    """The bounds of article 9a, and how long before an end or a review somebody is told."""

    soort: ClassVar[str] = "verplichting"

    ouder_hoogstens_maanden: Waarde[Maanden]
    ouder_kind_jonger_dan: Waarde[Annotated[int, Field(ge=1)]]
    ouder_plan_binnen_maanden: Waarde[Maanden]
    ouder_herbeoordelen_maanden: Waarde[Maanden]
    herbeoordelen_vooraf_maanden: Waarde[Maanden]
    einde_vooraf_maanden: Waarde[Maanden]
