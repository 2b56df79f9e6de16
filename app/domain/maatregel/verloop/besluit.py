"""The steps of the decision: taken on the advice, checked by another, sent, and open to bezwaar (DEV-MTR-505)."""

from __future__ import annotations

from app.domain.kern.datum import datum_voluit
from app.domain.maatregel.verloop.model import Oordeel, Processtapstand, Stap, gedaan_met, later, volgende


def beschikking(s: Stap) -> Oordeel:
    """Judge the decision: another than who advised takes it."""
    besluit = s.feiten.besluit
    if besluit is not None:
        return gedaan_met("Het besluit is genomen.", besluit.id, besluit.genomen_op)
    if s.zaak.advies is None:
        return later("Eerst adviseert de consulent.")
    return volgende("Er is een advies. Wie adviseerde, beslist niet.")


def toetsing(s: Stap) -> Oordeel:
    """Judge the check: by somebody who neither advised nor decided."""
    besluit = s.feiten.besluit
    if besluit is None:
        return later("Eerst wordt het besluit genomen.")
    if besluit.getoetst_op is None:
        return volgende("Het besluit wacht op de toetsing door een ander.")
    return gedaan_met("Een ander heeft het besluit goedgekeurd.", besluit.id, besluit.getoetst_op)


def verzending(s: Stap) -> Oordeel:
    """Judge the dispatch: after the check."""
    besluit = s.feiten.besluit
    if besluit is None or besluit.getoetst_op is None:
        return later("Eerst wordt het besluit getoetst.")
    if besluit.verzonden_op is None:
        return volgende("Het besluit is getoetst en kan worden verzonden.")
    return gedaan_met("De beschikking is verzonden.", besluit.id, besluit.verzonden_op)


def bezwaar(s: Stap) -> Oordeel:
    """Judge the term for bezwaar: it runs from the day after the dispatch (Awb 6:7, 6:8)."""
    besluit = s.feiten.besluit
    einde = besluit.bezwaar_tot_en_met if besluit else None
    if besluit is None or einde is None:
        return later("De bezwaartermijn begint de dag na de verzending.")
    if s.peildatum <= einde:
        return volgende(f"De klant kan bezwaar maken tot en met {datum_voluit(einde)}.")
    return Oordeel(Processtapstand.GEDAAN, f"De bezwaartermijn liep tot en met {datum_voluit(einde)}.", op=einde)
