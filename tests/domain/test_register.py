"""The register: which policy holds on a date, and which packs the service refuses to start on."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Self

import pytest
from pydantic import Field, ValidationError, model_validator

from app.domain.beleid.controle import controleer
from app.domain.beleid.fouten import BeleidOngeldig
from app.domain.beleid.herkomst import velden, voorbeeldwaarden
from app.domain.beleid.kader import Kader, OpenTerm
from app.domain.beleid.model import Beleid, Herkomst, Waarde
from app.domain.beleid.pakket import Pakket
from app.domain.beleid.register import GEHEUGEN, Register, Verschil
from app.domain.kern.fouten import BeleidOntbreekt
from app.domain.kern.grondslag import pw

GM = "GM0150"
GRONDSLAG = {"regeling": "Participatiewet", "artikel": "18", "lid": "5"}


class ProefBeleid(Beleid):
    soort: ClassVar[str] = "proef"

    plafond: Waarde[Annotated[int, Field(ge=0)]]
    duur_maanden: Waarde[int]
    procent: Waarde[Decimal]
    extra: Waarde[int] | None = None

    @model_validator(mode="after")
    def _extra_onder_plafond(self) -> Self:
        if self.extra is not None and self.extra.waarde > self.plafond.waarde:
            raise ValueError("extra ligt boven het plafond")
        return self


class AnderBeleid(Beleid):
    soort: ClassVar[str] = "ander"

    bedrag: Waarde[int]


def dag(tekst: str) -> date:
    return date.fromisoformat(tekst)


def pakket(gemeente: str, van: str, waarden: Mapping[str, Any], soort: str = "proef", **rest: Any) -> Pakket:
    ruw = {v: w if isinstance(w, dict) else {"waarde": w, "grondslag": GRONDSLAG} for v, w in waarden.items()}
    velden_ = {"bekend_op": van, **rest}
    return Pakket.model_validate({"gemeente": gemeente, "soort": soort, "van": van, "waarden": ruw, **velden_})


def open_term(veld: str = "duur_maanden", van: str = "2015-01-01", **rest: Any) -> OpenTerm:
    basis = {"soort": "proef", "veld": veld, "van": van, "grondslag": GRONDSLAG}
    return OpenTerm.model_validate({**basis, **rest})


LANDELIJK = pakket("NL", "2020-01-01", {"plafond": 100}, tot="2020-07-01")
LANDELIJK_JULI = pakket("NL", "2020-07-01", {"plafond": 110})
DEVENTER = pakket(GM, "2020-01-01", {"duur_maanden": 1, "procent": "30"}, bekend_op="2019-12-17")
GEZOND = (LANDELIJK, LANDELIJK_JULI, DEVENTER)
KADER = Kader(open_termen=(open_term(minimum="1", maximum="3"),))


def register(*paketten: Pakket, kader: Kader = KADER) -> Register:
    return Register(paketten, {"proef": ProefBeleid}, kader)


def problemen(*paketten: Pakket, kader: Kader = KADER) -> str:
    with pytest.raises(BeleidOngeldig) as fout:
        controleer(register(*paketten, kader=kader))
    return fout.value.melding


@pytest.mark.regel("DEV-ORG-007")
@pytest.mark.parametrize(
    ("peildatum", "plafond", "naam"),
    [
        pytest.param("2020-01-01", 100, "NL/proef/2020-01-01", id="eerste-dag"),
        pytest.param("2020-06-30", 100, "NL/proef/2020-01-01", id="dag-voor-wijziging"),
        pytest.param("2020-07-01", 110, "NL/proef/2020-07-01", id="dag-van-wijziging"),
        pytest.param("2020-07-02", 110, "NL/proef/2020-07-01", id="dag-na-wijziging"),
    ],
)
def test_geldend_op_peildatum(peildatum: str, plafond: int, naam: str) -> None:
    versie = register(*GEZOND).geldend(ProefBeleid, GM, dag(peildatum))
    assert versie.beleid.plafond.waarde == plafond
    assert versie.beleid.procent.waarde == Decimal("30")
    assert versie.id == f"{naam} + GM0150/proef/2020-01-01"


def test_gezonde_paketten_komen_door_de_controle() -> None:
    controleer(register(*GEZOND))


def test_dag_voor_het_eerste_pakket_ontbreekt_beleid() -> None:
    with pytest.raises(BeleidOntbreekt) as fout:
        register(*GEZOND).geldend(ProefBeleid, GM, dag("2019-12-31"))
    assert fout.value.melding == "Er geldt op 31-12-2019 geen beleid over proef voor GM0150."


def test_gat_in_de_tijdlijn_is_geen_nul() -> None:
    gat = register(LANDELIJK, pakket("NL", "2020-07-02", {"plafond": 110}), DEVENTER)
    assert gat.geldend(ProefBeleid, GM, dag("2020-06-30")).beleid.plafond.waarde == 100
    with pytest.raises(BeleidOntbreekt, match=r"op 01-07-2020 geen beleid .*: plafond is niet ingevuld"):
        gat.geldend(ProefBeleid, GM, dag("2020-07-01"))
    assert gat.geldend(ProefBeleid, GM, dag("2020-07-02")).beleid.plafond.waarde == 110


def test_gemeente_zonder_pakket_krijgt_geen_waarden_van_een_ander() -> None:
    with pytest.raises(BeleidOntbreekt, match="voor GM0344: duur_maanden, procent is niet ingevuld"):
        register(*GEZOND).geldend(ProefBeleid, "GM0344", dag("2020-01-01"))


def test_landelijk_beleid_geldt_ook_zonder_gemeente() -> None:
    landelijk = Register([pakket("NL", "2020-01-01", {"bedrag": 5}, soort="ander")], {"ander": AnderBeleid}, Kader())
    assert landelijk.geldend(AnderBeleid, "NL", dag("2020-01-01")).id == "NL/ander/2020-01-01"
    assert landelijk.soorten("GM0344") == ("ander",)


@pytest.mark.regel("DEV-ORG-007")
@pytest.mark.parametrize(
    ("bekend_op", "plafond"),
    [
        pytest.param("2020-04-14", 100, id="dag-voor-bekendmaking"),
        pytest.param("2020-04-15", 105, id="dag-van-bekendmaking"),
        pytest.param("2020-04-16", 105, id="dag-na-bekendmaking"),
        pytest.param(None, 105, id="stand-van-nu"),
    ],
)
def test_herstel_met_terugwerkende_kracht_telt_vanaf_bekendmaking(bekend_op: str | None, plafond: int) -> None:
    herstel = pakket(
        "NL", "2020-01-01", {"plafond": 105}, tot="2020-07-01", bekend_op="2020-04-15", vervangt=LANDELIJK.id
    )
    reg = register(*GEZOND, herstel)
    controleer(reg)
    versie = reg.geldend(ProefBeleid, GM, dag("2020-03-01"), dag(bekend_op) if bekend_op else None)
    assert versie.beleid.plafond.waarde == plafond
    assert herstel.id == "NL/proef/2020-01-01@2020-04-15"
    assert (herstel.id in versie.id) is (plafond == 105)


def test_nog_niet_bekend_pakket_ontbreekt() -> None:
    with pytest.raises(BeleidOntbreekt, match="zoals bekend op 16-12-2019"):
        register(DEVENTER).geldend(ProefBeleid, GM, dag("2020-01-01"), dag("2019-12-16"))


@pytest.mark.parametrize(
    ("peildatum", "duur"),
    [
        pytest.param("2020-12-31", 1, id="dag-voor-vervanging"),
        pytest.param("2021-01-01", 2, id="dag-van-vervanging"),
        pytest.param("2021-06-30", 3, id="vervanger-van-de-vervanger"),
        pytest.param("2021-07-01", 2, id="dag-na-de-tijdelijke-vervanger"),
    ],
)
def test_later_pakket_vervangt_het_eerdere(peildatum: str, duur: int) -> None:
    tweede = pakket(GM, "2021-01-01", {"duur_maanden": 2, "procent": "30"}, vervangt=DEVENTER.id)
    derde = pakket(GM, "2021-06-01", {"duur_maanden": 3, "procent": "30"}, vervangt=tweede.id, tot="2021-07-01")
    reg = register(*GEZOND, tweede, derde)
    controleer(reg)
    assert reg.geldend(ProefBeleid, GM, dag(peildatum)).beleid.duur_maanden.waarde == duur


def test_overlap_zonder_vervangt_is_een_fout() -> None:
    tweede = pakket(GM, "2021-01-01", {"duur_maanden": 2, "procent": "30"})
    melding = problemen(*GEZOND, tweede)
    assert "GM0150/proef/2021-01-01: geldt tegelijk met GM0150/proef/2020-01-01" in melding
    reg = register(*GEZOND, tweede)
    assert reg.geldend(ProefBeleid, GM, dag("2020-12-31")).beleid.duur_maanden.waarde == 1
    with pytest.raises(BeleidOngeldig, match="geldt tegelijk"):
        reg.geldend(ProefBeleid, GM, dag("2021-01-01"))


def test_aansluitende_paketten_overlappen_niet() -> None:
    eerste = pakket(GM, "2020-01-01", {"duur_maanden": 1, "procent": "30"}, tot="2021-01-01")
    tweede = pakket(GM, "2021-01-01", {"duur_maanden": 2, "procent": "30"})
    reg = register(LANDELIJK, LANDELIJK_JULI, eerste, tweede)
    controleer(reg)
    duur = [reg.geldend(ProefBeleid, GM, dag(op)).beleid.duur_maanden.waarde for op in ("2020-12-31", "2021-01-01")]
    assert duur == [1, 2]


@pytest.mark.parametrize(
    ("extra", "verwacht"),
    [
        pytest.param(
            pakket(GM, "2021-01-01", {}, vervangt="GM0150/proef/2019-01-01"),
            "vervangt (GM0150/proef/2019-01-01) is geen eerder pakket hiervan",
            id="vervangt-onbekend-pakket",
        ),
        pytest.param(
            pakket(GM, "2019-01-01", {}, tot="2019-06-01", vervangt=DEVENTER.id),
            "vervangt (GM0150/proef/2020-01-01) is geen eerder pakket hiervan",
            id="vervangt-later-pakket",
        ),
        pytest.param(DEVENTER, "GM0150/proef/2020-01-01 komt tweemaal voor", id="zelfde-pakket-tweemaal"),
        pytest.param(
            pakket("NL", "2020-01-01", {"bedrag": 1}, soort="onbekend"),
            "soort (onbekend) is onbekend; goed is een van: proef",
            id="onbekende-soort",
        ),
    ],
)
def test_controle_noemt_foute_opvolging(extra: Pakket, verwacht: str) -> None:
    assert verwacht in problemen(*GEZOND, extra)


def deventer(**waarden: Any) -> Pakket:
    return pakket(GM, "2020-01-01", {"duur_maanden": 1, "procent": "30", **waarden})


@pytest.mark.parametrize(
    ("gemeente", "verwacht"),
    [
        pytest.param(
            pakket(GM, "2020-01-01", {"procent": "30"}),
            "GM0150/proef/2020-01-01: duur_maanden ontbreekt; de gemeente moet dit invullen"
            " (artikel 18, lid 5, Participatiewet)",
            id="open-term-ontbreekt",
        ),
        pytest.param(
            pakket(GM, "2020-01-01", {"duur_maanden": 1}), "procent ontbreekt, landelijk en bij", id="veld-ontbreekt"
        ),
        pytest.param(deventer(duur_maanden=0), "duur_maanden (0) is te laag; minstens 1 is goed", id="onder-minimum"),
        pytest.param(deventer(duur_maanden=4), "duur_maanden (4) is te hoog; hoogstens 3 is goed", id="boven-maximum"),
        pytest.param(deventer(plafond=90), "plafond ligt landelijk vast; een gemeente mag hier", id="nationaal-vast"),
        pytest.param(deventer(spook=1), "spook is onbekend; verwijder het", id="onbekend-veld"),
        pytest.param(deventer(procent="dertig"), "procent.waarde (dertig) moet een getal zijn", id="geen-getal"),
        pytest.param(deventer(procent={"waarde": "30"}), "procent.grondslag ontbreekt", id="zonder-grondslag"),
        pytest.param(deventer(extra=101), "klopt niet: extra ligt boven het plafond", id="velden-spreken-elkaar-tegen"),
    ],
)
def test_controle_houdt_de_start_tegen(gemeente: Pakket, verwacht: str) -> None:
    assert verwacht in problemen(LANDELIJK, LANDELIJK_JULI, gemeente)


@pytest.mark.parametrize("duur", [pytest.param(1, id="op-minimum"), pytest.param(3, id="op-maximum")])
def test_controle_laat_de_grens_zelf_door(duur: int) -> None:
    reg = register(LANDELIJK, LANDELIJK_JULI, deventer(duur_maanden=duur))
    controleer(reg)
    assert reg.geldend(ProefBeleid, GM, dag("2020-01-01")).beleid.duur_maanden.waarde == duur


def test_controle_noemt_alles_tegelijk_en_eenmaal() -> None:
    fout_landelijk = pakket("NL", "2020-01-01", {"plafond": -1}, bron="NL/proef.toml")
    slecht = pakket(GM, "2020-01-01", {"duur_maanden": 4, "spook": 1}, bron="GM0150/proef.toml")
    melding = problemen(fout_landelijk, slecht, pakket("GM0344", "2020-01-01", {"procent": "1"}))
    assert melding.splitlines() == [
        "Het beleid klopt niet (5):",
        "- GM0150/proef.toml, versie 2020-01-01: spook is onbekend; verwijder het of verbeter de naam",
        "- NL/proef.toml, versie 2020-01-01: plafond.waarde (-1) is te laag; minstens 0 is goed",
        "- GM0150/proef.toml, versie 2020-01-01: procent ontbreekt, landelijk en bij de gemeente, op 2020-01-01",
        "- GM0150/proef.toml, versie 2020-01-01: duur_maanden (4) is te hoog; hoogstens 3 is goed"
        " (artikel 18, lid 5, Participatiewet)",
        "- GM0344/proef/2020-01-01: duur_maanden ontbreekt; de gemeente moet dit invullen"
        " (artikel 18, lid 5, Participatiewet)",
    ]


def test_samenvoegen_weigert_afwijking_ook_zonder_controle() -> None:
    with pytest.raises(BeleidOngeldig, match="plafond ligt landelijk vast"):
        register(LANDELIJK, deventer(plafond=90)).geldend(ProefBeleid, GM, dag("2020-01-01"))


def test_gat_van_de_gemeente_in_een_open_term_houdt_de_start_tegen() -> None:
    eerste = pakket(GM, "2020-01-01", {"duur_maanden": 1, "procent": "30"}, tot="2021-01-01")
    melding = problemen(LANDELIJK, LANDELIJK_JULI, eerste)
    assert "GM0150/proef op 2021-01-01: duur_maanden ontbreekt; de gemeente moet dit invullen" in melding


def test_einde_van_de_open_term_beeindigt_de_plicht() -> None:
    eerste = pakket(GM, "2020-01-01", {"duur_maanden": 1, "procent": "30"}, tot="2021-01-01")
    landelijk = pakket("NL", "2020-01-01", {"plafond": 100}, tot="2021-01-01")
    controleer(register(landelijk, eerste, kader=Kader(open_termen=(open_term(tot="2021-01-01"),))))
    assert "duur_maanden ontbreekt" in problemen(landelijk, eerste, kader=Kader(open_termen=(open_term(),)))


def test_grens_die_later_strenger_wordt_raakt_een_lopend_pakket() -> None:
    termen = (open_term(tot="2022-01-01", maximum="3"), open_term(van="2022-01-01", maximum="2"))
    drie = deventer(duur_maanden=3)
    kader = Kader(open_termen=termen)
    assert "(3) is te hoog; hoogstens 2 is goed" in problemen(LANDELIJK, LANDELIJK_JULI, drie, kader=kader)
    tot_dan = pakket(GM, "2020-01-01", {"duur_maanden": 3, "procent": "30"}, tot="2022-01-01")
    daarna = pakket(GM, "2022-01-01", {"duur_maanden": 2, "procent": "30"})
    controleer(register(LANDELIJK, LANDELIJK_JULI, tot_dan, daarna, kader=kader))


def test_open_term_mag_niet_landelijk_staan_tenzij_standaard() -> None:
    landelijk = pakket("NL", "2020-01-01", {"plafond": 100, "duur_maanden": 2})
    zonder = pakket(GM, "2020-01-01", {"procent": "30"})
    assert "duur_maanden is aan de gemeente en mag hier niet staan" in problemen(landelijk, zonder)
    kader = Kader(open_termen=(open_term(standaard=True, maximum="3"),))
    for gemeente, duur in ((zonder, 2), (deventer(), 1)):
        reg = register(landelijk, gemeente, kader=kader)
        controleer(reg)
        assert reg.geldend(ProefBeleid, GM, dag("2020-01-01")).beleid.duur_maanden.waarde == duur


@pytest.mark.parametrize(
    ("termen", "verwacht"),
    [
        pytest.param([open_term("spook")], "NL/kader: proef.spook is onbekend", id="onbekend-veld"),
        pytest.param([open_term(soort="spook")], "NL/kader: spook.duur_maanden is onbekend", id="onbekende-soort"),
        pytest.param([open_term(), open_term(van="2019-01-01")], "staat er tweemaal voor dezelfde dagen", id="dubbel"),
        pytest.param(
            [open_term(van="2020-01-01"), open_term(van="2015-01-01", tot="2020-01-02")],
            "staat er tweemaal voor dezelfde dagen",
            id="een-dag-dubbel",
        ),
    ],
)
def test_controle_noemt_fouten_in_het_kader(termen: list[OpenTerm], verwacht: str) -> None:
    assert verwacht in problemen(*GEZOND, kader=Kader(open_termen=tuple(termen)))


@pytest.mark.parametrize(
    ("term", "waarde", "bezwaar"),
    [
        pytest.param(open_term(), "x", None, id="zonder-grenzen"),
        pytest.param(open_term(minimum="5"), 5, None, id="op-minimum"),
        pytest.param(open_term(minimum="5"), "4.99", "(4.99) is te laag", id="onder-minimum"),
        pytest.param(open_term(maximum="100"), [30, "100.01"], "(100.01) is te hoog", id="in-een-lijst"),
        pytest.param(open_term(maximum="100"), {"a": {"b": 101}}, "(101) is te hoog", id="in-een-tabel"),
        pytest.param(open_term(maximum="100"), [], None, id="lege-lijst"),
        pytest.param(open_term(maximum="100"), {"a": 100}, None, id="tabel-op-de-grens"),
        pytest.param(open_term(maximum="100"), "veel", "(veel) moet een getal zijn", id="tekst"),
        pytest.param(open_term(maximum="100"), True, "(True) moet een getal zijn", id="ja-nee"),
        pytest.param(open_term(keuzes=["a", "b"]), "b", None, id="bekende-keuze"),
        pytest.param(open_term(keuzes=["a", "b"]), "c", "(c) moet een van deze zijn: a, b", id="onbekende-keuze"),
    ],
)
def test_bezwaar_van_een_open_term(term: OpenTerm, waarde: object, bezwaar: str | None) -> None:
    gevonden = term.bezwaar(waarde)
    assert gevonden is None if bezwaar is None else gevonden is not None and gevonden.startswith(bezwaar)


def test_soort_zonder_enig_pakket_houdt_de_start_tegen() -> None:
    reg = Register(GEZOND, {"proef": ProefBeleid, "ander": AnderBeleid}, KADER)
    with pytest.raises(BeleidOngeldig, match="GM0150/ander: er is geen enkel pakket"):
        controleer(reg)


def test_gat_in_louter_landelijk_beleid_mag_bestaan_maar_geeft_geen_antwoord() -> None:
    ander = [
        pakket("NL", "2019-01-01", {"bedrag": 1}, soort="ander", tot="2019-07-01"),
        pakket("NL", "2020-01-01", {"bedrag": 2}, soort="ander"),
    ]
    reg = Register([*GEZOND, *ander], {"proef": ProefBeleid, "ander": AnderBeleid}, KADER)
    controleer(reg)
    with pytest.raises(BeleidOntbreekt):
        reg.geldend(AnderBeleid, GM, dag("2019-07-01"))
    assert [v.nieuw for v in reg.verschillen(AnderBeleid, GM, dag("2020-01-01"))] == [2]
    assert [v.oud for v in reg.verschillen(AnderBeleid, GM, dag("2020-01-01"))] == [None]


@pytest.mark.regel("DEV-ORG-007")
def test_hash_is_stabiel_en_verandert_met_de_waarde() -> None:
    eerste = register(*GEZOND).geldend(ProefBeleid, GM, dag("2020-01-01"))
    weer = register(*reversed(GEZOND)).geldend(ProefBeleid, GM, dag("2020-06-30"))
    juli = register(*GEZOND).geldend(ProefBeleid, GM, dag("2020-07-01"))
    assert eerste.sha256 == weer.sha256
    assert eerste.sha256 != juli.sha256


def test_hash_gaat_over_canonieke_json() -> None:
    reg = Register([pakket("NL", "2020-01-01", {"bedrag": 5}, soort="ander")], {"ander": AnderBeleid}, Kader())
    grond = '{"artikel":"18","lid":"5","onderdeel":null,"regeling":"Participatiewet"}'
    json = f'{{"bedrag":{{"grondslag":{grond},"herkomst":"vastgesteld","toelichting":null,"waarde":5}}}}'
    assert reg.geldend(AnderBeleid, GM, dag("2020-01-01")).sha256 == hashlib.sha256(json.encode()).hexdigest()


def test_antwoord_wordt_onthouden() -> None:
    reg = register(*GEZOND)
    eerste = reg.geldend(ProefBeleid, GM, dag("2020-01-01"))
    assert reg.geldend(ProefBeleid, GM, dag("2020-01-01")) is eerste
    assert reg.geldend(ProefBeleid, GM, dag("2020-06-30")) is eerste
    for nummer in range(GEHEUGEN + 2):
        reg.geldend(ProefBeleid, GM, date.fromordinal(dag("2020-07-01").toordinal() + nummer))
    assert reg.geldend(ProefBeleid, GM, dag("2020-01-01")) is eerste


def test_tijdlijn_en_soorten() -> None:
    reg = register(*GEZOND)
    assert reg.tijdlijn(ProefBeleid, GM) == (dag("2020-01-01"), dag("2020-07-01"))
    assert reg.soorten(GM) == ("proef",)
    assert reg.gemeenten() == (GM,)
    assert reg.model("proef") is ProefBeleid
    with pytest.raises(BeleidOntbreekt, match="Het onderwerp spook bestaat niet"):
        reg.model("spook")


@pytest.mark.regel("DEV-ORG-007")
@pytest.mark.parametrize(
    ("peildatum", "verwacht"),
    [
        pytest.param("2020-07-01", [("plafond", 100, 110)], id="dag-van-wijziging"),
        pytest.param("2020-12-31", [("plafond", 100, 110)], id="lang-na-wijziging"),
        pytest.param(
            "2020-06-30",
            [("duur_maanden", None, 1), ("plafond", None, 100), ("procent", None, Decimal(30))],
            id="eerste-versie-is-geheel-nieuw",
        ),
        pytest.param("2021-01-01", [("extra", None, 7), ("procent", Decimal(30), Decimal(20))], id="veld-erbij"),
        pytest.param("2022-01-01", [("extra", 7, None)], id="veld-eraf"),
    ],
)
def test_verschillen_met_de_versie_ervoor(peildatum: str, verwacht: list[tuple[str, object, object]]) -> None:
    later = pakket(GM, "2021-01-01", {"duur_maanden": 1, "procent": "20", "extra": 7}, vervangt=DEVENTER.id)
    laatst = pakket(GM, "2022-01-01", {"duur_maanden": 1, "procent": "20"}, vervangt=later.id)
    reg = register(*GEZOND, later, laatst)
    grond = pw("18", "5")
    assert list(reg.verschillen(ProefBeleid, GM, dag(peildatum))) == [Verschil(*v, grond) for v in verwacht]


def test_verschillen_zonder_beleid() -> None:
    with pytest.raises(BeleidOntbreekt):
        register(*GEZOND).verschillen(ProefBeleid, GM, dag("2019-12-31"))


def test_voorbeeldwaarden_noemt_wat_niet_is_vastgesteld() -> None:
    voorbeeld = {"waarde": "30", "grondslag": GRONDSLAG, "herkomst": "voorbeeld"}
    onbevestigd = {"waarde": 1, "grondslag": GRONDSLAG, "herkomst": "onbevestigd"}
    reg = register(LANDELIJK, deventer(procent=voorbeeld, duur_maanden=onbevestigd))
    beleid = reg.geldend(ProefBeleid, GM, dag("2020-01-01")).beleid
    assert [(v, w.herkomst) for v, w in voorbeeldwaarden(beleid)] == [
        ("duur_maanden", Herkomst.ONBEVESTIGD),
        ("procent", Herkomst.VOORBEELD),
    ]
    assert voorbeeldwaarden(register(*GEZOND).geldend(ProefBeleid, GM, dag("2020-01-01")).beleid) == ()
    assert set(velden(beleid)) == {"plafond", "duur_maanden", "procent"}


@pytest.mark.parametrize(
    "velden_",
    [
        pytest.param({"van": "2020-01-01", "tot": "2020-01-01"}, id="leeg-tijdvak"),
        pytest.param({"van": "2020-01-01", "gemeente": "Deventer"}, id="gemeente-zonder-code"),
        pytest.param({"van": "2020-01-01", "verrassing": 1}, id="onbekende-sleutel"),
    ],
)
def test_pakket_weigert(velden_: dict[str, Any]) -> None:
    basis = {"gemeente": GM, "soort": "proef", "bekend_op": "2020-01-01", "waarden": {}}
    with pytest.raises(ValidationError):
        Pakket.model_validate({**basis, **velden_})
