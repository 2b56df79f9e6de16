"""Vervolg: a new zaak because it happened again after a maatregel (DEV-MTR-516, DEV-MTR-525)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.db import maatregel as db
from app.db.klant import Klant
from app.db.maatregel import Maatregelstap, Maatregelzaak, Stapsoort
from app.domain.kern.fouten import Geweigerd
from app.domain.maatregel.bouwsteen import toets
from app.domain.maatregel.stappenplan import Actie
from app.services.handeling import Handeling
from app.services.maatregel.feiten import geldend_beleid
from app.services.maatregel.taken import HANDHAVING, Taaksoort
from app.services.taak import sluit_taken

_NA: Final[Mapping[Actie, tuple[Stapsoort, str]]] = {
    Actie.RECIDIVE: (Stapsoort.OPNIEUW_GEHOORD, "Leg eerst vast dat de klant opnieuw is gehoord, of niet kwam."),
    Actie.OPNIEUW_AFSTEMMEN: (
        Stapsoort.NIEUWE_OPKOMST,
        "Leg eerst vast dat de klant op de nieuwe uitnodiging niet kwam.",
    ),
}


def begin_vervolg(h: Handeling, klant: Klant, nieuw: Maatregelzaak) -> None:
    """Close the question that the new zaak answers in the zaken that it names as its aanleiding.

    Raises Geweigerd when the procedure of an earlier zaak on the same gedraging asks for a step first.
    """
    for eerder in db.zaken(h.sessie, [klant.id]):
        if eerder.id in nieuw.aanleiding:
            if eerder.gedraging == nieuw.gedraging:
                _controleer(h, klant, eerder)
            sluit_taken(h, eerder.id, Taaksoort.VERVOLG)


def _controleer(h: Handeling, klant: Klant, eerder: Maatregelzaak) -> None:
    beleid = geldend_beleid(h, eerder, klant).beleid
    rij = beleid.gedraging(eerder.regime, eerder.gedraging)
    gezet = db.geldend(db.stappen(h.sessie, [eerder.id]))
    for stap in beleid.stappenplan(rij).stappen if rij else ():
        if stap.actie in _NA and not any(_telt(deel, _NA[stap.actie][0]) for deel in gezet):
            nee = _NA[stap.actie][1]
            mis = toets("stap_aan_de_beurt", False, HANDHAVING, "", nee, actie=stap.actie.value)
            raise Geweigerd(nee, (mis,), "stap_niet_aan_de_beurt")


def _telt(stap: Maatregelstap, soort: Stapsoort) -> bool:
    return stap.soort is soort and stap.inhoud.get("verschenen") is not True
