"""Maatregelzaken for the benchmark: seeded, complete, and as different as those of a municipality."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.maanden import eerste_van_de_maand, maanden_vanaf, plus_maanden
from app.domain.maatregel.beleid import Gedraging, MaatregelBeleid, Regime
from app.domain.maatregel.feiten import (
    Advies,
    Afwijking,
    Bewijsstuk,
    BriefSoort,
    EerdereMaatregel,
    HoorFeiten,
    HoorKanaal,
    NormMaand,
    Oorzaak,
    PlanFeiten,
    Verwijtbaarheid,
    Verzending,
    Voorstel,
    Wijze,
    ZaakFeiten,
    Zaaksoort,
)

_BEIDE = frozenset({Wijze.AANGETEKEND, Wijze.REGULIER})
_DAG = timedelta(days=1)


def zaken(beleid: MaatregelBeleid, aantal: int, zaad: int = 20264) -> Iterator[tuple[ZaakFeiten, date]]:
    """Yield so many zaken of 2025 with the day of their decision; the same seed gives the same."""
    toeval = random.Random(zaad)
    rijen = [rij for rij in beleid.gedragingen.waarde if Regime.PW in rij.regimes]
    met_sanctie = [rij for rij in rijen if rij.uniform or beleid.categorie(Regime.PW, rij)]
    los = [rij for rij in rijen if rij.lik_op_stuk]
    for _ in range(aantal):
        dag = date(2025, 1, 6) + timedelta(days=toeval.randrange(300))
        if toeval.random() < 0.3:
            yield _lik_op_stuk(toeval, toeval.choice(los), dag), dag + timedelta(days=20)
        else:
            yield _verlaging(toeval, toeval.choice(met_sanctie), dag), dag + timedelta(days=30)


def _basis(toeval: random.Random, rij: Gedraging, dag: date) -> dict[str, Any]:
    besluitdag = eerste_van_de_maand(dag + timedelta(days=20))
    norm = toeval.choice((134_566, 192_237, 87_434, 140_150))
    maanden = maanden_vanaf(plus_maanden(besluitdag, 1), 4)
    return {
        "regime": Regime.PW,
        "gedraging": rij.code,
        "gedraging_datum": dag,
        "melding_datum": dag - timedelta(days=toeval.randint(20, 900)),
        "leeftijd_op_gedraging": toeval.randint(19, 66),
        "bereikt_aow": False,
        "leefvorm": toeval.choice(("alleenstaande", "alleenstaande_ouder", "gehuwd")),
        "hoor": HoorFeiten(
            gehoord=True, datum=dag + 10 * _DAG, kanaal=toeval.choice(list(HoorKanaal)), verklaring_vastgelegd=True
        ),
        "verwijtbaarheid": Verwijtbaarheid.ONTBREEKT if toeval.random() < 0.05 else Verwijtbaarheid.VOLLEDIG,
        "verwijtbaarheid_gemotiveerd": True,
        "omstandigheden_onderzocht": True,
        "oorzaak": toeval.choice(list(Oorzaak)),
        "dringende_redenen": False,
        "eerdere_maatregelen": (),
        "samenloop": (),
        "normen": tuple(NormMaand(maand=maand, norm=norm, versie=f"NL/norm/{maand.year}-01-01") for maand in maanden),
        "advies": Advies(
            voorstel=Voorstel.WAARSCHUWING if toeval.random() < 0.1 else Voorstel.OPLEGGEN,
            adviseur="00000000-0000-7000-8000-000000000101",
            datum=dag + 12 * _DAG,
            gemotiveerd=True,
        ),
        "besluiter": "00000000-0000-7000-8000-000000000102",
    }


def _lik_op_stuk(toeval: random.Random, rij: Gedraging, dag: date) -> ZaakFeiten:
    groep = toeval.choice(rij.lik_op_stuk)
    eigen = {"soort": Zaaksoort.LIK_OP_STUK, "klantgroep": groep, "no_shows": (dag,), "sms_herinnering": True}
    return ZaakFeiten(**_basis(toeval, rij, dag) | eigen)


def _verlaging(toeval: random.Random, rij: Gedraging, dag: date) -> ZaakFeiten:
    getekend = dag - timedelta(days=toeval.randint(10, 200))
    eerder = EerdereMaatregel(besluit_datum=dag - 100 * _DAG, gedraging=rij.code, uniform=rij.uniform is not None)
    eigen = Afwijking(procent=Decimal(10), maanden=1, gemotiveerd=True)
    post = (
        Verzending(
            soort=BriefSoort.UITNODIGING,
            datum_verzonden=dag - 30 * _DAG,
            wijze=frozenset({Wijze.EMAIL}),
            gesprek_op=dag - 15 * _DAG,
        ),
        Verzending(
            soort=BriefSoort.HERSTELTERMIJN,
            datum_verzonden=dag - 14 * _DAG,
            wijze=_BEIDE,
            gesprek_op=dag,
            kenmerk_aangetekend="3SRRC0001",
        ),
    )
    stukken = tuple(
        Bewijsstuk(code=eis.code, datum=dag - 5 * _DAG, vorm="schriftelijk", afzender_genoemd=True)
        for eis in rij.bewijs_verplicht
    )
    return ZaakFeiten(
        **_basis(toeval, rij, dag)
        | {
            "klantgroep": toeval.choice([groep for groep in rij.klantgroepen if groep is not Klantgroep.ZORGEN]),
            "plan": PlanFeiten(
                ondertekend=True,
                ondertekend_op=getekend,
                bevat_verplichting=True,
                verzuimregels_uitgereikt_op=getekend,
            ),
            "no_shows": (dag - 15 * _DAG, dag),
            "verzendingen": post,
            "bewijs": stukken,
            "bewijsstukken": frozenset(eis.code for eis in rij.bewijs_verplicht),
            "eerdere_maatregelen": (eerder,) if rij.uniform is None and toeval.random() < 0.15 else (),
            "afwijking": eigen if toeval.random() < 0.1 else None,
        }
    )
