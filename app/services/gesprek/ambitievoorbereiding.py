"""Preparing an ambitiegesprek from the dossier: checks, route, urgent matters, and the request that LVB asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from app.db import indeling as indelingen
from app.db import taak as taken
from app.db.gesprek import betrokkene as betrokkenen
from app.db.gesprek import voorbereiding as db
from app.db.intake import screening as screeningen
from app.db.intake.screening import Screeningsresultaat, Screeningsverslag
from app.db.klant import Klant
from app.db.taak import Taak, Taakstatus
from app.domain.diagnose.uitroeptekens import Aandacht
from app.domain.gesprek.beleid import GesprekBeleid
from app.domain.gesprek.soort import Gesprekssoort
from app.domain.gesprek.toepassing import pas_toe
from app.domain.gesprek.voorbereiding import (
    INFORMATIE_LVB,
    AmbitieFeiten,
    Controle,
    Gespreksroute,
    controles,
    informatietaak,
    routes,
    spoedzaken,
)
from app.domain.kern.kenmerk import Kenmerk, Spoedzaak
from app.domain.kern.werkdagen import tel_werkdagen
from app.services.diagnose.uitroeptekens import aandacht_van
from app.services.gesprek.feiten import leidraadfeiten, markeringen
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak

_SPOEDTAKEN = {
    Spoedzaak.BROODNOOD: ("voorschot_regelen",),
    Spoedzaak.DREIGENDE_UITHUISZETTING: ("bad_overdracht_spoed",),
    Spoedzaak.SCHULDEN: ("bad_overdracht",),
}


@dataclass(frozen=True)
class Spoedstand:
    """An urgent matter with how it was resolved, if it was."""

    spoedzaak: Spoedzaak
    afhandeling: str | None


@dataclass(frozen=True)
class Ambitievoorbereiding:
    """What the intaker must know before the ambitiegesprek; urgent matters and what the analysis flags come first."""

    spoedzaken: list[Spoedstand]
    routes: tuple[Gespreksroute, ...]
    controles: tuple[Controle, ...]
    aandachtspunten: tuple[str, ...]
    uitroeptekens: tuple[Aandacht, ...]
    verslag: Screeningsverslag | None
    informatieverzoek: Taakstatus | None


def bekijk_ambitievoorbereiding(h: Handeling, klant_id: UUID) -> Ambitievoorbereiding:
    """Fill in the preparation of the ambitiegesprek from the dossier (DEV-AMB-005, DEV-AMB-006, DEV-AMB-014)."""
    klant = h.klant(klant_id, vergrendel=False)
    resultaat = db.laatste_resultaat(h.sessie, klant.id)
    feiten = _feiten(h, klant, resultaat)
    verslagen = screeningen.verslagen(h.sessie, resultaat.melding_id) if resultaat else []
    leidraad = h.beleid.geldend(GesprekBeleid, klant.gemeente, h.vandaag).beleid.leidraad(Gesprekssoort.AMBITIEGESPREK)
    passend = pas_toe(leidraad.waarde, leidraadfeiten(h, klant, h.vandaag, {}))
    gevraagd = taken.taken_van_soort(h.sessie, klant.id, INFORMATIE_LVB)
    return Ambitievoorbereiding(
        spoedzaken=_standen(h, klant, resultaat, feiten),
        routes=routes(feiten.markeringen),
        controles=controles(feiten),
        aandachtspunten=tuple(punt.tekst for thema in passend.themas for punt in thema.aandachtspunten),
        uitroeptekens=aandacht_van(h, klant),
        verslag=verslagen[-1] if verslagen else None,
        informatieverzoek=gevraagd[-1].status if gevraagd else None,
    )


def spoedzaken_van(h: Handeling, klant: Klant) -> tuple[frozenset[Spoedzaak], bool]:
    """Return the urgent matters of the last screening, and whether it showed money worries."""
    resultaat = db.laatste_resultaat(h.sessie, klant.id)
    if resultaat is None:
        return frozenset(), False
    zaken = _zaken(resultaat)
    return zaken, resultaat.schuldsignaal != "geen" or Spoedzaak.DREIGENDE_UITHUISZETTING in zaken


def vraag_informatie(h: Handeling, klant: Klant) -> None:
    """Put the request for information in the werkvoorraad for a klant with LVB, once (DEV-AMB-014)."""
    if Kenmerk.LVB not in klant.kenmerken or taken.taken_van_soort(h.sessie, klant.id, INFORMATIE_LVB):
        return
    werkdagen = h.beleid.geldend(GesprekBeleid, klant.gemeente, h.vandaag).beleid.opvolgen_werkdagen.waarde
    maak_taak(h, informatietaak(tel_werkdagen(h.vandaag, werkdagen)), Bestemming(klant.id, klant))
    h.sessie.flush()


def _zaken(resultaat: Screeningsresultaat) -> frozenset[Spoedzaak]:
    feiten = resultaat.feiten["screening"]
    return spoedzaken(
        broodnood=feiten["broodnood"],
        uithuiszetting=feiten["dreigende_uithuiszetting"],
        schuldsignaal=resultaat.schuldsignaal,
    )


def _feiten(h: Handeling, klant: Klant, resultaat: Screeningsresultaat | None) -> AmbitieFeiten:
    hulp = [wie.organisatienaam or wie.rol for wie in betrokkenen.hulpverleners(h.sessie, klant.id, h.vandaag)]
    if resultaat is not None and resultaat.verwijzing:
        hulp.append(resultaat.verwijzing["instantie"])
    return AmbitieFeiten(
        markeringen=markeringen(h, klant, h.vandaag),
        schuldsignaal=resultaat.schuldsignaal if resultaat else None,
        spoedzaken=_zaken(resultaat) if resultaat else None,
        instanties=tuple(dict.fromkeys(hulp)),
    )


def _standen(
    h: Handeling, klant: Klant, resultaat: Screeningsresultaat | None, feiten: AmbitieFeiten
) -> list[Spoedstand]:
    gesprekken = indelingen.gesprekken(h.sessie, klant.id)
    besproken = gesprekken[0].inhoud.get("spoedafhandelingen", []) if gesprekken else []
    afgehandeld = {regel["spoedzaak"]: regel["afhandeling"] for regel in besproken}
    gedaan: Sequence[Taak] = taken.taken_van_onderwerp(h.sessie, resultaat.melding_id) if resultaat else ()
    standen = []
    for zaak in sorted(feiten.spoedzaken or ()):
        klaar = [t for t in gedaan if t.soort in _SPOEDTAKEN[zaak] and t.status is Taakstatus.GEDAAN]
        uit_taak = (klaar[-1].resultaat or "De taak is afgehandeld.") if klaar else None
        standen.append(Spoedstand(zaak, afgehandeld.get(zaak.value) or uit_taak))
    return standen
