"""Steps of a maatregelzaak: setting one, and taking a wrong one back with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final
from uuid import UUID

from pydantic import Field

from app.db import maatregel as db
from app.db.klant import Klant
from app.db.maatregel import Maatregelstap, Maatregelzaak, Stapsoort, Zaakstatus
from app.db.taak import Termijnstatus, lopende_termijnen, open_taken
from app.domain.kern.datum import datum_voluit
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.termijnen import Termijn, beleidstermijn_dagen, beleidstermijn_werkdagen
from app.domain.kern.toets import niet_voldaan
from app.domain.kern.werkdagen import eerste_dag_met_werkdagen_ertussen, is_werkdag, werkdagen_tussen
from app.domain.maatregel.beleid import MaatregelBeleid, Procedure
from app.domain.maatregel.feiten import Wijze
from app.domain.maatregel.toets_procedure import toets_hersteltermijn, toets_werkdagen
from app.services.brief.bewijs import gebruik_als_bewijs, laat_los
from app.services.handeling import Handeling, Opdracht
from app.services.maatregel import stapsoorten as soorten
from app.services.maatregel.feiten import geldend_beleid, uit_stappen
from app.services.maatregel.stapsoorten import Stap, Tekst, lees_stap
from app.services.maatregel.stapsrij import maak_intrekking, maak_rij
from app.services.maatregel.taken import HANDHAVING, Taaksoort, voorstel, vraag
from app.services.maatregel.zaken import controleer_consulent, vind
from app.services.taak import begin_van, bewaak, sluit_taken, sluit_termijnen
from app.services.vastleggen import leg_vast

_ONDER_HANDEN: Final = (Zaakstatus.OPEN, Zaakstatus.GEADVISEERD)
_TAAK: Final[dict[Stapsoort, Taaksoort]] = {
    Stapsoort.UITNODIGING: Taaksoort.UITNODIGING,
    Stapsoort.HERSTELTERMIJN: Taaksoort.HERSTELTERMIJN,
    Stapsoort.HOORGESPREK: Taaksoort.WEDERHOOR,
    Stapsoort.NIET_HOREN: Taaksoort.WEDERHOOR,
}
_VAN_CONSULENT: Final = frozenset({Stapsoort.HOORGESPREK, Stapsoort.NIET_HOREN, Stapsoort.OORDEEL, Stapsoort.PLAN})
OVERIG: Final = "overig"


class StapIntrekOpdracht(Opdracht):
    """Waarom een stap niet klopt. De stap blijft zichtbaar, maar telt niet meer."""

    reden: Tekst = Field(examples=["De brief is niet aangetekend verzonden."])


def zet_stap(h: Handeling, opdracht: Stap, zaak_id: UUID) -> Maatregelzaak:
    """Record a step; it closes its own taak and starts the term that goes with it (DEV-MTR-513).

    Raises Conflict after the decision, Geweigerd for a hersteltermijn that gives too little time (DEV-MTR-514).
    """
    zaak, klant = _onder_handen(h, zaak_id)
    _controleer_wie(h, zaak, Stapsoort(opdracht.soort))
    beleid = geldend_beleid(h, zaak, klant).beleid
    if fout := opdracht.in_de_toekomst(h.vandaag) or _veldfouten(zaak, klant, beleid, opdracht):
        raise OngeldigeInvoer(fout)
    if isinstance(opdracht, soorten.HersteltermijnStap):
        _controleer_hersteltermijn(opdracht, beleid)
    if isinstance(opdracht, soorten.UitnodigingStap | soorten.HersteltermijnStap):
        gebruik_als_bewijs(h, klant, zaak.id, opdracht)
    rij = maak_rij(h, zaak, opdracht)
    h.sessie.add(rij)
    _werk_bij(h, zaak, klant, opdracht)
    inhoud = {"stapId": rij.id, "soort": rij.soort, "datum": rij.datum}
    leg_vast(h, Soort.MAATREGELZAAK_STAP_GEZET, zaak, klant, inhoud)
    return zaak


def trek_stap_in(h: Handeling, opdracht: StapIntrekOpdracht, zaak_id: UUID, stap_id: UUID) -> Maatregelzaak:
    """Take a step back: it stays in the dossier and no longer counts; what it closed must be done again."""
    zaak, klant = _onder_handen(h, zaak_id)
    alle = db.stappen(h.sessie, [zaak.id])
    stap = next((stap for stap in db.geldend(alle) if stap.id == stap_id), None)
    if stap is None:
        raise NietGevonden("Deze stap is niet gevonden, of al ingetrokken.")
    _controleer_wie(h, zaak, stap.soort)
    h.sessie.add(maak_intrekking(h, zaak, stap.id, opdracht.reden))
    laat_los(h, klant, lees_stap(stap.inhoud), opdracht.reden)
    _maak_ongedaan(h, zaak, klant, stap, [ander for ander in db.geldend(alle) if ander.id != stap.id])
    inhoud = {"stapId": stap.id, "soort": Stapsoort.INGETROKKEN, "vanSoort": stap.soort}
    leg_vast(h, Soort.MAATREGELZAAK_STAP_GEZET, zaak, klant, inhoud)
    return zaak


def _onder_handen(h: Handeling, zaak_id: UUID) -> tuple[Maatregelzaak, Klant]:
    zaak, klant = vind(h, zaak_id, vergrendel=True)
    if zaak.status not in _ONDER_HANDEN:
        raise Conflict(f"Deze zaak is {zaak.status.value}; stappen wijzigen niet meer.", "zaak_niet_open")
    return zaak, klant


def _controleer_wie(h: Handeling, zaak: Maatregelzaak, soort: Stapsoort) -> None:
    """Let only the consulent hear and judge; letters, lists and documents may come from Team Ondersteuning."""
    if soort in _VAN_CONSULENT:
        controleer_consulent(h, zaak)


def _veldfouten(zaak: Maatregelzaak, klant: Klant, beleid: MaatregelBeleid, stap: Stap) -> dict[str, str]:
    if isinstance(stap, soorten.UitnodigingStap):
        return _fout_uitnodiging(klant, stap)
    if isinstance(stap, soorten.NietHorenStap) and stap.reden not in beleid.horen_uitzonderingen.waarde:
        return {"reden": f"Kies een van: {', '.join(beleid.horen_uitzonderingen.waarde)}."}
    if isinstance(stap, soorten.BewijsstukStap):
        return _fout_bewijs(zaak, beleid, stap)
    return {}


def _fout_bewijs(zaak: Maatregelzaak, beleid: MaatregelBeleid, stap: soorten.BewijsstukStap) -> dict[str, str]:
    """Ask for a document that belongs to this gedraging, from whom and when it must be (DEV-MTR-517)."""
    rij = beleid.gedraging(zaak.regime, zaak.gedraging)
    eisen = {} if rij is None else {eis.code: eis for eis in rij.bewijs_verplicht}
    keuze = (*eisen, *(rij.dossier if rij else ()), OVERIG)
    if stap.code not in keuze:
        return {"code": f"Kies een van: {', '.join(dict.fromkeys(keuze))}."}
    eis = eisen.get(stap.code)
    if eis is None:
        return {}
    if eis.uit_plan:
        return {"code": "Dit bewijs komt uit het plan van aanpak; leg een plan van elders vast met de stap `plan`."}
    fout = {}
    if eis.van_werkgever and stap.afkomstig_van is None:
        fout["afkomstigVan"] = "Noem de werkgever die dit bevestigt."
    if eis.voor_gedraging and stap.datum >= zaak.gedraging_datum:
        fout["datum"] = "Dit stuk moet van vóór de dag van de gedraging zijn."
    return fout


def _fout_uitnodiging(klant: Klant, stap: soorten.UitnodigingStap) -> dict[str, str]:
    """Ask that an invitation goes out before the gesprek, by e-mail only to a known address (DEV-MTR-515)."""
    fout = {}
    if Wijze.EMAIL in stap.wijze and klant.email is None:
        fout["wijze"] = "Van deze klant is geen e-mailadres bekend; nodig per brief uit."
    if stap.gesprek_op < stap.verzonden_op:
        fout["gesprekOp"] = "Het gesprek is niet voor de dag van verzending."
    return fout


def _controleer_hersteltermijn(stap: soorten.HersteltermijnStap, beleid: MaatregelBeleid) -> None:
    post = uit_stappen([stap])["verzendingen"]
    mis = niet_voldaan((toets_hersteltermijn(post, beleid), toets_werkdagen(post, beleid)))
    if mis:
        vroegst = eerste_dag_met_werkdagen_ertussen(stap.verzonden_op, beleid.hersteltermijn_werkdagen.waarde)
        melding = f"Deze hersteltermijn telt niet. Het gesprek kan op zijn vroegst op {datum_voluit(vroegst)}."
        raise Geweigerd(melding, mis, "hersteltermijn_te_kort")


def _werk_bij(h: Handeling, zaak: Maatregelzaak, klant: Klant, stap: Stap) -> None:
    """Close what this step does, start its term, and ask for what follows."""
    soort = Stapsoort(stap.soort)
    if soort in _TAAK:
        sluit_taken(h, zaak.id, _TAAK[soort])
    if isinstance(stap, soorten.UitnodigingStap | soorten.HersteltermijnStap):
        _bewaak_gesprek(h, zaak, klant, stap)
    if isinstance(stap, soorten.HoorgesprekStap):
        klant.laatste_contact = max(begin_van(stap.datum), klant.laatste_contact or begin_van(stap.datum))
        _sluit_gesprek(h, zaak, stap.datum)
    if isinstance(stap, soorten.NoShowStap):
        _sluit_gesprek(h, zaak, stap.datum)
        _vraag_hersteltermijn(h, zaak, klant)


def _bewaak_gesprek(
    h: Handeling, zaak: Maatregelzaak, klant: Klant, stap: soorten.UitnodigingStap | soorten.HersteltermijnStap
) -> None:
    """Watch the day of the gesprek: when it has passed, somebody says whether the klant came."""
    sluit_termijnen(h, zaak.id, _TAAK[Stapsoort(stap.soort)], status=Termijnstatus.VERVALLEN)
    if stap.gesprek_op > stap.verzonden_op:
        beleid = h.beleid.geldend(MaatregelBeleid, klant.gemeente, h.vandaag).beleid
        vervolg = voorstel(zaak, Taaksoort.UITKOMST_GESPREK, beleid, stap.gesprek_op)
        bewaak(h, _tot_gesprek(stap), klant, zaak.id, vervolg)


def _tot_gesprek(stap: soorten.UitnodigingStap | soorten.HersteltermijnStap) -> Termijn:
    """Return the term that ends on the gesprek; in werkdagen, which explain themselves, if that is a werkdag."""
    soort, start, eind = _TAAK[Stapsoort(stap.soort)], stap.verzonden_op, stap.gesprek_op
    if is_werkdag(eind):
        return beleidstermijn_werkdagen(soort, HANDHAVING, start, werkdagen_tussen(start, eind) + 1)
    return beleidstermijn_dagen(soort, HANDHAVING, start, (eind - start).days)


def _sluit_gesprek(h: Handeling, zaak: Maatregelzaak, datum: date) -> None:
    sluit_taken(h, zaak.id, Taaksoort.UITKOMST_GESPREK)
    for termijn in lopende_termijnen(h.sessie, zaak.id, (Taaksoort.UITNODIGING, Taaksoort.HERSTELTERMIJN)):
        if termijn.einde <= datum:
            sluit_termijnen(h, zaak.id, termijn.soort)


def _vraag_hersteltermijn(h: Handeling, zaak: Maatregelzaak, klant: Klant) -> None:
    """Ask for a hersteltermijn when the klant stayed away from the invitation and none was given (DEV-MTR-513)."""
    rij = geldend_beleid(h, zaak, klant).beleid.gedraging(zaak.regime, zaak.gedraging)
    al = [stap for stap in db.geldend(db.stappen(h.sessie, [zaak.id])) if stap.soort is Stapsoort.HERSTELTERMIJN]
    gevraagd = open_taken(h.sessie, zaak.id, (Taaksoort.HERSTELTERMIJN,))
    if rij is not None and rij.procedure is not Procedure.DIRECT and not al and not gevraagd:
        vraag(h, klant, zaak, Taaksoort.HERSTELTERMIJN)


def _maak_ongedaan(
    h: Handeling, zaak: Maatregelzaak, klant: Klant, stap: Maatregelstap, over: Sequence[Maatregelstap]
) -> None:
    taak = _TAAK.get(stap.soort)
    if taak is None:
        return
    if taak is not Taaksoort.WEDERHOOR:
        sluit_termijnen(h, zaak.id, taak, status=Termijnstatus.VERVALLEN)
    if not any(_TAAK.get(ander.soort) is taak for ander in over):
        vraag(h, klant, zaak, taak, "De eerder vastgelegde stap is ingetrokken.")
