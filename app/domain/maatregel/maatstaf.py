"""Maatstaf: how high and how long a decision of one day would be, worked out once before it is tested or written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.kern.maanden import eerste_van_de_maand, maanden_vanaf, plus_maanden
from app.domain.maatregel.beleid import MaatregelBeleid
from app.domain.maatregel.feiten import Verwijtbaarheid, ZaakFeiten, Zaaksoort
from app.domain.maatregel.sanctie import EERSTE_TREDE, Sanctie, sancties, zwaarste
from app.domain.maatregel.sanctiewaarden import Uitvoering
from app.domain.maatregel.weigering import Weigering


@dataclass(frozen=True)
class Maatstaf:
    """What holds for a zaak on one day; None: not known, or a person must set it.

    ``zwaarste`` is the one sanction that counts, ``procent`` and ``duur`` what comes of it for this person, ``maanden``
    the months from which something is taken, ``delen`` over how many of them the amount of one month is spread,
    ``vast`` a fixed amount per month instead of a percentage.
    """

    sancties: Mapping[str, Sanctie | None]
    zwaarste: Sanctie | None
    procent: Decimal | None
    duur: int | None
    maanden: tuple[date, ...] | None
    delen: int = 1
    vast: int | None = None


def bepaal(feiten: ZaakFeiten, beleid: MaatregelBeleid, peildatum: date) -> Maatstaf:
    """Work out the height, the duration and the months of a decision taken on ``peildatum``."""
    eerste = eerste_maand(feiten, beleid, peildatum)
    if feiten.soort is Zaaksoort.LIK_OP_STUK:
        return Maatstaf({}, None, None, 1, (eerste,), vast=beleid.lik_op_stuk_bedrag.waarde)
    if feiten.weigering is not None:
        return _weigering(feiten, feiten.weigering, eerste)
    alle = sancties(feiten, beleid)
    sanctie = zwaarste(alle)
    if sanctie is None:
        return Maatstaf(alle, None, None, None, None)
    eigen = feiten.afwijking.maanden if feiten.afwijking else None
    duur = eigen or sanctie.maanden
    delen = _delen(feiten, beleid) if spreidbaar(sanctie, duur) else 1
    maanden = maanden_vanaf(eerste, max(duur, delen))
    return Maatstaf(alle, sanctie, procent(feiten, beleid, sanctie), duur, maanden, delen)


def _weigering(feiten: ZaakFeiten, weigering: Weigering, eerste: date) -> Maatstaf:
    """Take the missed income of every month: as many as were set, or when it lasts, all that are known in a row."""
    maanden = _aaneen(feiten, eerste) if weigering.maanden is None else maanden_vanaf(eerste, weigering.maanden)
    return Maatstaf({}, None, None, len(maanden), maanden, vast=weigering.gederfd_inkomen)


def _aaneen(feiten: ZaakFeiten, eerste: date) -> tuple[date, ...]:
    """Return the first month, and those after it of which the grondslag is known without a gap."""
    bekend = {norm.maand for norm in feiten.normen}
    aantal = 1
    while plus_maanden(eerste, aantal) in bekend:
        aantal += 1
    return maanden_vanaf(eerste, aantal)


def eerste_maand(feiten: ZaakFeiten, beleid: MaatregelBeleid, peildatum: date) -> date:
    """Return the month in which the verlaging begins.

    By policy the month of the decision, but only when it is known that that month was not paid yet: nothing that was
    paid is taken back. Otherwise the month after it, or after the last month that was paid.
    """
    deze = eerste_van_de_maand(peildatum)
    betaald = feiten.betaald_tot_en_met
    if betaald is None:
        return plus_maanden(deze, 1)
    vroegst = deze if beleid.uitvoering_vanaf.waarde is Uitvoering.MAAND_VAN_BESLUIT else plus_maanden(deze, 1)
    return max(vroegst, plus_maanden(eerste_van_de_maand(betaald), 1))


def procent(feiten: ZaakFeiten, beleid: MaatregelBeleid, sanctie: Sanctie) -> Decimal | None:
    """Return the percentage for this person: a person's own, else the regular one, by policy less at reduced blame.

    None when a person must set it: at dringende redenen, and at reduced blame where no policy says what it is. The law
    knows no such rule for the uniform duties.
    """
    if feiten.afwijking is not None and feiten.afwijking.procent is not None:
        return feiten.afwijking.procent
    if feiten.dringende_redenen:
        return None
    if feiten.verwijtbaarheid is not Verwijtbaarheid.VERMINDERD:
        return sanctie.procent
    deel = beleid.verminderd_verwijt_procent.waarde
    if deel is None or sanctie.lid is not None:
        return None
    return min(sanctie.procent, max(sanctie.procent * deel / 100, beleid.afwijking_minimum_procent.waarde))


def spreidbaar(sanctie: Sanctie, duur: int) -> bool:
    """Tell whether the amount may be spread: a verlaging of one month on article 18, lid 5."""
    return sanctie.lid == EERSTE_TREDE and duur == 1


def _delen(feiten: ZaakFeiten, beleid: MaatregelBeleid) -> int:
    return beleid.spreiding.waarde.standaard if feiten.spreiding is None else feiten.spreiding.maanden


def verdeel(bedrag: int, delen: int) -> list[int]:
    """Split an amount in eurocents in equal parts whose sum is exact; the first is never the smaller one."""
    deel, rest = divmod(bedrag, delen)
    return [deel + 1] * rest + [deel] * (delen - rest)
