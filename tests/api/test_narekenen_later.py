"""A besluit of before, stored by version 0.2.0, replays the same after models, packs and code have grown (ADR 009)."""

import hashlib
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from pydantic import TypeAdapter

from app.db.beleid_soorten import MODELLEN
from app.db.beleidspakket import Beleidspakket
from app.db.besluit import Besluit
from app.domain.beleid.model import Beleid
from app.domain.kern.rollen import Rol
from app.services.besluit.rekenaars import REKENAARS
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.handelen import als
from tests.steun.klanten import ingedeeld

VAN_TOEN: dict[str, Any] = json.loads((Path(__file__).parents[1] / "steun" / "besluiten_0_2.json").read_text("utf-8"))


def bewaar(dienst: Dienst, soort: str, **anders: Any) -> str:
    """Store a besluit as version 0.2.0 did; ``anders`` replaces parts of what was stored."""
    deel = VAN_TOEN[soort] | anders
    klant_id, uitkomst = UUID(ingedeeld(dienst, "matchen")), deel["beslissing"]
    with als(dienst, Rol.INKOMENSCONSULENT) as h:
        pakket = {"naam": deel["beleid_id"], "soort": "x", "inhoud": deel["beleid"], "bewaard_op": h.nu}
        h.sessie.add(Beleidspakket(sha256=deel["beleid_sha256"], **pakket))
        h.sessie.flush()
        rij = Besluit(
            id=uuid4(),
            organisatie="deventer",
            klant_id=klant_id,
            soort=soort,
            onderwerp_id=uuid4(),
            dictum=deel["dictum"],
            peildatum=date.fromisoformat(deel["peildatum"]),
            feiten=deel["feiten"],
            beslissing=json.loads(uitkomst),
            beslissing_bytes=uitkomst.encode(),
            beslissing_sha256=deel["beslissing_sha256"],
            beleid_id=deel["beleid_id"],
            beleid_sha256=deel["beleid_sha256"],
            bronnen=[],
            codeversie=deel["codeversie"],
            genomen_door=medewerker_id(Rol.INKOMENSCONSULENT),
            genomen_op=datetime(2026, 5, 20, 9, tzinfo=UTC),
        )
        h.sessie.add(rij)
        return str(rij.id)


@pytest.mark.parametrize("soort", sorted(VAN_TOEN))
def test_een_besluit_van_toen_geeft_nog_dezelfde_bytes(dienst: Dienst, soort: str) -> None:
    uitkomst = dienst.doe("POST", f"/besluiten/{bewaar(dienst, soort)}/narekenen", "fg")
    assert (uitkomst["zelfde"], uitkomst["verschillen"]) == (True, [])
    assert uitkomst["sha256Nu"] == uitkomst["sha256Toen"] == VAN_TOEN[soort]["beslissing_sha256"]


def test_een_later_veld_verandert_niets_en_een_ander_bedrag_wel(dienst: Dienst) -> None:
    """Fields that the stored rows lack are no difference; what was stored and then changed is."""
    toen = VAN_TOEN["nugger_ondersteuning"]
    minder_feiten = {naam: waarde for naam, waarde in toen["feiten"].items() if waarde is not None}
    uitkomst = json.loads(toen["beslissing"])
    minder_uitkomst = json.dumps(
        {naam: waarde for naam, waarde in uitkomst.items() if naam != "toetsen"}
        | {"toetsen": [_zonder_lege_feiten(toets) for toets in uitkomst["toetsen"]]},
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    assert minder_uitkomst != toen["beslissing"]
    delen = {
        "feiten": minder_feiten,
        "beslissing": minder_uitkomst,
        "beslissing_sha256": hashlib.sha256(minder_uitkomst.encode()).hexdigest(),
    }
    besluit_id = bewaar(dienst, "nugger_ondersteuning", **delen)
    gelijk = dienst.doe("POST", f"/besluiten/{besluit_id}/narekenen", "fg")
    assert (gelijk["zelfde"], gelijk["sha256Nu"]) == (True, delen["beslissing_sha256"])


def _zonder_lege_feiten(toets: dict[str, Any]) -> dict[str, Any]:
    """Leave out the optional lid and onderdeel of the article, as if they had been added to the model later."""
    return toets | {"grondslag": {naam: deel for naam, deel in toets["grondslag"].items() if deel is not None}}


@pytest.mark.parametrize("model", MODELLEN, ids=lambda model: model.soort)
def test_wat_later_kwam_bestaat_en_past(model: type[Beleid]) -> None:
    """A default for a field that does not exist, or that its own model refuses, would only show at a replay."""
    assert model.later_toegevoegd.keys() <= model.model_fields.keys()
    for veld, waarde in model.later_toegevoegd.items():
        soort: Any = model.model_fields[veld].annotation
        TypeAdapter(soort).validate_python(waarde)


def test_elk_bewaard_beleid_van_toen_is_nog_te_lezen() -> None:
    for soort, deel in VAN_TOEN.items():
        assert REKENAARS[soort].beleid.lees_bewaard(deel["beleid"])
