"""What the rules make without validating is what validation would have made of it, for whatever facts."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from app.domain.kern.bouw import bouw, maak_toets
from app.domain.kern.canoniek import canoniek
from app.domain.kern.grondslag import Grondslag, pw
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Feit, Toets, Uitkomst
from app.domain.maatregel.beleid import Regime
from app.domain.maatregel.beslissing import Beslissing, beslis
from app.domain.maatregel.feiten import ZaakFeiten
from benchmarks.zaken import zaken
from tests.steun.maatregel import BELEID, beleid

WEG = [naam for naam, veld in ZaakFeiten.model_fields.items() if not veld.is_required()]


def willekeurig(aantal: int) -> Iterator[tuple[ZaakFeiten, date]]:
    """Zaken of every kind, from half of which facts were taken away or put where they do not fit."""
    toeval = random.Random(18)
    for zaak, dag in zaken(BELEID, aantal):
        anders = {naam: ZaakFeiten.model_fields[naam].default for naam in toeval.sample(WEG, toeval.randint(0, 3))}
        if toeval.random() < 0.2:
            anders["klantgroep"] = toeval.choice([None, *Klantgroep])
        yield (zaak.model_copy(update=anders), dag + timedelta(days=toeval.choice((0, 0, 400))))


def test_een_beslissing_is_zoals_validatie_haar_had_gemaakt() -> None:
    dicta = set()
    for feiten, dag in willekeurig(300):
        beslissing = beslis(feiten, BELEID, dag)
        gekeurd = Beslissing.model_validate(beslissing.model_dump())
        assert gekeurd == beslissing
        assert canoniek(gekeurd) == canoniek(beslissing)
        dicta.add(beslissing.dictum)
    assert len(dicta) == 4, "alle uitkomsten komen voor"


def test_een_toets_bewaart_kale_feiten() -> None:
    feiten: dict[str, Feit] = {
        "groep": Klantgroep.ZORGEN,
        "groepen": (Klantgroep.ZORGEN, "x"),
        "aantal": 2,
        "deel": Decimal("1.5"),
        "dag": date(2026, 4, 1),
        "ja": True,
        "niets": None,
    }
    grondslag = pw("18", "2")
    gemaakt = maak_toets("code", None, grondslag, feiten, "Onbekend.")
    gekeurd = Toets(
        voorwaarde="code", uitkomst=Uitkomst.ONBEPAALD, grondslag=grondslag, feiten=feiten, toelichting="Onbekend."
    )
    assert gemaakt == gekeurd
    assert {naam: type(feit) for naam, feit in gemaakt.feiten.items()} == {
        naam: type(feit) for naam, feit in gekeurd.feiten.items()
    }
    assert gemaakt.model_fields_set == gekeurd.model_fields_set
    assert bouw(Toets, dict(gekeurd)) == gekeurd


def test_gelijke_artikelen_zijn_gelijk_hoe_ze_ook_ontstaan() -> None:
    los = Grondslag(regeling="Participatiewet", artikel="18", lid="2")
    assert (los, hash(los), str(los)) == (pw("18", "2"), hash(pw("18", "2")), str(pw("18", "2")))
    assert len({los, pw("18", "2"), pw("18", "2", "a"), pw("18")}) == 3


def test_een_kopie_van_het_beleid_kent_haar_eigen_tabel() -> None:
    eerste = BELEID.gedragingen.waarde[0]
    assert BELEID.gedraging(Regime.PW, eerste.code) is eerste
    leeg = BELEID.model_copy(update={"gedragingen": BELEID.gedragingen.model_copy(update={"waarde": ()})})
    assert leeg.gedraging(Regime.PW, eerste.code) is None
    assert BELEID.gedraging(Regime.PW, eerste.code) is eerste
    assert canoniek(leeg) != canoniek(BELEID) == canoniek(beleid())
    assert beleid() == BELEID
