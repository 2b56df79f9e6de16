"""How the offer is spread, and what happens where nadere regels are missing."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.kern.klantgroep import Klantgroep
from app.domain.sturing.voorzieninginzet import Inzetgeval, tel_voorzieningen
from app.domain.voorziening.feiten import VoorzieningFeiten
from app.domain.voorziening.toets import Aanboduitkomst, beoordeel
from tests.steun.voorziening import BELEID, feiten_van, proef

G, M = Klantgroep.GROEIEN, Klantgroep.MATCHEN


@pytest.mark.regel("DEV-VRZ-906")
def test_de_spreiding_over_voorzieningen_en_klantgroepen() -> None:
    gevallen = [
        *[Inzetgeval(code="scholing", klantgroep=G)] * 12,
        *[Inzetgeval(code="scholing", klantgroep=M)] * 11,
        *[Inzetgeval(code="ooit", klantgroep=None)] * 10,
    ]
    scholing, niemand, ooit, samen = tel_voorzieningen(gevallen, ["scholing", "taal"], 5)
    assert (scholing.code, scholing.aantal) == ("scholing", 23)
    assert dict(scholing.per_klantgroep) == {M: 11, G: 12, Klantgroep.FACILITEREN: 0, Klantgroep.ZORGEN: 0, None: 0}
    assert (niemand.code, niemand.aantal) == ("taal", 0), "wat niemand kreeg, telt voor de spreiding"
    assert (ooit.code, dict(ooit.per_klantgroep)[None]) == ("ooit", 10)
    assert (samen.code, samen.aantal) == (None, 33)
    [leeg] = tel_voorzieningen([], [], 5)
    assert (leeg.code, leeg.aantal) == (None, 0), "zonder aanbod valt er niets te tellen"
    klein = [*gevallen, *[Inzetgeval(code="taal", klantgroep=G)] * 2]
    regels = {regel.code: dict(regel.per_klantgroep) for regel in tel_voorzieningen(klein, ["scholing", "taal"], 5)}
    assert regels["taal"][G] is None
    assert regels["scholing"][G] is None, "anders volgt het kleine aantal uit het totaal"


@pytest.mark.regel("DEV-ORG-903")
@pytest.mark.parametrize(
    ("besluit", "uitkomst"),
    [
        pytest.param(None, Aanboduitkomst.BELEID_ONTBREEKT, id="zonder-collegebesluit"),
        pytest.param({"motivering": "  ", "bedrag": 10_000}, Aanboduitkomst.BELEID_ONTBREEKT, id="zonder-motivering"),
        pytest.param({"motivering": "Nodig in dit geval.", "bedrag": 10_000}, Aanboduitkomst.MAG, id="bedrag"),
        pytest.param({"motivering": "Nodig in dit geval.", "voorrang": "Eerst."}, Aanboduitkomst.MAG, id="voorrang"),
    ],
)
def test_zonder_nadere_regels_beslist_alleen_het_college(
    besluit: dict[str, Any] | None, uitkomst: Aanboduitkomst
) -> None:
    beleid = proef(nadere_regels=False)
    assert beoordeel(feiten_van(collegebesluit=besluit), beleid).uitkomst is uitkomst
    assert beoordeel(feiten_van(), proef()).uitkomst is Aanboduitkomst.MAG, "met nadere regels hoeft dat niet"


@pytest.mark.regel("DEV-ORG-903")
def test_van_maatschappelijke_participatie_ontbreken_de_nadere_regels() -> None:
    regel = BELEID.regel("maatschappelijke_participatie")
    assert regel is not None
    assert regel.nadere_regels is False
    toetsen = beoordeel(VoorzieningFeiten.model_validate({"code": regel.code}), BELEID).toetsen
    [ontbreekt] = [toets for toets in toetsen if toets.voorwaarde == "nadere_regels_vastgesteld"]
    assert ontbreekt.toelichting.startswith("Beleid ontbreekt")
    aanwezig = ("werkervaringsplaats", "proefplaatsing", "scholing", "werk_leerroute", "startbaansubsidie")
    assert [code for code in aanwezig if not BELEID.regel(code).nadere_regels] == []  # type: ignore[union-attr]
