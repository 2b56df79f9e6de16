"""The letters of a maatregelzaak: made from the zaak, kept, and afterwards the proof of a step."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from app.db import maatregel as zaakdb
from app.db import organisatie as organisaties
from app.db.brief.brief import Briefstand
from app.db.klant import Klant
from app.db.maatregel import Maatregelzaak, Stapsoort, Zaakstatus
from app.domain.brief.beleid import BriefBeleid
from app.domain.brief.documenten import Formeeldocument, Verzendeis
from app.domain.brief.opbouw import Omslag
from app.domain.brief.procedurebrief import procedurebrief
from app.domain.kern.datum import dag_voluit, datum_voluit
from app.domain.kern.fouten import Conflict, Geweigerd, NietBevoegd, OngeldigeInvoer
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import niet_voldaan
from app.domain.kern.werkdagen import eerste_dag_met_werkdagen_ertussen
from app.domain.maatregel.feiten import BriefSoort, Verzending
from app.domain.maatregel.toets_procedure import toets_werkdagen
from app.services.bericht.gegevens import consulentgegevens
from app.services.brief import opdrachten as op
from app.services.brief.adressering import adresseer, kenmerk
from app.services.brief.besluitbrieven import controleer_briefhoofd
from app.services.brief.bewaren import Waarover, bewaar
from app.services.brief.klantbrieven import controleer_bereikbaar, leg_brief_vast
from app.services.handeling import Handeling
from app.services.maatregel.feiten import geldend_beleid
from app.services.maatregel.stapsoorten import UitnodigingStap, lees_stap
from app.services.maatregel.zaken import vind

_VOOR_BESLUIT = frozenset({Formeeldocument.UITNODIGING, Formeeldocument.HERSTELTERMIJN, Formeeldocument.WEDERHOOR})


def maak_procedurebrief(h: Handeling, opdracht: op.Briefvraag, zaak_id: UUID) -> Briefstand:
    """Make and keep a letter of a zaak; it is not sent by this.

    Raises OngeldigeInvoer for days that cannot be, Conflict in a zaak that is past this letter, NietBevoegd for a
    warning by anybody but the leidinggevende (DEV-MTR-519), Geweigerd for a hersteltermijn with too little time
    (DEV-MTR-514) and for a letter that cannot reach the klant.
    """
    zaak, klant = vind(h, zaak_id, vergrendel=True)
    soort = Formeeldocument(opdracht.soort)
    _controleer_wie_en_wanneer(h, zaak, soort)
    datum = opdracht.datum or h.vandaag
    if fout := _veldfouten(h, opdracht, datum):
        raise OngeldigeInvoer(fout)
    if isinstance(opdracht, op.HersteltermijnbriefOpdracht):
        _controleer_werkdagen(h, zaak, klant, datum, opdracht.gesprek.op)
    versie = h.beleid.geldend(BriefBeleid, klant.gemeente, h.vandaag)
    eis = versie.beleid.verzending.waarde[soort]
    controleer_bereikbaar(klant, eis)
    if h.formeel:
        controleer_briefhoofd(versie)
    gesprek = getattr(opdracht, "gesprek", None)
    omslag = _omslag(h, zaak, klant, datum, eis)
    brief = procedurebrief(soort, _gegevens(h, opdracht, zaak, klant), omslag, versie.beleid)
    over = Waarover(soort, zaak.id, omslag.kenmerk, versie, gesprek.op if gesprek else None)
    return leg_brief_vast(h, klant, bewaar(h, klant, brief, over), versie)


def _controleer_wie_en_wanneer(h: Handeling, zaak: Maatregelzaak, soort: Formeeldocument) -> None:
    if soort is Formeeldocument.WAARSCHUWING_LEIDINGGEVENDE and not h.actor.heeft(Rol.TEAMLEIDER):
        raise NietBevoegd("Deze waarschuwing komt van de leidinggevende.")
    goed = {
        soort in _VOOR_BESLUIT: zaak.status in (Zaakstatus.OPEN, Zaakstatus.GEADVISEERD),
        soort is Formeeldocument.UITNODIGING_NA_MAATREGEL: zaak.status is Zaakstatus.BEKENDGEMAAKT,
        soort is Formeeldocument.WAARSCHUWING_LEIDINGGEVENDE: zaak.status is not Zaakstatus.VERVALLEN,
    }[True]
    if not goed:
        raise Conflict(f"Deze zaak is {zaak.status.value}; deze brief hoort daar niet bij.", "zaak_niet_open")


def _veldfouten(h: Handeling, opdracht: op.Briefvraag, datum: date) -> dict[str, str]:
    fout = {}
    if datum < h.vandaag:
        fout["datum"] = "Een brief krijgt niet de datum van een dag die voorbij is."
    gesprek = getattr(opdracht, "gesprek", None)
    if gesprek is not None and gesprek.op < datum:
        fout["gesprek.op"] = "Het gesprek is niet voor de dag van de brief."
    if isinstance(opdracht, op.WederhoorbriefOpdracht) and opdracht.reageren_uiterlijk <= datum:
        fout["reagerenUiterlijk"] = "Geef een dag na die van de brief."
    if isinstance(opdracht, op.WaarschuwingsbriefOpdracht) and opdracht.wangedrag_op > h.vandaag:
        fout["wangedragOp"] = "Deze dag ligt in de toekomst."
    return fout


def _controleer_werkdagen(h: Handeling, zaak: Maatregelzaak, klant: Klant, datum: date, gesprek_op: date) -> None:
    beleid = geldend_beleid(h, zaak, klant).beleid
    post = Verzending(soort=BriefSoort.HERSTELTERMIJN, datum_verzonden=datum, wijze=frozenset(), gesprek_op=gesprek_op)
    if mis := niet_voldaan([toets_werkdagen((post,), beleid)]):
        vroegst = eerste_dag_met_werkdagen_ertussen(datum, beleid.hersteltermijn_werkdagen.waarde)
        melding = f"Deze hersteltermijn is te kort. Het gesprek kan op zijn vroegst op {datum_voluit(vroegst)}."
        raise Geweigerd(melding, mis, "hersteltermijn_te_kort")


def _omslag(h: Handeling, zaak: Maatregelzaak, klant: Klant, datum: date, eis: Verzendeis) -> Omslag:
    zelf = organisaties.medewerker(h.sessie, klant.organisatie, h.actor.medewerker_id)
    contact = consulentgegevens(h, zaak.consulent_id or h.actor.medewerker_id)
    return Omslag(
        geadresseerde=adresseer(h, klant, met_partner=False),
        datum=datum,
        kenmerk=kenmerk(zaak.id, zaak.geopend_op.year),
        contactpersoon=contact["consulent"],
        contacttelefoon=contact["consulent_telefoon"],
        ondertekenaar=zelf.naam if zelf else None,
        verzending=eis.op_de_brief(),
    )


def _gegevens(h: Handeling, opdracht: op.Briefvraag, zaak: Maatregelzaak, klant: Klant) -> dict[str, str | None]:
    """Return what the texts may tell of this zaak; what a letter does not use it does not get."""
    rij = geldend_beleid(h, zaak, klant).beleid.gedraging(zaak.regime, zaak.gedraging)
    gegevens: dict[str, str | None] = {
        "gedraging": rij.omschrijving if rij else None,
        "gedraging_dag": datum_voluit(zaak.gedraging_datum),
    }
    gesprek: op.Gesprekafspraak | None = getattr(opdracht, "gesprek", None)
    if gesprek is not None:
        gegevens |= {
            "gesprek_dag": dag_voluit(gesprek.op),
            "gesprek_tijd": gesprek.woorden(),
            "gesprek_plaats": gesprek.plaats,
        }
    if isinstance(opdracht, op.HersteltermijnbriefOpdracht):
        gegevens["eerder_gesprek_dag"] = _eerder_gesprek(h, zaak)
    return gegevens | _eigen(opdracht)


def _eigen(opdracht: Any) -> dict[str, str | None]:
    if isinstance(opdracht, op.WederhoorbriefOpdracht):
        return {"reageren_uiterlijk": dag_voluit(opdracht.reageren_uiterlijk)}
    if not isinstance(opdracht, op.WaarschuwingsbriefOpdracht):
        return {}
    verbod = opdracht.pandverbod
    return {
        "wangedrag": opdracht.wangedrag.rstrip("."),
        "wangedrag_dag": datum_voluit(opdracht.wangedrag_op),
        "pand": verbod.pand if verbod else None,
        "pandverbod_van": datum_voluit(verbod.van) if verbod else None,
        "pandverbod_tot_en_met": datum_voluit(verbod.tot_en_met) if verbod else None,
    }


def _eerder_gesprek(h: Handeling, zaak: Maatregelzaak) -> str | None:
    """Return the day on which the klant was expected before, from the last invitation that counts."""
    rijen = zaakdb.geldend(zaakdb.stappen(h.sessie, [zaak.id]))
    stappen = [lees_stap(rij.inhoud) for rij in rijen if rij.soort is Stapsoort.UITNODIGING]
    dagen = [stap.gesprek_op for stap in stappen if isinstance(stap, UitnodigingStap)]
    return dag_voluit(max(dagen)) if dagen else None
