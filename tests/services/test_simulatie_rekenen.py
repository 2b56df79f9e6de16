"""The rules over a chunk of decisions: what falls away has consequences, and what cannot be computed is counted."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from app.domain.kern.canoniek import canoniek
from app.domain.maatregel.beslissing import beslis
from app.domain.maatregel.feiten import EerdereMaatregel, ZaakFeiten
from app.domain.simulatie.telling import Telkenmerk, Telling
from app.domain.simulatie.wijziging import Wijziging
from app.services.simulatie.rekenen import BELEID_PAST_NIET, FEITEN_ONLEESBAAR, Brok, Geval, reken
from app.services.simulatie.wijzigingen import gewijzigd
from tests.steun.maatregel import BELEID, BESLUIT, HOOR, feiten

SOLLICITEREN = "onvoldoende_sollicitaties"
INHOUD = BELEID.model_dump(mode="json")
LATER = date(2026, 6, 20)


def geval(zaak: ZaakFeiten, klant_id: UUID, op: date = BESLUIT) -> Geval:
    beslissing = beslis(zaak, BELEID, op)
    assert beslissing.verlaging is not None, beslissing.motivering
    totaal, gedraging = beslissing.verlaging.totaal, beslissing.verlaging.gedraging
    return Geval(klant_id, op, beslissing.dictum.value, totaal, gedraging, canoniek(zaak).decode(), "oud")


def simuleer(*gevallen: Geval, **anders: Any) -> Telling:
    wijzigingen = [Wijziging(veld=veld.replace("__", "."), waarde=waarde) for veld, waarde in anders.items()]
    return reken(Brok(gevallen, {"oud": gewijzigd(INHOUD, wijzigingen)}, (27,)))


def per(telling: Telling, kenmerk: Telkenmerk) -> dict[str, tuple[int, int, int]]:
    plek = list(Telkenmerk).index(kenmerk)
    return {groepen[plek]: (som.aantal, som.voor, som.na) for groepen, som in telling.sommen.items()}


def tweemaal() -> tuple[Geval, Geval]:
    """A klant who did not apply for work, and a month later stayed away: recidive, so two months."""
    klant_id = uuid4()
    eerst = feiten(gedraging=SOLLICITEREN)
    eerder = EerdereMaatregel(besluit_datum=BESLUIT, gedraging=SOLLICITEREN, uniform=False)
    hoor = HOOR.model_copy(update={"datum": date(2026, 6, 10)})
    daarna = feiten(gedraging_datum=date(2026, 6, 2), hoor=hoor, eerdere_maatregelen=(eerder,))
    return geval(eerst, klant_id), geval(daarna, klant_id, LATER)


def test_wat_niet_meer_werd_opgelegd_is_ook_geen_eerdere_maatregel() -> None:
    eerst, daarna = tweemaal()
    bewijs = {f"gedragingen__{SOLLICITEREN}__bewijs_verplicht": [{"code": "vacaturelijst"}]}
    samen = per(simuleer(eerst, daarna, **bewijs), Telkenmerk.GEDRAGING)
    assert samen[SOLLICITEREN] == (1, 140_150, 0)
    assert samen["pva_niet_meewerken_kick_off"] == (1, 2 * 42_584, 42_584)
    alleen = per(simuleer(daarna, **bewijs), Telkenmerk.GEDRAGING)
    assert alleen["pva_niet_meewerken_kick_off"][2] == 2 * 42_584, "van een besluit buiten de periode verandert niets"
    ander = daarna._replace(klant_id=uuid4())
    assert per(simuleer(eerst, ander, **bewijs), Telkenmerk.GEDRAGING)["pva_niet_meewerken_kick_off"][2] == 2 * 42_584


def test_wat_niet_te_berekenen_is_heeft_een_reden() -> None:
    goed = geval(feiten(), uuid4())
    kapot = goed._replace(klant_id=uuid4(), feiten="{}")
    onbekend = goed._replace(klant_id=uuid4(), beleid="elders")
    telling = simuleer(goed, kapot, onbekend, lik_op_stuk_bedrag=0)
    assert dict(telling.redenen) == {
        ("niet_te_berekenen", FEITEN_ONLEESBAAR): 1,
        ("niet_te_berekenen", BELEID_PAST_NIET): 1,
    }
    assert per(telling, Telkenmerk.OVERGANG) == {
        "maatregel > maatregel": (1, 42_045, 42_045),
        "maatregel > niet_te_berekenen": (1, 0, 0),
    }
    assert telling.aantal == 3
    zonder_norm = geval(feiten(), uuid4())
    leeg = feiten(normen=())
    telling = simuleer(zonder_norm._replace(feiten=canoniek(leeg).decode()), lik_op_stuk_bedrag=0)
    assert dict(telling.redenen) == {("niet_te_berekenen", "norm_bekend"): 1}


def test_beleid_van_toen_waar_de_wijziging_niet_in_past() -> None:
    assert gewijzigd(INHOUD, [Wijziging(veld="gedragingen.nooit_geweest.no_shows", waarde=1)]) is None
    assert gewijzigd({"hersteltermijn_werkdagen": {}}, [Wijziging(veld="verjaring_maanden", waarde=1)]) is None
    assert gewijzigd(INHOUD, [Wijziging(veld="hersteltermijn_werkdagen", waarde=1)]) is None
