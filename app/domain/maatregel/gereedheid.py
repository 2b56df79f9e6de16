"""Gereedheid: everything that a lawful decision needs, as toetsen with their articles."""

from __future__ import annotations

from datetime import date

from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Toets
from app.domain.maatregel import toets_lik_op_stuk as vast
from app.domain.maatregel import toets_oordeel as oordeel
from app.domain.maatregel import toets_plicht as plicht
from app.domain.maatregel import toets_procedure as procedure
from app.domain.maatregel.beleid import Gedraging, MaatregelBeleid, Procedure
from app.domain.maatregel.feiten import ZaakFeiten, Zaaksoort
from app.domain.maatregel.maatstaf import Maatstaf, bepaal
from app.domain.maatregel.toets_bevoegdheid import toetsen_bevoegdheid
from app.domain.maatregel.toets_hoogte import toetsen_hoogte
from app.domain.maatregel.toets_ontheffing import toets_ontheffing

_MET_PLAN = (Klantgroep.MATCHEN, Klantgroep.GROEIEN)


def toets_gereedheid(feiten: ZaakFeiten, beleid: MaatregelBeleid, peildatum: date) -> tuple[Toets, ...]:
    """Return all conditions for a decision on ``peildatum``, in the order of the procedure.

    A condition that depends on something absent (the werkdagen of a letter that was never sent) is left out.
    """
    return voor_advies(feiten, beleid, peildatum) + voor_besluit(feiten, beleid, peildatum)


def voor_advies(feiten: ZaakFeiten, beleid: MaatregelBeleid, peildatum: date) -> tuple[Toets, ...]:
    """Return the conditions for an advice to impose (DEV-MTR-504, DEV-MTR-506, DEV-MTR-517)."""
    rij = beleid.gedraging(feiten.regime, feiten.gedraging)
    eerste = (plicht.toets_regime(feiten, beleid), plicht.toets_plicht(feiten, beleid))
    if rij is None:
        return eerste
    if feiten.soort is Zaaksoort.VERLAGING:
        eigen = _verlaging(feiten, beleid, rij, peildatum)
    else:
        eigen = _lik_op_stuk(feiten, rij, peildatum)
    horen = procedure.toets_horen(feiten, beleid, peildatum)
    return (*eerste, *toets_ontheffing(feiten, rij), *eigen, horen, plicht.toets_verjaring(feiten, beleid, peildatum))


def voor_besluit(
    feiten: ZaakFeiten, beleid: MaatregelBeleid, peildatum: date, maat: Maatstaf | None = None
) -> tuple[Toets, ...]:
    """Return the conditions that come on top before a decision: the judgement, the height, who decides.

    ``maat`` is given by who worked it out already.
    """
    if beleid.gedraging(feiten.regime, feiten.gedraging) is None:
        return toetsen_bevoegdheid(feiten)
    vooraf: tuple[Toets, ...] = (
        oordeel.toets_verwijtbaarheid(feiten),
        oordeel.toets_omstandigheden(feiten),
        oordeel.toets_dringende_redenen(feiten),
        oordeel.toets_samenloop(feiten),
        *oordeel.toets_taaleis(feiten),
    )
    if feiten.soort is Zaaksoort.LIK_OP_STUK:
        vooraf = (*vooraf, *vast.toets_nieuwe_afspraak(feiten, beleid, peildatum))
    hoogte = toetsen_hoogte(feiten, beleid, maat or bepaal(feiten, beleid, peildatum))
    return (*vooraf, *hoogte, *toetsen_bevoegdheid(feiten))


def aandachtspunten(feiten: ZaakFeiten, beleid: MaatregelBeleid) -> tuple[str, ...]:
    """Return the documents that usually are in such a file and are missing: a warning, no refusal."""
    rij = beleid.gedraging(feiten.regime, feiten.gedraging)
    return () if rij is None else tuple(code for code in rij.dossier if code not in feiten.bewijsstukken)


def _lik_op_stuk(feiten: ZaakFeiten, rij: Gedraging, peildatum: date) -> tuple[Toets, ...]:
    return (
        vast.toets_klantgroep_lik_op_stuk(feiten, rij),
        vast.toets_eerste_no_show(feiten, peildatum),
        vast.toets_sms(feiten),
    )


def _verlaging(feiten: ZaakFeiten, beleid: MaatregelBeleid, rij: Gedraging, peildatum: date) -> tuple[Toets, ...]:
    toetsen = [plicht.toets_klantgroep(feiten, rij)]
    if rij.plan_vereist and feiten.klantgroep in _MET_PLAN:
        toetsen += [plicht.toets_plan(feiten), plicht.toets_verzuimregels(feiten)]
    toetsen += plicht.toetsen_activering(feiten, rij)
    if rij.no_shows:
        toetsen.append(procedure.toets_no_shows(feiten, rij, peildatum))
    if rij.procedure is not Procedure.DIRECT:
        toetsen.append(procedure.toets_uitnodiging(feiten, peildatum))
    if procedure.hersteltermijn_nodig(feiten, rij):
        toetsen += procedure.toetsen_hersteltermijn(feiten, beleid, peildatum)
    return (*toetsen, plicht.toets_bewijs(feiten, rij))
