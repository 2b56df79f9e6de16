"""When the question arises to turn to rechtmatigheid, and what may be answered (DEV-MTR-507 to DEV-MTR-509)."""

from __future__ import annotations

from datetime import date
from typing import Final

from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.toets import Toets, Uitkomst
from app.domain.signaal.beleid import SignaalBeleid
from app.domain.signaal.feiten import (
    Beeindigingsgrond,
    Onderzoeksuitkomst,
    SignaalFeiten,
    Signaalsoort,
    Vervolg,
)

_HANDHAVING: Final = productenboek("8")
_NIET_WILLERS: Final = productenboek("4.2")
_GROND_BIJ: Final = {
    Onderzoeksuitkomst.INLICHTINGENPLICHT: Beeindigingsgrond.INLICHTINGENPLICHT,
    Onderzoeksuitkomst.MEDEWERKINGSPLICHT: Beeindigingsgrond.MEDEWERKINGSPLICHT,
}


def aanleidingen(feiten: SignaalFeiten, beleid: SignaalBeleid) -> tuple[Toets, ...]:
    """Return why the turn to rechtmatigheid must be considered; none when it need not (DEV-MTR-507)."""
    if not feiten.gedragingen:
        return ()
    alle = (toets_meerdere(feiten, beleid), toets_ernstig(feiten, beleid), toets_eerdere_handhaving(feiten, beleid))
    return tuple(toets for toets in alle if toets.uitkomst is Uitkomst.VOLDAAN)


def binnen(eerder: date, later: date, maanden: int) -> bool:
    """Tell whether a day lies no more than so many months before another; exactly that long ago still counts."""
    return eerder <= later <= plus_maanden(eerder, maanden)


def toets_meerdere(feiten: SignaalFeiten, beleid: SignaalBeleid) -> Toets:
    """Count the gedragingen; for a niet-willer fewer are enough (DEV-MTR-507, DEV-MTR-508)."""
    norm = beleid.gedragingen_aantal_niet_willer if feiten.niet_willer else beleid.gedragingen_aantal
    maanden = beleid.gedragingen_maanden.waarde
    aantal = sum(binnen(feit.datum, feiten.laatste, maanden) for feit in feiten.gedragingen)
    zin = f"In {maanden} maanden waren er {norm.waarde} of meer gedragingen."
    gezien = {"aantal": aantal, "nodig": norm.waarde, "niet_willer": feiten.niet_willer}
    return maak_toets("meerdere_gedragingen", aantal >= norm.waarde, norm.grondslag, gezien, zin)


def toets_ernstig(feiten: SignaalFeiten, beleid: SignaalBeleid) -> Toets:
    """Look for a gedraging that the table of the regime marks, or that is serious (DEV-MTR-507, DEV-MTR-528)."""
    omslag = beleid.omslag_gedragingen
    codes = {*omslag.waarde.get(feiten.regime, ()), *beleid.ernstige_gedragingen.waarde}
    maanden = beleid.gedragingen_maanden.waarde
    recent = {feit.gedraging for feit in feiten.gedragingen if binnen(feit.datum, feiten.laatste, maanden)}
    gevonden = tuple(sorted(recent & codes))
    zin = "Er was een gedraging waarbij de omslag naar rechtmatigheid hoort."
    return maak_toets("ernstige_gedraging", bool(gevonden), omslag.grondslag, {"gedragingen": gevonden}, zin)


def toets_eerdere_handhaving(feiten: SignaalFeiten, beleid: SignaalBeleid) -> Toets:
    """Look for a maatregel or waarschuwing not long before the last gedraging: perhaps recidive (DEV-MTR-507)."""
    norm = beleid.eerdere_handhaving_maanden
    eerder = [dag for dag in feiten.handhaving if dag < feiten.laatste and binnen(dag, feiten.laatste, norm.waarde)]
    zin = f"In de {norm.waarde} maanden ervoor was er al handhaving; mogelijk is het recidive."
    return maak_toets("eerdere_handhaving", bool(eerder), norm.grondslag, {"laatste": max(eerder, default=None)}, zin)


def toets_vervolg(soort: Signaalsoort, vervolg: Vervolg) -> Toets:
    """Keep the sociale recherche for fraud signals (DEV-MTR-509)."""
    kan = soort is Signaalsoort.FRAUDE or vervolg is not Vervolg.SOCIALE_RECHERCHE
    zin = "De sociale recherche wordt ingeschakeld bij een signaal van fraude."
    return maak_toets("vervolg_past_bij_signaal", kan, _HANDHAVING, {"vervolg": vervolg.value}, zin)


def toets_grond_beeindiging(uitkomst: Onderzoeksuitkomst, grond: Beeindigingsgrond) -> Toets:
    """Ask that an ending rests on the rechtmatigheidsplicht that an investigation found broken.

    Not keeping re-integratieplichten cannot end an uitkering (DEV-MTR-003, DEV-MTR-508).
    """
    goed = _GROND_BIJ.get(uitkomst) is grond
    zin = (
        "Een uitkering eindigt alleen op een rechtmatigheidsplicht waarvan het onderzoek de schending vaststelde, "
        "nooit op de re-integratieplicht."
    )
    gezien = {"uitkomst": uitkomst.value, "grond": grond.value}
    return maak_toets("grond_beeindiging", goed, _NIET_WILLERS, gezien, zin)


def toets_markering(klantgroep: Klantgroep | None, beleid: SignaalBeleid) -> Toets:
    """Ask for a klantgroep in which somebody can be a niet-willer (DEV-MTR-001)."""
    groepen = beleid.niet_willer_klantgroepen
    namen = " en ".join(groep.naam for groep in groepen.waarde)
    kan = None if klantgroep is None else klantgroep in groepen.waarde
    zin = f"De markering niet-willer is voor klanten in {namen}."
    return maak_toets("niet_willer_klantgroep", kan, groepen.grondslag, {"klantgroep": klantgroep}, zin)


def telt_als_niet_willer(gemarkeerd: bool, klantgroep: Klantgroep | None, beleid: SignaalBeleid) -> bool:
    """Tell whether a mark counts now: not any more in another klantgroep (DEV-MTR-001)."""
    return gemarkeerd and klantgroep in beleid.niet_willer_klantgroepen.waarde
