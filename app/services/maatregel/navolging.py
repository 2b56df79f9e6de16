"""Navolging: what is done after a maatregel was sent: look again, hear again, invite again (DEV-MTR-516)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from app.db import maatregel as db
from app.db.klant import Klant
from app.db.maatregel import Maatregelstap, Maatregelzaak, Stapsoort
from app.db.taak import Taakstatus, Termijnstatus
from app.domain.kern.fouten import Geweigerd, OngeldigeInvoer
from app.domain.kern.maanden import plus_maanden
from app.domain.maatregel.bouwsteen import toets
from app.domain.maatregel.feiten import Wijze
from app.domain.maatregel.stappenplan import Actie, Stappenplan
from app.domain.maatregel.verloop.model import Processtapstand, Stapbeeld
from app.services.handeling import Handeling
from app.services.maatregel import stapsoorten as soorten
from app.services.maatregel.feiten import geldend_beleid
from app.services.maatregel.stapgevolgen import bewaak_gesprek, sluit_gesprek
from app.services.maatregel.stapsoorten import Stap
from app.services.maatregel.taken import HANDHAVING, Taaksoort, vraag
from app.services.maatregel.verloop import beeld_van
from app.services.taak import sluit_taken, sluit_termijnen

_UITNODIGEN: Final = (Actie.OPNIEUW_UITNODIGEN, Actie.AANGETEKEND_UITNODIGEN)
_ACTIES: Final[Mapping[Stapsoort, tuple[Actie, ...]]] = {
    Stapsoort.CONTROLE: (Actie.CONTROLE,),
    Stapsoort.OPNIEUW_GEHOORD: (Actie.CONTROLE,),
    Stapsoort.OPNIEUW_UITGENODIGD: _UITNODIGEN,
    Stapsoort.NIEUWE_OPKOMST: _UITNODIGEN,
}
NAVOLGING: Final = frozenset(_ACTIES)
"""The steps that belong after the dispatch of a maatregel."""
_EIGEN: Final[Mapping[Stapsoort, tuple[Taaksoort, Taaksoort | None]]] = {
    Stapsoort.CONTROLE: (Taaksoort.CONTROLE, Taaksoort.OPNIEUW_HOREN),
    Stapsoort.OPNIEUW_GEHOORD: (Taaksoort.OPNIEUW_HOREN, Taaksoort.VERVOLG),
    Stapsoort.OPNIEUW_UITGENODIGD: (Taaksoort.OPNIEUW_UITNODIGEN, None),
    Stapsoort.NIEUWE_OPKOMST: (Taaksoort.UITKOMST_GESPREK, Taaksoort.VERVOLG),
}
"""Per step the taak that it does, and the one that may follow."""


def plan_navolging(h: Handeling, klant: Klant, zaak: Maatregelzaak, opgelegd_op: date, tot: date) -> None:
    """Ask for what follows a maatregel sent on ``opgelegd_op`` that ends on ``tot`` (exclusive), each on its own day.

    Applications are looked at again a month later (DEV-MTR-516), a traject goes on at once (DEV-MTR-518), and under
    the IOAW and IOAZ the klant is invited after the maatregel (DEV-MTR-541).
    """
    beleid = geldend_beleid(h, zaak, klant).beleid
    rij = beleid.gedraging(zaak.regime, zaak.gedraging)
    plan = beleid.stappenplan(rij) if rij else Stappenplan(stappen=())
    gedaan = {stap.soort for stap in db.geldend(db.stappen(h.sessie, [zaak.id]))}
    for stap in (*plan.stappen, *plan.daarna):
        if stap.actie is Actie.CONTROLE and stap.na_maanden and Stapsoort.CONTROLE not in gedaan:
            vraag(h, klant, zaak, Taaksoort.CONTROLE, vanaf=plus_maanden(opgelegd_op, stap.na_maanden))
        if stap.actie in _UITNODIGEN and Stapsoort.OPNIEUW_UITGENODIGD not in gedaan:
            vanaf = tot if stap.actie is Actie.AANGETEKEND_UITNODIGEN else None
            vraag(h, klant, zaak, Taaksoort.OPNIEUW_UITNODIGEN, vanaf=vanaf)


def controleer_navolging(h: Handeling, zaak: Maatregelzaak, klant: Klant, stap: Stap) -> None:
    """Raise Geweigerd for a step whose turn has not come: too early, or not part of this procedure."""
    soort = Stapsoort(stap.soort)
    keten = beeld_van(h, zaak, klant).stappen
    eigen = next((deel.beeld for deel in keten if deel.beeld.stap.actie in _ACTIES[soort]), None)
    if not _aan_de_beurt(h, zaak, stap, eigen):
        nee = eigen.waarom if eigen else "De procedure van deze gedraging kent deze stap niet."
        mis = toets("stap_aan_de_beurt", False, HANDHAVING, "", nee, soort=soort.value)
        raise Geweigerd(nee, (mis,), "stap_niet_aan_de_beurt")
    if eigen is not None and eigen.stap.actie is Actie.AANGETEKEND_UITNODIGEN:
        _controleer_aangetekend(stap)


def _controleer_aangetekend(stap: Stap) -> None:
    """Ask for a registered letter with its number, under the IOAW and IOAZ (DEV-MTR-541)."""
    if isinstance(stap, soorten.OpnieuwUitgenodigdStap):
        if Wijze.AANGETEKEND not in stap.wijze:
            raise OngeldigeInvoer({"wijze": "Nodig de klant met een aangetekende brief uit."})
        if stap.kenmerk_aangetekend is None:
            raise OngeldigeInvoer({"kenmerkAangetekend": "Geef het kenmerk van de aangetekende brief."})


def _aan_de_beurt(h: Handeling, zaak: Maatregelzaak, stap: Stap, eigen: Stapbeeld | None) -> bool:
    """Tell whether this step may be set; hearing again comes after a look that was not good enough."""
    if eigen is None:
        return False
    gezet = [rij for rij in db.geldend(db.stappen(h.sessie, [zaak.id])) if rij.soort in NAVOLGING]
    if isinstance(stap, soorten.NieuweOpkomstStap):
        return any(rij.inhoud.get("gesprekOp") == stap.datum.isoformat() for rij in gezet)
    gekeken = any(rij.soort is Stapsoort.CONTROLE for rij in gezet)
    na_controle = isinstance(stap, soorten.OpnieuwGehoordStap)
    past = gekeken is na_controle or isinstance(stap, soorten.OpnieuwUitgenodigdStap)
    return past and eigen.stand is Processtapstand.VOLGENDE


def werk_navolging_bij(h: Handeling, zaak: Maatregelzaak, klant: Klant, stap: Stap) -> None:
    """Close what this step does, and ask for what follows."""
    taak, volgt = _EIGEN[Stapsoort(stap.soort)]
    sluit_taken(h, zaak.id, taak)
    if isinstance(stap, soorten.OpnieuwUitgenodigdStap):
        bewaak_gesprek(h, zaak, klant, stap, taak)
    if isinstance(stap, soorten.NieuweOpkomstStap):
        sluit_gesprek(h, zaak, stap.datum)
    goed = isinstance(stap, soorten.ControleStap) and stap.voldoende
    kwam = isinstance(stap, soorten.NieuweOpkomstStap) and stap.verschenen
    if volgt is not None and not goed and not kwam:
        vraag(h, klant, zaak, volgt)


def maak_navolging_ongedaan(h: Handeling, zaak: Maatregelzaak, klant: Klant, stap: Maatregelstap) -> None:
    """Ask again for what a withdrawn step had done; what it asked for lapses."""
    taak, volgt = _EIGEN[stap.soort]
    if volgt is not None:
        sluit_taken(h, zaak.id, volgt, status=Taakstatus.VERVALLEN)
    if stap.soort is Stapsoort.OPNIEUW_UITGENODIGD:
        sluit_termijnen(h, zaak.id, taak, status=Termijnstatus.VERVALLEN)
        sluit_taken(h, zaak.id, Taaksoort.UITKOMST_GESPREK, status=Taakstatus.VERVALLEN)
    vraag(h, klant, zaak, taak, "De eerder vastgelegde stap is ingetrokken.")
