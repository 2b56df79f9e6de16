"""What a step must be before it is recorded: who sets it, its fields, and whether its turn has come."""

from __future__ import annotations

from typing import Final

from app.db import maatregel as db
from app.db.klant import Klant
from app.db.maatregel import Maatregelzaak, Stapsoort
from app.domain.kern.datum import datum_voluit
from app.domain.kern.fouten import Geweigerd, NietBevoegd, OngeldigeInvoer
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import niet_voldaan
from app.domain.kern.werkdagen import eerste_dag_met_werkdagen_ertussen
from app.domain.maatregel.beleid import MaatregelBeleid, Regime
from app.domain.maatregel.feiten import BriefSoort, Verzending, Wijze
from app.domain.maatregel.toets_procedure import (
    toets_beurt_hersteltermijn,
    toets_hersteltermijn,
    toets_werkdagen,
    wederhoor_geadviseerd,
)
from app.services.handeling import Handeling
from app.services.maatregel import stapsoorten as soorten
from app.services.maatregel.feiten import geldend_beleid, uit_stappen
from app.services.maatregel.stapsoorten import Stap, lees_stap
from app.services.maatregel.zaken import controleer_consulent

_VAN_CONSULENT: Final = frozenset(
    {
        Stapsoort.HOORGESPREK,
        Stapsoort.NIET_HOREN,
        Stapsoort.OORDEEL,
        Stapsoort.PLAN,
        Stapsoort.WEDERHOORAFWEGING,
        Stapsoort.CONTROLE,
        Stapsoort.OPNIEUW_GEHOORD,
    }
)
OVERIG: Final = "overig"


def controleer_wie(h: Handeling, zaak: Maatregelzaak, soort: Stapsoort) -> None:
    """Let only the consulent hear and judge; letters, lists and documents may come from Team Ondersteuning."""
    if soort in _VAN_CONSULENT:
        controleer_consulent(h, zaak)
    if soort is Stapsoort.GRONDSLAG and not h.actor.heeft(Rol.INKOMENSCONSULENT):
        raise NietBevoegd("De grondslag van de uitkering legt een inkomensconsulent vast.")


def controleer_stap(h: Handeling, zaak: Maatregelzaak, klant: Klant, stap: Stap) -> None:
    """Raise OngeldigeInvoer for a wrong field, Geweigerd for a hersteltermijn that does not count or has no turn."""
    beleid = geldend_beleid(h, zaak, klant).beleid
    if fout := stap.in_de_toekomst(h.vandaag) or _veldfouten(zaak, klant, beleid, stap):
        raise OngeldigeInvoer(fout)
    if isinstance(stap, soorten.HersteltermijnStap):
        _controleer_hersteltermijn(stap, beleid)
        _controleer_beurt(h, zaak, beleid, stap)


def _veldfouten(zaak: Maatregelzaak, klant: Klant, beleid: MaatregelBeleid, stap: Stap) -> dict[str, str]:
    if isinstance(stap, soorten.UitnodigingStap | soorten.OpnieuwUitgenodigdStap):
        return _fout_uitnodiging(klant, stap)
    if isinstance(stap, soorten.NietHorenStap) and stap.reden not in beleid.horen_uitzonderingen.waarde:
        return {"reden": f"Kies een van: {', '.join(beleid.horen_uitzonderingen.waarde)}."}
    if isinstance(stap, soorten.BewijsstukStap):
        return _fout_bewijs(zaak, beleid, stap)
    if isinstance(stap, soorten.WederhoorafwegingStap):
        rij = beleid.gedraging(zaak.regime, zaak.gedraging)
        if rij is None or not wederhoor_geadviseerd(beleid, rij):
            return {"soort": "Bij deze gedraging is wederhoor verplicht; leg het gesprek vast, of waarom het niet kon."}
    return _fout_regime(zaak, stap)


def _fout_regime(zaak: Maatregelzaak, stap: Stap) -> dict[str, str]:
    """Ask for the IOAW or IOAZ where only those know the step: the norm of the Participatiewet is policy."""
    weigert = isinstance(stap, soorten.OordeelStap) and stap.weigering is not None
    if zaak.regime is Regime.PW and (weigert or isinstance(stap, soorten.GrondslagStap)):
        return {"weigering" if weigert else "soort": "Dit kan alleen bij een uitkering op grond van de IOAW of IOAZ."}
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


def _fout_uitnodiging(klant: Klant, stap: soorten.UitnodigingStap | soorten.OpnieuwUitgenodigdStap) -> dict[str, str]:
    """Ask that an invitation goes out before the gesprek, by e-mail only to a known address (DEV-MTR-515)."""
    fout = {}
    if Wijze.EMAIL in stap.wijze and klant.email is None:
        fout["wijze"] = "Van deze klant is geen e-mailadres bekend; nodig per brief uit."
    if stap.gesprek_op < stap.verzonden_op:
        fout["gesprekOp"] = "Het gesprek is niet voor de dag van verzending."
    return fout


def _controleer_hersteltermijn(stap: soorten.HersteltermijnStap, beleid: MaatregelBeleid) -> None:
    post = uit_stappen([stap])["verzendingen"]
    verzending = toets_hersteltermijn(post, beleid)
    mis = niet_voldaan((verzending, toets_werkdagen(post, beleid)))
    if [toets.voorwaarde for toets in mis] == [verzending.voorwaarde]:
        raise Geweigerd(verzending.toelichting, mis, "hersteltermijn_niet_aangetekend")
    if mis:
        vroegst = eerste_dag_met_werkdagen_ertussen(stap.verzonden_op, beleid.hersteltermijn_werkdagen.waarde)
        melding = f"Deze hersteltermijn telt niet. Het gesprek kan op zijn vroegst op {datum_voluit(vroegst)}."
        raise Geweigerd(melding, mis, "hersteltermijn_te_kort")


def _controleer_beurt(
    h: Handeling, zaak: Maatregelzaak, beleid: MaatregelBeleid, stap: soorten.HersteltermijnStap
) -> None:
    """Offer the hersteltermijn only after the klant stayed away from the invitation (DEV-MTR-513)."""
    rij = beleid.gedraging(zaak.regime, zaak.gedraging)
    if rij is None:
        return
    bekend = uit_stappen([lees_stap(eerder.inhoud) for eerder in db.geldend(db.stappen(h.sessie, [zaak.id]))])
    brieven: tuple[Verzending, ...] = bekend["verzendingen"]
    gesprekken = [v.gesprek_op for v in brieven if v.soort is BriefSoort.UITNODIGING]
    toets = toets_beurt_hersteltermijn(rij, gesprekken, bekend["no_shows"], stap.verzonden_op)
    if mis := niet_voldaan([toets]):
        raise Geweigerd(toets.toelichting, mis, "stap_niet_aan_de_beurt")
