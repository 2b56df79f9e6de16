"""The taken of a herziening: each is made when its turn comes and closed by the deed itself."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from app.db.herziening.herziening import Herziening
from app.db.klant import Klant
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.werkdagen import tel_werkdagen
from app.domain.maatregel.herziening.beleid import HerzieningBeleid
from app.domain.maatregel.herziening.toetsen import GRONDSLAG
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak


class Taaksoort(StrEnum):
    """The kinds of taken; the name after ``herziening_`` is that of its term in the policy."""

    BESLUIT = "herziening_besluit"
    TOETSING = "herziening_toetsing"
    VERZENDING = "herziening_verzending"


_TEKST: Final[dict[Taaksoort, tuple[str, Rol]]] = {
    Taaksoort.BESLUIT: ("Beslis of het besluit wordt ingetrokken, gewijzigd of beëindigd.", Rol.INKOMENSCONSULENT),
    Taaksoort.TOETSING: ("Toets de herziening voordat zij de deur uitgaat.", Rol.TOETSER),
    Taaksoort.VERZENDING: ("Verzend de herziening en leg de verzenddatum vast.", Rol.INKOMENSCONSULENT),
}
_WAAROM: Final[dict[Taaksoort, str]] = {
    Taaksoort.BESLUIT: "Er is een reden om opnieuw naar een verzonden besluit te kijken.",
    Taaksoort.TOETSING: "Een besluit wordt getoetst door een ander dan wie het voorbereidde of nam.",
    Taaksoort.VERZENDING: "De toetser is akkoord; met de verzending geldt het oude besluit niet meer.",
}


def vraag(h: Handeling, klant: Klant, herziening: Herziening, soort: Taaksoort, reden: str | None = None) -> None:
    """Put the next thing to do in the werkvoorraad; ``reden`` replaces the usual reason."""
    beleid = h.beleid.geldend(HerzieningBeleid, klant.gemeente, h.vandaag).beleid
    wat, rol = _TEKST[soort]
    dagen: int = getattr(beleid.werktermijnen.waarde, soort.value.removeprefix("herziening_"))
    voorstel = TaakVoorstel(
        soort=soort.value,
        wat=wat,
        waarom=reden or _WAAROM[soort],
        rol=rol,
        grondslag=GRONDSLAG[herziening.grond],
        uiterste=tel_werkdagen(h.vandaag, dagen),
    )
    maak_taak(h, voorstel, Bestemming(herziening.id, klant))
