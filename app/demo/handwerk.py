"""Taken that no handling closes: somebody does them and says what came of it."""

from __future__ import annotations

from sqlalchemy import select

from app.db.klant import Klant
from app.db.taak import Taak, Taakstatus
from app.demo.medewerkers import collega, met_rol
from app.demo.mens import Bijzonder, Mens
from app.demo.toneel import Toneel, iemand
from app.domain.kern.rollen import Actor, Rol
from app.domain.kern.tijd import dag
from app.domain.kern.werkdagen import werkdagen_tussen
from app.services import werkvoorraad
from app.services.handeling import Handeling
from app.services.werkvoorraad import AfhandelOpdracht

RESULTAAT = {
    "bad_overdracht": "Warm overgedragen; het BAD heeft de klant gesproken.",
    "beslistermijn_verstreken": "Het besluit is genomen; de klant weet dat het later is geworden.",
    "buiten_behandeling_beoordelen": "Stukken alsnog ontvangen; de aanvraag blijft in behandeling.",
    "mutatie_herstellen": "Gegevens hersteld in overleg met de uitkeringsadministratie.",
    "no_show_bellen": "Klant aan de telefoon gesproken.",
    "no_show_huisbezoek": "Huisbezoek was niet meer nodig.",
    "no_show_netwerk_informeren": "De wijkverpleegkundige neemt contact op.",
    "signalen_oppakken": "Besproken met de klant; staat in het plan.",
    "streefdatum_voorbij": "Aanvraag toegekend.",
    "studieplicht_verwerken": "Opgenomen in de beschikking.",
    "taaleis_beoordelen": "De taaleis geldt niet.",
    "verschil_van_mening_volgen": "Besproken; de klantgroep blijft zo.",
    "zoekperiode_beoordelen": "De jongere heeft genoeg gezocht; doorgegeven aan de inkomensconsulent.",
}
"""What is done by hand, with what came of it."""
BLIJFT_LIGGEN = 2


def handel_af(toneel: Toneel, mens: Mens, soort: str, resultaat: str) -> None:
    """Close the open taak of this kind in a dossier, if there is one."""
    klant_id = toneel.klant(mens)

    def zoek(h: Handeling) -> list[Taak]:
        vraag = select(Taak).where(Taak.klant_id == klant_id, Taak.soort == soort, Taak.status == Taakstatus.OPEN)
        return list(h.sessie.scalars(vraag))

    for taak in toneel.lees(iemand(Rol.RECEPTIE), zoek):
        _doe(toneel, taak, iemand(taak.rol), resultaat)


def werk_bij(toneel: Toneel) -> None:
    """Let everybody do what can only be done by hand and has been waiting for two werkdagen.

    What belongs to a dossier with ``Bijzonder.ACHTERSTAND`` stays where it is.
    """
    for taak, team in toneel.lees(iemand(Rol.RECEPTIE), _open_handwerk):
        mens = toneel.mensen.get(taak.klant_id) if taak.klant_id else None
        wacht = werkdagen_tussen(dag(taak.zichtbaar_vanaf), toneel.vandaag) >= BLIJFT_LIGGEN
        wie = _wie(taak, team)
        if wacht and wie is not None and not (mens and mens.is_(Bijzonder.ACHTERSTAND)):
            _doe(toneel, taak, wie, RESULTAAT[taak.soort])


def _open_handwerk(h: Handeling) -> list[tuple[Taak, str | None]]:
    vraag = select(Taak, Klant.team).join(Klant, Klant.id == Taak.klant_id)
    open_ = (Taak.soort.in_(RESULTAAT), Taak.status == Taakstatus.OPEN, Taak.zichtbaar_vanaf <= h.nu)
    return [(taak, team) for taak, team in h.sessie.execute(vraag.where(*open_).order_by(Taak.uiterste, Taak.id))]


def _wie(taak: Taak, team: str | None) -> Actor | None:
    """Return the owner, or else somebody with the role who works with this klant."""
    if taak.eigenaar_id is not None and taak.rol in collega(taak.eigenaar_id).rollen:
        return collega(taak.eigenaar_id).actor(taak.rol)
    if taak.rol is not Rol.WERKCONSULENT:
        return iemand(taak.rol)
    return next((c.actor(taak.rol) for c in met_rol(taak.rol, team)), None) if team else None


def _doe(toneel: Toneel, taak: Taak, wie: Actor, resultaat: str) -> None:
    toneel.doe(wie, werkvoorraad.handel_af, AfhandelOpdracht(resultaat=resultaat), taak_id=taak.id)
