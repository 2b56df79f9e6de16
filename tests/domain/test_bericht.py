"""Messages: which way they go, and a policy whose texts can be filled in."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from app.db.beleid_bestanden import PAKKETTEN, laad_register
from app.db.bericht.tekstmal import vul_in, wat_klopt_niet
from app.domain.afspraak.beleid import AfspraakBeleid
from app.domain.afspraak.feiten import AfspraakSoort
from app.domain.afspraak.herinnering import herinneringen
from app.domain.beleid.fouten import BeleidOngeldig
from app.domain.bericht.beleid import BerichtBeleid, Berichttekst
from app.domain.bericht.kanaal import Bereikbaarheid, Berichtkanaal, internationaal, kan_via, kies_kanaal
from app.domain.bericht.sjabloon import EIGEN, Sjabloon, variabelen
from app.services.bericht.bevestigen import herinneringssjabloon
from tests.steun.beleid import vast_register

MAIL, SMS, APP, BRIEF = Berichtkanaal
GEWOON = (MAIL, SMS, BRIEF)


@pytest.mark.regel("DEV-AFS-001")
@pytest.mark.parametrize(
    ("email", "telefoon", "met_tekst", "kanaal"),
    [
        pytest.param("sam@voorbeeld.example", "06 12345678", GEWOON, MAIL, id="e-mail-gaat-voor"),
        pytest.param(None, "06 12345678", GEWOON, SMS, id="zonder-e-mail-een-sms"),
        pytest.param(None, "06 12345678", (MAIL, BRIEF), BRIEF, id="zonder-korte-tekst-een-brief"),
        pytest.param(None, "0570 123456", GEWOON, BRIEF, id="een-vaste-lijn-krijgt-geen-sms"),
        pytest.param(None, None, GEWOON, BRIEF, id="niets-bekend"),
        pytest.param(None, None, (MAIL, SMS), None, id="geen-weg"),
    ],
)
def test_kanaal(
    email: str | None, telefoon: str | None, met_tekst: tuple[Berichtkanaal, ...], kanaal: Berichtkanaal | None
) -> None:
    assert kies_kanaal(GEWOON, met_tekst, Bereikbaarheid(email, telefoon)) is kanaal


@pytest.mark.parametrize(
    ("telefoon", "nummer"),
    [
        pytest.param("06 12345678", "+31612345678", id="mobiel"),
        pytest.param("+31 6 1234-5678", "+31612345678", id="met-landnummer"),
        pytest.param("0031612345678", "+31612345678", id="met-nullen"),
        pytest.param("+32 470 12 34 56", "+32470123456", id="belgisch"),
        pytest.param("0032470123456", "+32470123456", id="belgisch-met-nullen"),
        pytest.param("0570 123456", None, id="vast"),
        pytest.param("+31 570 123456", None, id="vast-met-landnummer"),
        pytest.param("0612345", None, id="te-kort"),
    ],
)
def test_mobiel_nummer(telefoon: str, nummer: str | None) -> None:
    assert internationaal(telefoon) == nummer
    assert kan_via(APP, Bereikbaarheid(None, telefoon)) is (nummer is not None)


def test_tekst_per_kanaal() -> None:
    tekst = Berichttekst(onderwerp="O", mail="lang", sms="kort")
    assert [tekst.voor(kanaal) for kanaal in Berichtkanaal] == ["lang", "kort", "kort", "lang"]
    assert Berichttekst(onderwerp="O", mail="lang", brief="eigen").voor(BRIEF) == "eigen"
    with pytest.raises(ValidationError, match="geen enkel kanaal"):
        Berichttekst(onderwerp="O", volgorde=(SMS,), mail="lang")


def test_elk_sjabloon_heeft_variabelen_en_tekst() -> None:
    assert set(EIGEN) == set(Sjabloon)
    beleid = vast_register().geldend(BerichtBeleid, "GM0150", date(2026, 3, 31)).beleid
    assert all(beleid.tekst(sjabloon).onderwerp for sjabloon in Sjabloon)


@pytest.mark.parametrize("sjabloon", Sjabloon)
def test_elke_tekst_is_in_te_vullen(sjabloon: Sjabloon) -> None:
    """With everything known, and with nothing known but the moment."""
    moment = datetime(2026, 5, 6, 8, 0, tzinfo=UTC)
    alles: dict[str, Any] = {naam: f"[{naam}]" for naam in variabelen(sjabloon)}
    niets: dict[str, Any] = dict.fromkeys(alles)
    momenten = {naam: moment for naam in alles if naam in MOMENTEN}
    lijsten: dict[str, Any] = {naam: ["[een]", "[twee]"] for naam in alles if naam in LIJSTEN}
    beleid = vast_register().geldend(BerichtBeleid, "GM0150", date(2026, 3, 31)).beleid
    for _, tekst in beleid.tekst(sjabloon).teksten():
        vol = vul_in(tekst, alles | momenten | lijsten)
        assert "{" not in vol
        assert vul_in(tekst, niets | momenten | lijsten)


MOMENTEN = {"begint", "kick_off", "gemeld_op", "contact_uiterlijk", "inleveren_uiterlijk", "uiterlijk"} | {
    "ontvangen_op", "besluit_van", "beslissen_uiterlijk"
}  # fmt: skip
LIJSTEN = {"van_klant", "van_anderen", "verwachtingen", "hulpvragen", "stukken", "meebrengen", "videobellen_tips"}


@pytest.mark.parametrize(
    ("tekst", "deel"),
    [
        pytest.param("Beste {{ onbekend }}", "gebruikt onbekend; bekend zijn: ", id="onbekende-variabele"),
        pytest.param("{{ naam | upper }}", "No filter named", id="onbekend-filter"),
        pytest.param("{% if naam %}", "klopt niet", id="niet-afgesloten"),
        pytest.param("{{ naam.__class__ }}", "geen onderdelen of aanroepen", id="onderdeel"),
        pytest.param("{{ naam() }}", "geen onderdelen of aanroepen", id="aanroep"),
        pytest.param("Beste {{ naam }}", None, id="goed"),
    ],
)
def test_wat_er_aan_een_tekst_niet_klopt(tekst: str, deel: str | None) -> None:
    melding = wat_klopt_niet(tekst, variabelen(Sjabloon.SCREENING_BEVESTIGING))
    assert melding == deel if deel is None else deel in str(melding)


@pytest.mark.parametrize(
    ("oud", "nieuw", "veld"),
    [
        pytest.param("Beste {{ naam }},", "Beste {{ voornaam }},", "aanhef", id="aanhef"),
        pytest.param("Denkt u aan uw afspraak met ons?", "{{ bsn }}", "screening_herinnering.mail", id="mail"),
    ],
)
def test_een_onbekende_variabele_houdt_de_start_tegen(tmp_path: Path, oud: str, nieuw: str, veld: str) -> None:
    shutil.copytree(PAKKETTEN, tmp_path / "beleid")
    bestand = tmp_path / "beleid" / "GM0150" / "bericht.toml"
    bestand.write_text(bestand.read_text(encoding="utf-8").replace(oud, nieuw), encoding="utf-8")
    with pytest.raises(BeleidOngeldig, match=f"GM0150/bericht.*{veld} gebruikt"):
        laad_register(tmp_path / "beleid")


def test_datum_en_tijd_zijn_nederlands() -> None:
    moment = datetime(2026, 3, 31, 22, 30, tzinfo=UTC)
    assert vul_in("{{ m | dag }} om {{ m | tijd }}; {{ d | dag }}", {"m": moment, "d": date(2026, 4, 2)}) == (
        "woensdag 1 april 2026 om 00.30 uur; donderdag 2 april 2026"
    )


def test_elke_herinnering_heeft_een_tekst() -> None:
    """A kind of conversation that the rules come to remind of without a text would stop its planning."""
    register, dag = vast_register(), date(2026, 4, 13)
    for gemeente in register.gemeenten():
        for sinds in register.tijdlijn(AfspraakBeleid, gemeente):
            beleid = register.geldend(AfspraakBeleid, gemeente, sinds).beleid
            for soort, dariuz_open, vooraf in product(AfspraakSoort, (True, False), range(8)):
                for herinnering in herinneringen(soort, dag, dag - timedelta(days=vooraf), dariuz_open, beleid):
                    assert herinneringssjabloon(soort, herinnering.soort) in Sjabloon
