"""What somebody reads who fills in a field wrongly: the field as it was sent, and what would be right."""

from __future__ import annotations

import pytest
from pydantic import BaseModel, ValidationError

from app.api.schema import in_camelcase
from app.services.subsidie.regelingen import Subsidiegegevens
from app.services.toekenning.feitopdrachten import Toekenningfeitmelding
from app.services.veldfouten import vertaal
from app.services.voorziening.opdrachten import VoorzieningstoetsOpdracht


class _Aanvraag(BaseModel):
    gegevens: Subsidiegegevens


class _Feit(BaseModel):
    feit: Toekenningfeitmelding


def fouten(model: type[BaseModel], inhoud: object) -> dict[str, str]:
    with pytest.raises(ValidationError) as gevangen:
        model.model_validate(inhoud)
    regels = [dict(regel) | {"loc": ("body", *regel["loc"])} for regel in gevangen.value.errors()]
    return dict(vertaal(regel, inhoud) for regel in regels)


def test_een_keuze_noemt_het_veld_en_de_woorden_die_kunnen() -> None:
    (mis,) = fouten(_Feit, {"feit": {"soort": "onzin"}}).items()
    assert mis[0] == "feit.soort"
    assert mis[1].startswith("Kies een van: 'start', 'voortgang'")
    assert "<" not in mis[1]
    assert fouten(_Feit, {"feit": {}}) == {"feit.soort": "Geef aan welke soort dit is."}


def test_het_pad_is_dat_van_wat_is_gestuurd() -> None:
    kosten = {"regeling": "startbaansubsidie", "kosten": [{"soort": "anders", "omschrijving": "", "bedrag": 1}]}
    assert set(fouten(_Aanvraag, {"gegevens": kosten})) == {"gegevens.kosten.0.omschrijving"}
    assert set(fouten(_Aanvraag, {"gegevens": {"regeling": "vergoeding", "kader": "traject"}})) == {
        "gegevens.kaderSinds",
        "gegevens.kosten",
    }


@pytest.mark.parametrize(
    ("veld", "waarde", "goed"),
    [
        ("code", "X Y", "bijvoorbeeld werkervaringsplaats"),
        ("uren", "NaN", "Geef een getal"),
        ("antwoorden", {"noodzakelijk": "ja"}, "Geef een object"),
    ],
)
def test_de_melding_zegt_wat_wel_goed_is(veld: str, waarde: object, goed: str) -> None:
    klant = "0198f3c2-0000-7000-8000-000000000001"
    inhoud = {"klantId": klant, veld: waarde}
    mis = fouten(VoorzieningstoetsOpdracht, inhoud)
    assert all(naam.startswith(veld) for naam in mis), mis
    assert any(goed in melding for melding in mis.values()), mis


def test_wat_is_bewaard_krijgt_de_namen_van_het_contract() -> None:
    bewaard = {"geen_verdringing": True, "kosten": [{"op_dag": 1}], "lijst": ["een_code"]}
    assert in_camelcase(bewaard) == {"geenVerdringing": True, "kosten": [{"opDag": 1}], "lijst": ["een_code"]}
