"""Step 4, the werkproces in the name of an inkomensconsulent; step 13, handing the dossier over to another."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import Field
from uuid_utils.compat import uuid7

from app.db import organisatie as organisaties
from app.db import taak as taken
from app.db.aanvraag.aanvraag import Aanvraagtoewijzing
from app.domain.aanvraag.soorten import LOPEND, Aanvraagstatus
from app.domain.aanvraag.stappen import toets_aan_de_beurt
from app.domain.aanvraag.taken import Taaksoort
from app.domain.kern.fouten import Conflict, Geweigerd, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import niet_voldaan
from app.services.aanvraag.dossier import (
    Aanvraagbeeld,
    Aanvraagdossier,
    beeld,
    leg_samen_vast,
    open_aanvraag,
    stappen_van,
)
from app.services.aanvraag.stappen import Reden
from app.services.aanvraag.stapregels import klaar_met, vink, werk_taken_bij
from app.services.handeling import Handeling, Opdracht
from app.services.vastleggen import leg_vast

_TOEWIJZEN, _OVERDRAGEN = 4, 13


class AanvraagtoewijzingOpdracht(Opdracht):
    """De inkomensconsulent die de aanvraag behandelt. Een tweede toewijzing is een overdracht, met een reden."""

    inkomensconsulent_id: UUID = Field(examples=["00000000-0000-7000-8000-000000030001"])
    datum: date | None = Field(default=None, description="Standaard vandaag.")
    reden: Reden | None = Field(default=None, description="Verplicht bij een overdracht.")


def wijs_toe(h: Handeling, opdracht: AanvraagtoewijzingOpdracht, aanvraag_id: UUID) -> Aanvraagbeeld:
    """Assign the aanvraag (DEV-AAN-007), or hand it over with its open taken (DEV-AAN-013)."""
    d = open_aanvraag(h, aanvraag_id, *LOPEND, Aanvraagstatus.AFGEHANDELD)
    oud = d.aanvraag.inkomensconsulent_id
    datum = _controleer(h, d, opdracht)
    eerste = oud is None or not stappen_van(h, d.aanvraag)[_TOEWIJZEN - 1].af
    if eerste and (bezwaar := niet_voldaan([toets_aan_de_beurt(_TOEWIJZEN, stappen_van(h, d.aanvraag))])):
        raise Geweigerd(bezwaar[0].toelichting, bezwaar)
    verplaatst = _verplaats_taken(h, d, oud, opdracht.inkomensconsulent_id)
    h.sessie.add(_rij(h, d, opdracht, datum, verplaatst))
    d.aanvraag.inkomensconsulent_id = opdracht.inkomensconsulent_id
    inhoud = {"oudId": oud, "nieuwId": opdracht.inkomensconsulent_id, "takenVerplaatst": verplaatst}
    leg_samen_vast(h, Soort.AANVRAAG_TOEGEWEZEN if eerste else Soort.AANVRAAG_OVERGEDRAGEN, d, inhoud)
    for klant in d.klanten:
        klant.inkomensconsulent_id = opdracht.inkomensconsulent_id
        leg_vast(h, Soort.KLANT_TOEGEWEZEN, klant, klant, {"inkomensconsulent_id": opdracht.inkomensconsulent_id})
    deel = "consulent_toegewezen" if eerste else "overgedragen"
    vink(h, d, _TOEWIJZEN if eerste else _OVERDRAGEN, [deel], datum=datum, reden=opdracht.reden)
    klaar_met(h, d, Taaksoort.TOEWIJZEN)
    werk_taken_bij(h, d)
    return beeld(h, d)


def _controleer(h: Handeling, d: Aanvraagdossier, opdracht: AanvraagtoewijzingOpdracht) -> date:
    datum, fouten = opdracht.datum or h.vandaag, {}
    if not d.melding.meldingsdatum <= datum <= h.vandaag:
        fouten["datum"] = "Kies een dag vanaf de meldingsdatum tot en met vandaag."
    oud = d.aanvraag.inkomensconsulent_id
    if oud is not None and opdracht.reden is None:
        fouten["reden"] = "Geef bij een overdracht een reden."
    nieuw = organisaties.medewerker(h.sessie, h.actor.organisatie, opdracht.inkomensconsulent_id)
    if nieuw is None or not nieuw.actief or Rol.INKOMENSCONSULENT not in nieuw.rollen:
        fouten["inkomensconsulentId"] = "Kies een inkomensconsulent die in dienst is."
    if fouten:
        raise OngeldigeInvoer(fouten)
    if opdracht.inkomensconsulent_id == oud and stappen_van(h, d.aanvraag)[_TOEWIJZEN - 1].af:
        raise Conflict("De aanvraag staat al op naam van deze inkomensconsulent.", "al_toegewezen")
    return datum


def _verplaats_taken(h: Handeling, d: Aanvraagdossier, oud: UUID | None, nieuw: UUID) -> int:
    """Move the open taken of the old inkomensconsulent in these dossiers to the new one; return how many."""
    if oud is None:
        return 0
    h.sessie.flush()
    op_naam = taken.open_taken_op_naam(h.sessie, [klant.id for klant in d.klanten], oud)
    for taak in op_naam:
        taak.eigenaar_id = nieuw
        taak.versie += 1
    return len(op_naam)


def _rij(
    h: Handeling, d: Aanvraagdossier, opdracht: AanvraagtoewijzingOpdracht, datum: date, verplaatst: int
) -> Aanvraagtoewijzing:
    return Aanvraagtoewijzing(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=d.klant.id,
        aanvraag_id=d.aanvraag.id,
        oud_id=d.aanvraag.inkomensconsulent_id,
        nieuw_id=opdracht.inkomensconsulent_id,
        datum=datum,
        reden=opdracht.reden,
        taken_verplaatst=verplaatst,
        tijdstip=h.nu,
        medewerker_id=h.actor.medewerker_id,
    )
