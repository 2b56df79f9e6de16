"""Facts of the besluit on a voorziening: the same as of the offer, and who decided on the hardheidsclausule."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.db import besluit as besluiten
from app.db.klant import Klant
from app.db.toekenning import hardheid as hardheden
from app.db.toekenning.toekenning import Toekenning
from app.domain.beleid.model import Herkomst, Versie
from app.domain.besluit.formeel import Bronwaarde
from app.domain.kern.werkdagen import EEN_DAG
from app.domain.voorziening.beleid import Limietbron, VoorzieningBeleid
from app.domain.voorziening.besluit.feiten import (
    Hardheidsbesluit,
    LopendeInzet,
    Voorzieningdictum,
    Voorzieningsbesluitfeiten,
)
from app.domain.voorziening.feiten import Antwoord, Collegebesluit, Hardheid, VoorzieningFeiten
from app.domain.voorziening.veld import Gegeven, Gegevenveld
from app.services.besluit.nemen import Bron
from app.services.besluit.voorzieningrekenaars import VOORZIENING
from app.services.handeling import Handeling
from app.services.toekenning.besluitopdrachten import VoorzieningsverlengingOpdracht
from app.services.toekenning.lezen import naam_van
from app.services.toekenning.lopend import lopende
from app.services.voorziening.elders import kijk_elders
from app.services.voorziening.feiten import verzamel
from app.services.werkgever.vestigingen import vestiging


def besluitfeiten(
    h: Handeling, klant: Klant, rij: Toekenning, gevraagd: Voorzieningdictum, motivering: str | None = None
) -> Voorzieningsbesluitfeiten:
    """Return the facts to grant or to refuse what the concept asks for."""
    einde = None if rij.tot is None else rij.tot - EEN_DAG
    return _feiten(h, klant, rij, _gevraagd(h, klant, rij, einde)).model_copy(
        update={"gevraagd": gevraagd, "motivering": motivering}
    )


def verlengingsfeiten(
    h: Handeling, klant: Klant, rij: Toekenning, opdracht: VoorzieningsverlengingOpdracht
) -> Voorzieningsbesluitfeiten:
    """Return the facts to let a voorziening last until ``laatste_dag``; what was answered then still counts."""
    nieuw = {code: Antwoord(**antwoord.model_dump()) for code, antwoord in opdracht.antwoorden.items()}
    vraag = _gevraagd(h, klant, rij, opdracht.laatste_dag)
    vraag = vraag.model_copy(
        update={
            "verlenging": True,
            "uren": rij.uren if opdracht.uren is None else opdracht.uren,
            "antwoorden": {**vraag.antwoorden, **nieuw},
        }
    )
    anders = {
        "gevraagd": Voorzieningdictum.VERLENGEN,
        "motivering": opdracht.motivering,
        "toegekend_tot": None if rij.tot is None else rij.tot - EEN_DAG,
    }
    return _feiten(h, klant, rij, vraag).model_copy(update=anders)


def _gevraagd(h: Handeling, klant: Klant, rij: Toekenning, einde: date | None) -> VoorzieningFeiten:
    begin = rij.gestart_op or rij.van
    bekend = verzamel(h, klant, begin, behalve=rij.id)
    college = rij.collegebesluit
    gevraagd = bekend.model_copy(
        update={
            "code": rij.code,
            "einde": einde,
            "uren": rij.uren,
            "kosten": rij.kosten,
            "loon": rij.loon,
            "vestiging": None if rij.vestiging_id is None else str(rij.vestiging_id),
            "antwoorden": {code: Antwoord.model_validate(deel) for code, deel in rij.antwoorden.items()},
            "gegevens": {code: _bevroren(waarde) for code, waarde in rij.gegevens.items()},
            "werkgever": _werkgever(h, rij),
            "vastgelegd": bekend.vastgelegd | _vastgelegd(rij),
            "hardheid": tuple(
                Hardheid(artikel=deel.artikel, lid=deel.lid, reden=deel.reden) for deel in _goedgekeurd(h, rij)
            ),
            "collegebesluit": None if college is None else Collegebesluit.model_validate(college),
        }
    )
    regel = h.beleid.geldend(VoorzieningBeleid, klant.gemeente, rij.van).beleid.regel(rij.code)
    return gevraagd if regel is None else kijk_elders(h, klant.id, [regel]).vul_aan(regel, gevraagd)


def _bevroren(waarde: Any) -> Gegeven:
    return tuple(waarde) if isinstance(waarde, list) else waarde


def _werkgever(h: Handeling, rij: Toekenning) -> str | None:
    return None if rij.vestiging_id is None else str(vestiging(h, rij.vestiging_id).werkgever_id)


def _vastgelegd(rij: Toekenning) -> frozenset[str]:
    """Return what was recorded with the concept: a value that is empty or no is not there."""
    gegevens = {code for code, waarde in rij.gegevens.items() if waarde not in (None, False, "")}
    return frozenset(gegevens | ({"dienstverband"} if rij.dienstverband_id is not None else set()))


def _feiten(h: Handeling, klant: Klant, rij: Toekenning, vraag: VoorzieningFeiten) -> Voorzieningsbesluitfeiten:
    naast = [ander for ander in lopende(h, klant) if ander.id != rij.id]
    return Voorzieningsbesluitfeiten(
        gevraagd=Voorzieningdictum.TOEKENNEN,
        naam=naam_van(h, klant, rij),
        regime=rij.regime.value,
        voorziening=vraag,
        lopend=tuple(
            LopendeInzet(naam=naam_van(h, klant, deel), van=deel.gestart_op or deel.van, tot=deel.tot, uren=deel.uren)
            for deel in naast
        ),
        hardheid=tuple(_hardheid(deel) for deel in _goedgekeurd(h, rij)),
        besluiter=str(h.actor.medewerker_id),
    )


def _goedgekeurd(h: Handeling, rij: Toekenning) -> list[hardheden.Hardheidsvoorstel]:
    """Return what was agreed to for this besluit: what an earlier one that was sent rested on is used up."""
    eerder = [stand.besluit for stand in besluiten.besluiten_over(h.sessie, [rij.id]) if stand.bekendmaking]
    genomen = [besluit.genomen_op for besluit in eerder if besluit.soort == VOORZIENING]
    return hardheden.goedgekeurd(h.sessie, rij.id, max(genomen, default=None))


def _hardheid(deel: hardheden.Hardheidsvoorstel) -> Hardheidsbesluit:
    assert deel.besloten_op is not None
    return Hardheidsbesluit(
        artikel=deel.artikel,
        lid=deel.lid,
        reden=deel.reden,
        voorgesteld_door=str(deel.voorgesteld_door),
        besloten_door=str(deel.besloten_door),
        besloten_op=deel.besloten_op,
    )


def onzekere_limieten(versie: Versie[VoorzieningBeleid], code: str) -> tuple[Bron, ...]:
    """Return the limits and lists of a voorziening on which nobody with authority decided, for a formal besluit."""
    regel = versie.beleid.regel(code)
    bronnen: list[tuple[str, Limietbron | Gegevenveld]] = []
    if regel is not None:
        bronnen += [(str(limiet), regel.bron(limiet)) for limiet in regel.limieten()]
        bronnen += [(veld.code, veld) for veld in regel.velden]
    return tuple(
        Bron(versie, Bronwaarde(naam=f"{code}_{naam}", grondslag=bron.grondslag, herkomst=bron.herkomst))
        for naam, bron in bronnen
        if bron.herkomst is not Herkomst.VASTGESTELD
    )
