"""What a step brings about: its own taak is done, its term runs, and what follows is asked for; and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from app.db import maatregel as db
from app.db.klant import Klant
from app.db.maatregel import Maatregelstap, Maatregelzaak, Stapsoort
from app.db.taak import Taakstatus, Termijnstatus, lopende_termijnen, open_taken
from app.domain.kern.termijnen import Termijn, beleidstermijn_dagen, beleidstermijn_werkdagen
from app.domain.kern.werkdagen import is_werkdag, werkdagen_tussen
from app.domain.maatregel.beleid import MaatregelBeleid, Procedure
from app.services.handeling import Handeling
from app.services.maatregel import stapsoorten as soorten
from app.services.maatregel.feiten import geldend_beleid
from app.services.maatregel.stapsoorten import Stap
from app.services.maatregel.taken import HANDHAVING, Taaksoort, bewijs_ontbreekt, voorstel, vraag
from app.services.taak import begin_van, bewaak, sluit_taken, sluit_termijnen

_TAAK: Final[dict[Stapsoort, Taaksoort]] = {
    Stapsoort.UITNODIGING: Taaksoort.UITNODIGING,
    Stapsoort.HERSTELTERMIJN: Taaksoort.HERSTELTERMIJN,
    Stapsoort.HOORGESPREK: Taaksoort.WEDERHOOR,
    Stapsoort.NIET_HOREN: Taaksoort.WEDERHOOR,
}
Brief = soorten.UitnodigingStap | soorten.HersteltermijnStap | soorten.OpnieuwUitgenodigdStap


def werk_bij(h: Handeling, zaak: Maatregelzaak, klant: Klant, stap: Stap) -> None:
    """Close what this step does, start its term, and ask for what follows."""
    soort = Stapsoort(stap.soort)
    if soort in _TAAK:
        sluit_taken(h, zaak.id, _TAAK[soort])
    if isinstance(stap, soorten.UitnodigingStap | soorten.HersteltermijnStap):
        bewaak_gesprek(h, zaak, klant, stap, _TAAK[soort])
    if isinstance(stap, soorten.HoorgesprekStap):
        klant.laatste_contact = max(begin_van(stap.datum), klant.laatste_contact or begin_van(stap.datum))
        sluit_gesprek(h, zaak, stap.datum)
    if isinstance(stap, soorten.NoShowStap):
        sluit_gesprek(h, zaak, stap.datum)
        _vraag_hersteltermijn(h, zaak, klant)
    if isinstance(stap, soorten.WederhoorafwegingStap) and not stap.horen:
        sluit_taken(h, zaak.id, Taaksoort.WEDERHOOR)
    if isinstance(stap, soorten.BewijsstukStap):
        werk_bewijs_bij(h, zaak, klant)


def bewaak_gesprek(h: Handeling, zaak: Maatregelzaak, klant: Klant, stap: Brief, taak: Taaksoort) -> None:
    """Watch the day of the gesprek: when it has passed, somebody says whether the klant came."""
    sluit_termijnen(h, zaak.id, taak, status=Termijnstatus.VERVALLEN)
    if stap.gesprek_op > stap.verzonden_op:
        beleid = h.beleid.geldend(MaatregelBeleid, klant.gemeente, h.vandaag).beleid
        vervolg = voorstel(zaak, Taaksoort.UITKOMST_GESPREK, beleid, stap.gesprek_op)
        bewaak(h, _tot_gesprek(stap, taak), klant, zaak.id, vervolg)


def _tot_gesprek(stap: Brief, taak: Taaksoort) -> Termijn:
    """Return the term that ends on the gesprek; in werkdagen, which explain themselves, if that is a werkdag."""
    start, eind = stap.verzonden_op, stap.gesprek_op
    if is_werkdag(eind):
        return beleidstermijn_werkdagen(taak, HANDHAVING, start, werkdagen_tussen(start, eind) + 1)
    return beleidstermijn_dagen(taak, HANDHAVING, start, (eind - start).days)


def sluit_gesprek(h: Handeling, zaak: Maatregelzaak, datum: date) -> None:
    """Close the question whether the klant came, and the terms of the gesprekken up to that day."""
    sluit_taken(h, zaak.id, Taaksoort.UITKOMST_GESPREK)
    brieven = (Taaksoort.UITNODIGING, Taaksoort.HERSTELTERMIJN, Taaksoort.OPNIEUW_UITNODIGEN)
    for termijn in lopende_termijnen(h.sessie, zaak.id, brieven):
        if termijn.einde <= datum:
            sluit_termijnen(h, zaak.id, termijn.soort)


def _vraag_hersteltermijn(h: Handeling, zaak: Maatregelzaak, klant: Klant) -> None:
    """Ask for a hersteltermijn when the klant stayed away from the invitation and none was given (DEV-MTR-513)."""
    rij = geldend_beleid(h, zaak, klant).beleid.gedraging(zaak.regime, zaak.gedraging)
    al = [stap for stap in db.geldend(db.stappen(h.sessie, [zaak.id])) if stap.soort is Stapsoort.HERSTELTERMIJN]
    gevraagd = open_taken(h.sessie, zaak.id, (Taaksoort.HERSTELTERMIJN,))
    if rij is not None and rij.procedure is not Procedure.DIRECT and not al and not gevraagd:
        vraag(h, klant, zaak, Taaksoort.HERSTELTERMIJN)


def werk_bewijs_bij(h: Handeling, zaak: Maatregelzaak, klant: Klant) -> None:
    """Keep the question for evidence open exactly as long as something is missing (DEV-MTR-517)."""
    h.sessie.flush()
    rij = geldend_beleid(h, zaak, klant).beleid.gedraging(zaak.regime, zaak.gedraging)
    er = {stap.inhoud["code"] for stap in db.geldend(db.stappen(h.sessie, [zaak.id])) if "code" in stap.inhoud}
    if rij is None or not bewijs_ontbreekt(rij, zaak, er):
        sluit_taken(h, zaak.id, Taaksoort.BEWIJS)
    elif not open_taken(h.sessie, zaak.id, (Taaksoort.BEWIJS,)):
        vraag(h, klant, zaak, Taaksoort.BEWIJS)


def maak_ongedaan(
    h: Handeling, zaak: Maatregelzaak, klant: Klant, stap: Maatregelstap, over: Sequence[Maatregelstap]
) -> None:
    """Ask again for what a withdrawn step had closed; what rested on it lapses."""
    if stap.soort is Stapsoort.BEWIJSSTUK:
        werk_bewijs_bij(h, zaak, klant)
    if stap.soort is Stapsoort.NO_SHOW:
        _maak_no_show_ongedaan(h, zaak, klant, stap, over)
    taak = _TAAK.get(stap.soort)
    if taak is None:
        return
    if taak is not Taaksoort.WEDERHOOR:
        sluit_termijnen(h, zaak.id, taak, status=Termijnstatus.VERVALLEN)
    if not any(_TAAK.get(ander.soort) is taak for ander in over):
        vraag(h, klant, zaak, taak, "De eerder vastgelegde stap is ingetrokken.")


def _maak_no_show_ongedaan(
    h: Handeling, zaak: Maatregelzaak, klant: Klant, stap: Maatregelstap, over: Sequence[Maatregelstap]
) -> None:
    """Without any no-show there is no hersteltermijn to send; whether the klant came is open again."""
    if not any(ander.soort is Stapsoort.NO_SHOW for ander in over):
        sluit_taken(h, zaak.id, Taaksoort.HERSTELTERMIJN, status=Taakstatus.VERVALLEN)
    if any(ander.inhoud.get("gesprekOp") == stap.datum.isoformat() for ander in over):
        vraag(h, klant, zaak, Taaksoort.UITKOMST_GESPREK, "De vastgelegde no-show is ingetrokken.")
