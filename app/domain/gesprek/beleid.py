"""The policy of conversations: a guide per kind, and the themes per leefgebied that guides share."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import AfterValidator, Field, model_validator

from app.domain.beleid.model import Beleid, Waarde
from app.domain.gesprek.leidraad import Leidraad, Thema, controleer
from app.domain.gesprek.soort import Gesprekssoort, Tekstcode


def _gecontroleerd(themas: tuple[Thema, ...]) -> tuple[Thema, ...]:
    controleer(themas)
    return themas


class GesprekBeleid(Beleid):
    """Guides per kind of conversation; terms in the unit that their name tells."""

    soort: ClassVar[str] = "gesprek"

    opvolgen_werkdagen: Waarde[Annotated[int, Field(ge=1)]]
    screening_bronnen: Waarde[tuple[Tekstcode, ...]]
    screening: Waarde[Leidraad]
    ambitiegesprek: Waarde[Leidraad]
    kennismaking: Waarde[Leidraad]
    doelmatigheidsgesprek: Waarde[Leidraad]
    leefgebieden: Waarde[Annotated[tuple[Thema, ...], AfterValidator(_gecontroleerd)]]

    @model_validator(mode="after")
    def _samen_zonder_dubbele(self) -> Self:
        for soort in Gesprekssoort:
            controleer(self.leidraad(soort).waarde.themas)
        return self

    def leidraad(self, soort: Gesprekssoort) -> Waarde[Leidraad]:
        """Return the whole guide of one kind of conversation, with the shared themes if it uses them."""
        waarde: Waarde[Leidraad] = getattr(self, soort.value)
        return waarde.model_copy(update={"waarde": waarde.waarde.met(self.leefgebieden.waarde)})
