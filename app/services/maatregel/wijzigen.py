"""Correcting what a zaak says about the gedraging, as long as no besluit was taken."""

from __future__ import annotations

from typing import Annotated, Any, Final
from uuid import UUID

from pydantic import Field

from app.db.klant import Klant
from app.db.maatregel import Maatregelzaak, Zaakstatus
from app.domain.kern.fouten import Conflict, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.maatregel.feiten import Zaaksoort
from app.services.handeling import Handeling, Wijziging
from app.services.maatregel.gedragingen import fouten_opening
from app.services.maatregel.stapgevolgen import werk_bewijs_bij
from app.services.maatregel.stapsoorten import Code, Tekst
from app.services.maatregel.taken import Taaksoort, vraag
from app.services.maatregel.zaken import OpenZaakOpdracht, controleer_consulent, vind
from app.services.taak import sluit_taken
from app.services.vastleggen import leg_vast, log_verwerking

_VOOR_BESLUIT: Final = (Zaakstatus.OPEN, Zaakstatus.GEADVISEERD)
_CODES: Final = ("kenmerken", "verplichting")


class WijzigZaakOpdracht(Wijziging):
    """Wat anders moet; wat u niet noemt, blijft. Met `null` vervalt een verplichting of totaalbeeld."""

    kenmerken: Annotated[tuple[Code, ...], Field(max_length=5)] = Field(
        default=(), description="Alle kenmerken die de gedraging heeft; zij vervangen de eerdere.", examples=[[]]
    )
    verplichting: Code | None = Field(default=None, description="De verplichting uit het plan die is geschonden.")
    totaalbeeld: Tekst | None = Field(default=None, examples=["De klant kwam bij alle andere afspraken wel."])


def wijzig_zaak(h: Handeling, opdracht: WijzigZaakOpdracht, zaak_id: UUID) -> Maatregelzaak:
    """Correct a zaak: the evidence that is asked for follows, and an advice on what was there before falls away.

    The codes of before and after are in the history, of the text only that it changed. Raises Conflict once there is
    a besluit, OngeldigeInvoer for a kenmerk or an obligation that does not belong to the gedraging.
    """
    zaak, klant = vind(h, zaak_id, vergrendel=True)
    controleer_consulent(h, zaak)
    h.controleer_versie(zaak)
    if zaak.status not in _VOOR_BESLUIT:
        raise Conflict(f"Deze zaak is {zaak.status.value} en wijzigt niet meer.", "zaak_niet_open")
    nieuw = _nieuw(zaak, opdracht)
    if not nieuw:
        log_verwerking(h, [klant.id], "gelezen")
        return zaak
    _controleer(h, klant, zaak, nieuw)
    was = {veld: getattr(zaak, veld) for veld in nieuw}
    for veld, waarde in nieuw.items():
        setattr(zaak, veld, waarde)
    if zaak.soort is Zaaksoort.VERLAGING:
        werk_bewijs_bij(h, zaak, klant)
    if zaak.status is Zaakstatus.GEADVISEERD:
        _vraag_nieuw_advies(h, zaak, klant)
    codes = {veld: {"was": was[veld], "is": nieuw[veld]} for veld in _CODES if veld in nieuw}
    leg_vast(h, Soort.MAATREGELZAAK_GEWIJZIGD, zaak, klant, {"velden": sorted(nieuw), **codes})
    return zaak


def _nieuw(zaak: Maatregelzaak, opdracht: WijzigZaakOpdracht) -> dict[str, Any]:
    """Return what really changes."""
    genoemd = opdracht.model_dump(exclude_unset=True)
    if "kenmerken" in genoemd:
        genoemd["kenmerken"] = list(genoemd["kenmerken"])
    return {veld: waarde for veld, waarde in genoemd.items() if waarde != getattr(zaak, veld)}


def _controleer(h: Handeling, klant: Klant, zaak: Maatregelzaak, nieuw: dict[str, Any]) -> None:
    """Ask of the corrected zaak what is asked of one that opens."""
    straks = OpenZaakOpdracht(
        klant_id=klant.id,
        soort=zaak.soort,
        gedraging=zaak.gedraging,
        gedraging_datum=zaak.gedraging_datum,
        kenmerken=tuple(nieuw.get("kenmerken", ())),
        verplichting=nieuw.get("verplichting"),
    )
    if fout := fouten_opening(h, klant, straks):
        raise OngeldigeInvoer(fout)


def _vraag_nieuw_advies(h: Handeling, zaak: Maatregelzaak, klant: Klant) -> None:
    zaak.voorstel = zaak.adviseur_id = zaak.advies_op = zaak.advies_motivering = None
    zaak.status = Zaakstatus.OPEN
    sluit_taken(h, zaak.id, Taaksoort.BESLUIT)
    vraag(h, klant, zaak, Taaksoort.ADVIES, "De zaak is gecorrigeerd nadat u adviseerde.")
