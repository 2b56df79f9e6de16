"""When rights and duties were discussed with a klant, and the paper that the klant takes home."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.db import afspraak as afspraken
from app.db import besluit as besluiten
from app.db import indeling as indelingen
from app.db import klantafspraak as klantafspraken
from app.domain.afspraak.feiten import AfspraakSoort, Presentie
from app.domain.bericht.kanaal import Berichtkanaal
from app.domain.bericht.sjabloon import Sjabloon
from app.domain.kern.tijd import dag
from app.domain.klantafspraak.nakoming import RECHTEN_EN_PLICHTEN, Afspraakaanleiding, Partij
from app.services.bericht.beheer import Berichtbeeld
from app.services.bericht.gegevens import consulentgegevens
from app.services.bericht.klaarzetten import trek_terug, zet_klaar
from app.services.handeling import Handeling, Opdracht
from app.services.klantafspraak import regel


class SamenvattingOpdracht(Opdracht):
    """De samenvatting van het ambitiegesprek; zonder meer een brief om mee te geven."""

    kanaal: Berichtkanaal = Berichtkanaal.BRIEF


@dataclass(frozen=True)
class Besproken:
    """Rights and duties were discussed on this day."""

    aanleiding: Afspraakaanleiding
    datum: date
    bron_id: UUID


@dataclass(frozen=True)
class Plichtenbeeld:
    """When rights and duties were discussed, oldest first, and at which moments not yet."""

    klant_id: UUID
    besproken: tuple[Besproken, ...]

    @property
    def nog_niet(self) -> tuple[Afspraakaanleiding, ...]:
        """The moments that are still to come, or at which it was not recorded."""
        gedaan = {regel.aanleiding for regel in self.besproken}
        return tuple(moment for moment in RECHTEN_EN_PLICHTEN if moment not in gedaan)


def bekijk_plichten(h: Handeling, klant_id: UUID) -> Plichtenbeeld:
    """Show when rights and duties were discussed: in the ambitiegesprek, a kick-off, a beschikking (DEV-AFS-006).

    A kick-off counts when the klant came, for they are a fixed part of it; a beschikking from the day it was sent.
    """
    klant = h.klant(klant_id, vergrendel=False)
    gevonden = [
        Besproken(Afspraakaanleiding.AMBITIEGESPREK, gesprek.datum, gesprek.id)
        for gesprek in indelingen.gesprekken(h.sessie, klant.id)
        if gesprek.inhoud.get("rechten_en_plichten_besproken")
    ]
    gevonden += [
        Besproken(Afspraakaanleiding.KICK_OFF, dag(afspraak.begint), afspraak.id)
        for afspraak in afspraken.van_klant(h.sessie, klant.id)
        if afspraak.soort is AfspraakSoort.KICK_OFF and afspraak.uitkomst is Presentie.VERSCHENEN
    ]
    gevonden += [
        Besproken(Afspraakaanleiding.BESCHIKKING, bekendmaking.verzonden_op, bekendmaking.besluit_id)
        for bekendmaking in besluiten.bekendmakingen_van_klant(h.sessie, klant.id)
    ]
    return Plichtenbeeld(klant.id, tuple(sorted(gevonden, key=lambda regel: (regel.datum, regel.bron_id))))


def maak_samenvatting(h: Handeling, opdracht: SamenvattingOpdracht, klant_id: UUID) -> Berichtbeeld:
    """Make the summary of the ambitiegesprek: klantgroep, kick-off, expectations and contact (DEV-AMB-011)."""
    klant = h.klant(klant_id)
    volgende = afspraken.laatste(h.sessie, klant.id, AfspraakSoort.KICK_OFF)
    staat = volgende is not None and volgende.uitkomst is None and volgende.vervallen_op is None
    trek_terug(h, klant.id, Sjabloon.AMBITIEGESPREK_SAMENVATTING, reden="Er is een nieuwere samenvatting gemaakt.")
    eigenaar = klant.consulent_id or klant.inkomensconsulent_id or h.actor.medewerker_id
    open_ = klantafspraken.openstaand(h.sessie, klant.id)
    gegevens = consulentgegevens(h, eigenaar) | {
        "klantgroep": klant.klantgroep.naam if klant.klantgroep else None,
        "kick_off": volgende.begint if volgende and staat else None,
        "kick_off_plaats": volgende.locatie if volgende and staat else None,
        "zonder_kick_off": klant.klantgroep is not None and klant.klantgroep.value == "zorgen",
        "verwachtingen": [regel(rij) for rij in open_ if rij.door is Partij.KLANT],
    }
    bericht = zet_klaar(
        h, klant, Sjabloon.AMBITIEGESPREK_SAMENVATTING, gegevens, onderwerp_id=klant.id, kanaal=opdracht.kanaal
    )
    assert bericht is not None
    h.sessie.flush()
    return Berichtbeeld(bericht, klant)
