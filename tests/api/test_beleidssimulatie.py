"""Policy simulation over HTTP: what another policy would have changed, for how many, and for nobody in particular."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from app.api.simulatie.beleidsschemas import Simulatievoortgang
from app.db.besluit import Besluit
from app.db.sessie import transactie
from app.db.simulatie.simulatie import Beleidssimulatie
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.maatregel.feiten import Advies, EerdereMaatregel, Voorstel, ZaakFeiten
from app.services.simulatie import werker
from app.services.simulatie.ploeg import Ploeg
from app.services.simulatie.rekenen import Brok
from app.services.simulatie.wijzigingen import gewijzigd
from tests.steun.besloten import besloten
from tests.steun.dienst import Dienst
from tests.steun.kijk import aantal, rijen
from tests.steun.klanten import handelend
from tests.steun.maatregel import ADVIES, BESLUIT, HOOR, KICK_OFF, feiten, lik_op_stuk, normen

PAD = "/beleidssimulaties"
VRAAG: dict[str, Any] = {
    "gemeente": "GM0150",
    "van": "2026-05-01",
    "tot": "2026-07-01",
    "wijzigingen": [{"veld": "verlaging_procent.2", "waarde": "20"}],
}
HERUITNODIGEN = [{"veld": "gedragingen.*.lik_op_stuk", "waarde": []}]
LATER = HOOR.model_copy(update={"datum": date(2026, 6, 10)})
GROEIT = ("besluit", "maatregelzaak", "taak", "termijn", "mutatie")


def zaken() -> Iterator[tuple[ZaakFeiten, ...]]:
    """Forty-six klanten: twenty kick-offs, twelve first no-shows, six warnings and eight who were at it again."""
    waarschuwing = Advies(**ADVIES.model_dump(exclude={"voorstel"}), voorstel=Voorstel.WAARSCHUWING)
    eerder = EerdereMaatregel(besluit_datum=BESLUIT, gedraging=KICK_OFF, uniform=False)
    opnieuw = {"gedraging_datum": date(2026, 6, 2), "hoor": LATER, "eerdere_maatregelen": (eerder,)}
    for nr in range(20):
        leeftijd = 24 if nr < 8 else 50
        yield (feiten(leeftijd_op_gedraging=leeftijd, normen=normen(date(2026, 6, 1), 1)),)
    for _ in range(12):
        yield (lik_op_stuk(klantgroep=Klantgroep.GROEIEN),)
    for _ in range(6):
        yield (feiten(advies=waarschuwing),)
    for _ in range(8):
        yield feiten(), feiten(**opnieuw)


def vraag(dienst: Dienst, *wijzigingen: dict[str, Any], rol: str = "beleidsmedewerker") -> Any:
    antwoord = dienst.roep("POST", PAD, rol, VRAAG | ({"wijzigingen": wijzigingen} if wijzigingen else {}))
    assert antwoord.status_code == 202, antwoord.text
    assert antwoord.headers["Location"] == f"/v1{PAD}/{antwoord.json()['id']}"
    return antwoord.json()


def volg(dienst: Dienst, simulatie: Any, rol: str = "beleidsmedewerker") -> Any:
    return dienst.doe("GET", f"{PAD}/{simulatie['id']}", rol)


def tabel(uitkomst: Any, kenmerk: str) -> dict[str, tuple[Any, ...]]:
    groepen = next(deel["groepen"] for deel in uitkomst["tabellen"] if deel["kenmerk"] == kenmerk)
    return {groep["naam"]: (groep["aantal"], groep["anders"], groep["bedragen"]["verschil"]) for groep in groepen}


@pytest.fixture
def juli(dienst: Dienst) -> Dienst:
    dienst.zet_klok("2026-07-01T09:00:00+02:00")
    besloten(dienst, zaken())
    return dienst


def test_wat_ander_beleid_had_veranderd(juli: Dienst, database_url: str) -> None:
    voor = {naam: aantal(database_url, naam) for naam in GROEIT}
    gevraagd = vraag(juli)
    assert (gevraagd["staat"], gevraagd["uitkomst"]) == ("gevraagd", None)
    juli.ronde()
    klaar = volg(juli, gevraagd, "teamleider")
    assert (klaar["staat"], klaar["voortgang"]["gevallen"], klaar["voortgang"]["gedaan"]) == ("klaar", 54, 54)
    uitkomst = klaar["uitkomst"]
    # 30 becomes 20 % of 1.401,50 once for 28 klanten, and of two months of 1.419,46 for eight of them again.
    een, twee = 42_045 - 28_030, 2 * (42_584 - 28_389)
    samen = uitkomst["samen"]
    assert (samen["aantal"], samen["gelijk"], samen["anders"], samen["onbekend"]) == (54, 18, 36, 0)
    assert samen["bedragen"]["verschil"] == -(28 * een + 8 * twee)
    assert tabel(uitkomst, "gevolg") == {
        "gelijk": (18, 0, 0),
        "lager": (36, 36, -(28 * een + 8 * twee)),
    }
    assert tabel(uitkomst, "klantgroep")["matchen"] == (42, 36, -(28 * een + 8 * twee))
    assert tabel(uitkomst, "leeftijdsklasse")["tot_27"] == (8, 8, -8 * een)
    assert tabel(uitkomst, "overgang")["waarschuwing > waarschuwing"] == (6, 0, 0)
    assert uitkomst["redenen"] == []

    heruit = vraag(juli, *HERUITNODIGEN)
    juli.ronde()
    uitkomst = volg(juli, heruit)["uitkomst"]
    assert tabel(uitkomst, "overgang")["maatregel > niet_mogelijk"] == (12, 12, -60_000)
    assert tabel(uitkomst, "soort")["lik_op_stuk"] == (12, 12, -60_000)
    assert uitkomst["redenen"] == [{"naar": "niet_mogelijk", "reden": "klantgroep", "aantal": 12}]

    assert {naam: aantal(database_url, naam) for naam in GROEIT} == voor
    rij = rijen(database_url, "SELECT tussenstand::text, plek, gevraagd_door::text FROM beleidssimulatie")[0]
    assert rij[:2] == ("{}", None)
    soorten = rijen(database_url, "SELECT soort FROM gebeurtenis WHERE klant_id IS NULL ORDER BY id")
    assert [soort for (soort,) in soorten] == ["beleidssimulatie.gevraagd", "beleidssimulatie.afgerond"] * 2
    lijst = juli.doe("GET", f"{PAD}?aantal=1", "teamleider")["simulaties"]
    assert [een["id"] for een in lijst] == [heruit["id"]]


def test_de_laatste_norm_loopt_door(juli: Dienst) -> None:
    langer = vraag(juli, {"veld": "duur_maanden.2", "waarde": 2})
    juli.ronde()
    uitkomst = volg(juli, langer)["uitkomst"]
    assert uitkomst["normDoorgetrokken"] == 20, "van twintig besluiten is maar een maand bekend"
    assert tabel(uitkomst, "gevolg")["hoger"][0] == 36


def test_waarden_die_een_gemeente_niet_kan_zetten(dienst: Dienst) -> None:
    wijzigingen = [
        {"veld": "verlaging_procent.2", "waarde": "120"},
        {"veld": "hersteltermijn_werkdagen", "waarde": 3},
        {"veld": "bestaat_niet", "waarde": 1},
        {"veld": "uniforme_verlaging_procent", "waarde": "50"},
        {"veld": "gedragingen.werkweigering.klantgroepen", "waarde": ["niemand"]},
        {"veld": "gedragingen.onbekende_code.no_shows", "waarde": 1},
        {"veld": "werktermijnen.advies.dagen", "waarde": 1},
        {"veld": "verlaging_procent.9", "waarde": "10"},
    ]
    opdracht = VRAAG | {"gemeente": "GM0988", "van": "2026-05-02", "wijzigingen": wijzigingen}
    fouten = dienst.roep("POST", PAD, "beleidsmedewerker", opdracht).json()["fouten"]
    assert {fout["veld"] for fout in fouten} == {"gemeente", "van", "tot"}
    goede_periode = {"van": "2025-01-01", "tot": "2026-01-01", "wijzigingen": wijzigingen}
    fouten = dienst.roep("POST", PAD, "beleidsmedewerker", VRAAG | goede_periode).json()["fouten"]
    meldingen = {fout["veld"]: fout["melding"] for fout in fouten}
    assert set(meldingen) == {f"wijzigingen.{nr}.{deel}" for nr, deel in enumerate(
        ("waarde", "waarde", "veld", "waarde", "waarde", "veld", "veld", "veld")
    )}  # fmt: skip
    assert "hoogstens 100" in meldingen["wijzigingen.0.waarde"]
    assert "minstens 5" in meldingen["wijzigingen.1.waarde"]
    assert "ligt landelijk vast" in meldingen["wijzigingen.3.waarde"]
    zelfde = VRAAG | goede_periode | {"wijzigingen": [{"veld": "verlaging_procent.2", "waarde": "30"}]}
    antwoord = dienst.roep("POST", PAD, "beleidsmedewerker", zelfde)
    assert [fout["veld"] for fout in antwoord.json()["fouten"]] == ["wijzigingen"]
    half = '{"wijzigingen": [{"veld": "verlaging_procent.2", "waarde": "\\ud800"}]'
    heel = half + ', "gemeente": "GM0150", "van": "2025-01-01", "tot": "2026-01-01"}'
    koppen = {"Authorization": f"Bearer {dienst.token('beleidsmedewerker')}", "Idempotency-Key": "half-teken"}
    antwoord = dienst.client.post(f"/v1{PAD}", content=heel, headers=koppen | {"Content-Type": "application/json"})
    assert (antwoord.status_code, antwoord.json()["code"]) == (400, "ongeldige_invoer"), "half een teken is geen waarde"
    achterstevoren = dienst.roep("POST", PAD, "teamleider", VRAAG | {"van": "2026-02-01", "tot": "2026-02-01"})
    assert [fout["veld"] for fout in achterstevoren.json()["fouten"]] == ["tot"]


def test_een_simulatie_gaat_verder_waar_zij_was(juli: Dienst, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(werker, "KLANTEN_PER_BROK", 12)
    monkeypatch.setattr(werker, "BROKKEN_PER_RONDE", 1)
    gevraagd = vraag(juli)
    juli.ronde()
    onderweg = volg(juli, gevraagd)["voortgang"]
    assert (onderweg["procent"], onderweg["gedaan"]) == (22, None), "the number is shown with the outcome, or not"
    besloten(juli, [(feiten(),)] * 3, date(2026, 6, 20))  # seen later, but sent before: the clock stood still
    met_later = volg(juli, gevraagd)
    assert met_later["staat"] == "bezig"
    annulering = juli.doe("POST", f"{PAD}/{gevraagd['id']}/annulering", "beleidsmedewerker")
    assert (annulering["staat"], annulering["uitkomst"]) == ("geannuleerd", None)
    nogmaals = juli.roep("POST", f"{PAD}/{gevraagd['id']}/annulering", "beleidsmedewerker")
    assert nogmaals.json()["code"] == "simulatie_afgerond"

    opnieuw = vraag(juli)
    juli.zet_klok("2026-07-02T09:00:00+02:00")
    besloten(juli, [(feiten(),)] * 5, date(2026, 6, 30))
    _verzet_verzending(juli, date(2026, 6, 30))
    while volg(juli, opnieuw)["staat"] != "klaar":
        juli.ronde()
    klaar = volg(juli, opnieuw)
    assert klaar["voortgang"]["gedaan"] == klaar["uitkomst"]["samen"]["aantal"] == 57, (
        "wat later is verzonden telt niet"
    )


def _verzet_verzending(dienst: Dienst, peildatum: date) -> None:
    with dienst.state.engine.begin() as verbinding:
        verbinding.exec_driver_sql("RESET ROLE")
        verbinding.exec_driver_sql("SET session_replication_role = replica")
        verbinding.exec_driver_sql(
            "UPDATE bekendmaking SET tijdstip = '2026-07-02' WHERE verzonden_op = %s", (peildatum,)
        )
        verbinding.exec_driver_sql("SET session_replication_role = origin")
        verbinding.exec_driver_sql("SET ROLE iom_toepassing")


def test_over_de_kernen_en_na_een_gedood_rekenproces(juli: Dienst, monkeypatch: pytest.MonkeyPatch) -> None:
    ploeg = Ploeg(1)
    monkeypatch.setattr(werker, "PLOEG", ploeg)
    monkeypatch.setattr(werker, "KLEIN", 0)
    monkeypatch.setattr(werker, "KLANTEN_PER_BROK", 20)
    gevraagd = vraag(juli)
    eerste = Brok((), {}, ())
    assert ploeg.reken(eerste).result().aantal == 0
    processen = ploeg._processen
    assert processen is not None
    for nummer in processen._processes:
        os.kill(nummer, signal.SIGKILL)
    juli.ronde()
    assert volg(juli, gevraagd)["staat"] == "bezig"
    juli.ronde()
    assert volg(juli, gevraagd)["uitkomst"]["samen"]["anders"] == 36
    assert ploeg._processen is None, "na de simulatie blijft er geen proces over"


def test_wat_niet_te_berekenen_is_wordt_geteld(juli: Dienst, monkeypatch: pytest.MonkeyPatch) -> None:
    with transactie(juli.state.sessies, handelend(Rol.INKOMENSCONSULENT)) as sessie:
        eerste = sessie.query(Besluit.id).order_by(Besluit.klant_id).limit(6)
        nummers = [UUID(str(rij.id)) for rij in eerste]
    with juli.state.engine.begin() as verbinding:
        verbinding.exec_driver_sql("RESET ROLE")
        verbinding.exec_driver_sql("SET session_replication_role = replica")
        verbinding.execute(update(Besluit).where(Besluit.id.in_(nummers)).values(feiten={}))
        verbinding.exec_driver_sql("SET session_replication_role = origin")
        verbinding.exec_driver_sql("SET ROLE iom_toepassing")
    gevraagd = vraag(juli)
    juli.ronde()
    uitkomst = volg(juli, gevraagd)["uitkomst"]
    assert uitkomst["samen"]["onbekend"] == 6
    assert uitkomst["redenen"] == [{"naar": "niet_te_berekenen", "reden": "feiten_onleesbaar", "aantal": 6}]

    def faal(*_: Any) -> Any:
        raise RuntimeError

    monkeypatch.setattr(werker, "maak_uitkomst", faal)
    stuk = vraag(juli)
    juli.ronde()
    assert volg(juli, stuk)["staat"] == "mislukt"


def test_wat_niet_eens_begint_houdt_niets_op(juli: Dienst, monkeypatch: pytest.MonkeyPatch) -> None:
    """A simulation that fails before its first chunk ends as well: the round and the next simulation go on."""

    stuk, goed = vraag(juli), vraag(juli)

    def faal(*_: Any) -> Any:
        raise RuntimeError

    monkeypatch.setattr(werker, "gewijzigd", faal)
    juli.ronde()
    monkeypatch.setattr(werker, "gewijzigd", gewijzigd)
    juli.ronde()
    assert (volg(juli, stuk)["staat"], volg(juli, goed)["staat"]) == ("mislukt", "klaar")

    ploeg = Ploeg(1)
    monkeypatch.setattr(werker, "PLOEG", ploeg)
    monkeypatch.setattr(werker, "KLEIN", 0)
    weg = vraag(juli)

    def annuleer(brok: Brok) -> Any:
        juli.doe("POST", f"{PAD}/{weg['id']}/annulering", "beleidsmedewerker")
        return Ploeg.reken(ploeg, brok)

    monkeypatch.setattr(ploeg, "reken", annuleer)
    juli.ronde()
    assert (volg(juli, weg)["staat"], ploeg._processen) == ("geannuleerd", None), "na annuleren rekent niets door"


@pytest.mark.parametrize(
    ("uitkomst", "gevallen", "procent", "getoond"),
    [
        pytest.param({"samen": {"aantal": None}}, 6, 100, None, id="klein"),
        pytest.param({"samen": {"aantal": 60}}, 60, 100, 60, id="groot"),
        pytest.param({"samen": {"aantal": 0}}, 0, 100, 0, id="geen"),
        pytest.param(None, 0, 0, None, id="nog-niet-begonnen"),
    ],
)
def test_de_voortgang_verraadt_geen_klein_aantal(
    uitkomst: dict[str, Any] | None, gevallen: int, procent: int, getoond: int | None
) -> None:
    rij = Beleidssimulatie(uitkomst=uitkomst, gevallen=gevallen, gedaan=gevallen, duur_ms=2000)
    voortgang = Simulatievoortgang.van(rij)
    assert (voortgang.procent, voortgang.gevallen, voortgang.gedaan) == (procent, getoond, getoond)
    assert voortgang.gevallen_per_seconde == (None if getoond is None else getoond // 2)
