"""Letters as content: texts of the policy, the letter of a decision, and how a document must be sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from pydantic import ValidationError

from app.domain.brief.adres import Adres
from app.domain.brief.artikelen import artikelen
from app.domain.brief.beleid import BRIEFPLEKKEN, BriefBeleid
from app.domain.brief.berichtbrief import berichtbrief
from app.domain.brief.besluitbrief import Besluitstuk, Bezwaar, Bijlageregel, Maandregel, besluitbrief
from app.domain.brief.briefhoofd import contrast_met_wit
from app.domain.brief.documenten import Formeeldocument, Postwijze, toets_bereikbaar, toets_verzonden
from app.domain.brief.model import Brief, Geadresseerde, Tabel
from app.domain.brief.opbouw import Omslag
from app.domain.brief.procedurebrief import procedurebrief
from app.domain.brief.taken import adrestaak
from app.domain.brief.tekens import toonbaar
from app.domain.brief.tekst import blokken, plekken, vul_in
from app.domain.kern.grondslag import Grondslag, awb, bezwaarclausule, productenboek, pw
from tests.steun.beleid import vast_register

DEVENTER = Geadresseerde(namen=("Sam de Wit",), regels=("Voorbeeldstraat 12", "7411 AB  Deventer"))
OMSLAG = Omslag(DEVENTER, date(2026, 5, 26), "2026-ABC", "S. de Vries", "0570 11 22 33", "J. Jansen")
BEZWAAR = Bezwaar(6, awb("6:7"), date(2026, 7, 7))
JUNI = Maandregel(date(2026, 6, 1), 42045, 140150, Decimal("30.0"))


@cache
def beleid() -> BriefBeleid:
    return vast_register().geldend(BriefBeleid, "GM0150", date(2026, 5, 1)).beleid


def anders(**waarden: Any) -> BriefBeleid:
    """Deventer's policy with some values replaced, checked again."""
    ruw = beleid().model_dump(mode="json")
    return BriefBeleid.model_validate(ruw | {veld: ruw[veld] | {"waarde": waarde} for veld, waarde in waarden.items()})


def stuk(**velden: Any) -> Besluitstuk:
    goed: dict[str, Any] = {
        "soort": "maatregel",
        "dictum": "maatregel",
        "motivering": ("U kwam niet (paragraaf 8, Productenboek Inzet op Maat).",),
        "grondslagen": (pw("18", "2"), productenboek("8")),
        "bezwaar": BEZWAAR,
        "bedragen": (JUNI,),
    }
    return Besluitstuk(**(goed | velden))


def zinnen(brief: Brief) -> Iterator[str]:
    """Every line of a letter, in order, with its headings."""
    yield brief.onderwerp
    for deel in brief.delen:
        yield from [deel.kop] if deel.kop else []
        for blok in deel.blokken:
            if isinstance(blok, Tabel):
                yield from (" | ".join(rij) for rij in (blok.koppen, *blok.rijen, blok.totaal or ()))
            else:
                yield from blok.regels if blok.soort == "alinea" else blok.punten


class TestTekst:
    def test_wat_niet_bekend_is_valt_weg(self) -> None:
        tekst = "Hallo {naam}.\n\nTijd: {tijd}\nPlaats: {plaats}\n\n- {naam}\n- {tijd}\n\n{tijd}"
        gevuld = blokken(tekst, {"naam": "{tijd} *x*", "tijd": None, "plaats": "hier"})
        assert [blok.model_dump() for blok in gevuld] == [
            {"soort": "alinea", "regels": ("Hallo {tijd} *x*.",)},
            {"soort": "alinea", "regels": ("Plaats: hier",)},
            {"soort": "lijst", "punten": ("{tijd} *x*",)},
        ]
        assert vul_in("{tijd}", {"tijd": None}) is None

    @pytest.mark.parametrize("tekst", ["{", "{naam!r}", "{naam:>9}", "{naam.adres}", "{0}", "{}"])
    def test_tussen_accolades_staat_alleen_een_naam(self, tekst: str) -> None:
        with pytest.raises(ValueError, match=r"accolade|expected|Single"):
            plekken(tekst)

    @pytest.mark.parametrize(
        ("veld", "waarde", "fragment"),
        [
            pytest.param("aanhef", "Beste {voornaam},", "gebruikt voornaam; bekend zijn: namen", id="aanhef"),
            pytest.param("bezwaar", {"tekst": "Tot {ooit}."}, "gebruikt ooit", id="bezwaar"),
            pytest.param("hulp", {"tekst": "{kenmerk}"}, "gebruikt kenmerk", id="hulp"),
            pytest.param("ander_besluit", {"onderwerp": "x", "inleiding": "{ooit}"}, "gebruikt ooit", id="besluit"),
            pytest.param("brieven", {}, "ontbreekt iets voor .*hersteltermijn", id="ontbreekt"),
            pytest.param("ondertekening", {}, "ontbreekt iets voor besluit, consulent", id="ondertekening"),
        ],
    )
    def test_een_verkeerde_tekst_houdt_de_start_tegen(self, veld: str, waarde: Any, fragment: str) -> None:
        with pytest.raises(ValidationError, match=fragment):
            anders(**{veld: waarde})

    def test_elke_brief_heeft_alleen_haar_eigen_plekken(self) -> None:
        brieven = beleid().model_dump(mode="json")["brieven"]["waarde"]
        fout = brieven["uitnodiging"] | {"delen": [{"tekst": "{pand}"}]}
        with pytest.raises(ValidationError, match="gebruikt pand"):
            anders(brieven=brieven | {"uitnodiging": fout})
        with pytest.raises(ValidationError, match="van bel_me_briefje maakt deze dienst geen brief"):
            anders(brieven=brieven | {"bel_me_briefje": brieven["uitnodiging"]})

    def test_de_kleur_is_leesbaar_op_wit(self) -> None:
        hoofd = beleid().model_dump(mode="json")["briefhoofd"]["waarde"]
        assert round(contrast_met_wit("#767676"), 2) == 4.54
        assert contrast_met_wit("#000000") == 21
        anders(briefhoofd=hoofd | {"kleur": "#767676"})
        with pytest.raises(ValidationError, match="een contrast van"):
            anders(briefhoofd=hoofd | {"kleur": "#777777"})


class TestBesluitbrief:
    def test_van_reden_tot_bezwaar(self) -> None:
        brief = besluitbrief(stuk(), OMSLAG, beleid())
        regels = list(zinnen(brief))
        koppen = [deel.kop for deel in brief.delen if deel.kop]
        assert koppen == [
            "Waarom nemen wij dit besluit?",
            "Wat betekent dit voor uw geld?",
            "Wat kunt u nu doen?",
            "Op welke regels rust dit besluit?",
            "Bent u het niet eens met dit besluit?",
            "Hebt u een vraag of hulp nodig?",
        ]
        assert brief.onderwerp == "Besluit: wij verlagen uw uitkering"
        assert "In totaal gaat er € 420,45 af, vanaf 1 juni 2026." in regels[1]
        assert "U kwam niet." in regels
        assert "juni 2026 | 30 % van € 1.401,50 | € 420,45" in regels
        assert "Participatiewet: artikel 18, lid 2" in regels
        assert not any("Productenboek" in regel for regel in regels)
        assert any("De laatste dag waarop dat kan is 7 juli 2026." in regel for regel in regels)
        assert "College van burgemeester en wethouders van Deventer" in regels
        assert ("Ons kenmerk", "2026-ABC") in brief.gegevens
        assert brief.slot[1:] == ("J. Jansen", "Inkomensconsulent", "Namens burgemeester en wethouders van Deventer")

    def test_wat_elders_in_de_brief_staat_staat_er_een_keer(self) -> None:
        zelf = "In juni 2026 is uw norm € 1.401,50; de verlaging is € 420,45."
        lang = "Dit is een lange zin die samen met een tweede niet meer in een alinea past. " * 3
        motivering = ("Kort.", zelf, lang.strip(), lang.strip(), bezwaarclausule(6, awb("6:7")))
        reden = besluitbrief(stuk(motivering=motivering), OMSLAG, beleid()).delen[1]
        assert [blok.model_dump()["regels"] for blok in reden.blokken] == [
            (f"Kort. {lang.strip()}",),
            (lang.strip(),),
        ]

    def test_een_concept_zegt_het_en_kent_nog_geen_laatste_dag(self) -> None:
        omslag = Omslag(DEVENTER, date(2026, 5, 20), "2026-ABC", concept=True)
        brief = besluitbrief(stuk(bezwaar=Bezwaar(6, awb("6:7"))), omslag, beleid())
        assert brief.concept is not None
        assert brief.concept.startswith("CONCEPT")
        assert brief.gegevens == (("Datum", "nog niet verzonden"), ("Ons kenmerk", "2026-ABC"))
        regels = list(zinnen(brief))
        assert any("binnen 6 weken na de dag" in regel for regel in regels)
        assert not any("laatste dag waarop dat kan" in regel for regel in regels)

    def test_bedragen_met_een_vast_deel_een_plafond_en_een_totaal(self) -> None:
        rijen = (JUNI, Maandregel(date(2026, 7, 1), 20000, 140150, Decimal(100)), Maandregel(date(2026, 8, 1), 5000))
        regels = list(zinnen(besluitbrief(stuk(bedragen=rijen), OMSLAG, beleid())))
        assert "juli 2026 | 100 % van € 1.401,50, maar niet meer dan er over is | € 200,00" in regels
        assert "augustus 2026 | vast bedrag | € 50,00" in regels
        assert "Totaal |  | € 670,45" in regels

    def test_een_eigen_uitleg_en_een_bijlage(self) -> None:
        rij = Maandregel(date(2026, 6, 1), 46717, 140150, Decimal(100), "deel 1 van 3 van € 1.401,50")
        bijlage = (
            Bijlageregel(date(2026, 7, 1), Decimal(40), 56060),
            Bijlageregel(date(2027, 1, 1), Decimal(100), None),
        )
        brief = besluitbrief(stuk(bedragen=(rij,), bijlage=bijlage), OMSLAG, beleid())
        regels = list(zinnen(brief))
        assert "juni 2026 | deel 1 van 3 van € 1.401,50 | € 467,17" in regels
        assert "Zo kan het verder gaan" in regels
        assert "juli 2026 | 40 % van de norm | € 560,60" in regels
        assert "januari 2027 | 100 % van de norm | nog niet bekend" in regels

    def test_een_onbekend_besluit_krijgt_de_algemene_tekst(self) -> None:
        kaal = stuk(soort="iets", dictum="nieuws", bedragen=(), grondslagen=(productenboek("8"),))
        brief = besluitbrief(kaal, OMSLAG, beleid())
        assert brief.onderwerp == "Besluit van de gemeente"
        assert [deel.kop for deel in brief.delen][2] == "Bent u het niet eens met dit besluit?"

    def test_zonder_eigen_redenen_geen_kop(self) -> None:
        brief = besluitbrief(stuk(motivering=(bezwaarclausule(6, awb("6:7")),)), OMSLAG, beleid())
        assert "Waarom nemen wij dit besluit?" not in [deel.kop for deel in brief.delen]

    def test_een_deel_dat_niets_te_zeggen_heeft_valt_weg(self) -> None:
        tekst = {"onderwerp": "x", "inleiding": "y", "vervolg": {"kop": "z", "tekst": "Vanaf {ingang}."}}
        brief = besluitbrief(stuk(soort="a", bedragen=()), OMSLAG, anders(ander_besluit=tekst))
        assert "z" not in [deel.kop for deel in brief.delen]

    def test_beide_partners_staan_erboven(self) -> None:
        omslag = Omslag(Geadresseerde(namen=("Sam de Wit", "Kim Jansen")), date(2026, 5, 26), "k")
        assert besluitbrief(stuk(), omslag, beleid()).aanhef == "Beste Sam de Wit en Kim Jansen,"

    def test_een_tabel_is_overal_even_breed(self) -> None:
        with pytest.raises(ValidationError, match="evenveel cellen"):
            Tabel(titel="t", koppen=("a", "b"), rijen=(("1",),), rechts=(False, True))


GESPREK = {"gesprek_dag": "donderdag 23 april 2026", "gesprek_tijd": "10.00 uur", "gesprek_plaats": "kamer 2"}
GEDRAGING = {"gedraging": "u kwam niet", "gedraging_dag": "14 april 2026"}


@pytest.mark.parametrize("soort", [pytest.param(soort, id=soort.value) for soort in BRIEFPLEKKEN])
def test_elke_brief_zegt_alles_wat_zij_weet(soort: Formeeldocument) -> None:
    alles = {naam: f"<{naam}>" for naam in BRIEFPLEKKEN[soort]}
    tekst = "\n".join(zinnen(procedurebrief(soort, alles, OMSLAG, beleid())))
    eigen = BRIEFPLEKKEN[soort] - {"gemeente", "afdeling", "telefoon", "website", "contactpersoon", "contacttelefoon"}
    assert [naam for naam in eigen if f"<{naam}>" not in tekst] == []


def test_een_brief_zwijgt_over_wat_niet_bekend_is() -> None:
    brief = procedurebrief(Formeeldocument.HERSTELTERMIJN, GESPREK | GEDRAGING, OMSLAG, beleid())
    regels = list(zinnen(brief))
    assert brief.onderwerp == "Laatste kans: kom naar het gesprek op donderdag 23 april 2026"
    assert not any("Wij verwachtten u op" in regel for regel in regels)
    zonder = {"wangedrag": "schelden", "wangedrag_dag": "1 april 2026"}
    waarschuwing = procedurebrief(Formeeldocument.WAARSCHUWING_LEIDINGGEVENDE, zonder, OMSLAG, beleid())
    assert not any("pandverbod" in regel for regel in zinnen(waarschuwing))
    assert waarschuwing.slot[2] == "Teamleider, Werk en inkomen"


def test_een_geschreven_bericht_op_briefpapier() -> None:
    tekst = "Beste {naam},\n\nEerst dit.\n- punt\n\nMet vriendelijke groet,\n\nGemeente\nWerk"
    brief = berichtbrief("Uw afspraak", tekst, OMSLAG, beleid())
    assert (brief.aanhef, brief.slot) == ("Beste {naam},", ("Met vriendelijke groet,", "Gemeente", "Werk"))
    assert list(zinnen(brief)) == ["Uw afspraak", "Eerst dit.", "punt"]
    kort = berichtbrief("Kort", "Kom morgen.", OMSLAG, beleid())
    assert (kort.aanhef, kort.slot[0]) == ("Beste Sam de Wit,", "Met vriendelijke groet,")


def test_artikelen_in_volgorde_met_hun_leden_bij_elkaar() -> None:
    genoemd = [
        pw("18", "10"),
        pw("9", "1"),
        pw("18", "2"),
        pw("18b"),
        pw("18", "1"),
        pw("54", "3", "a"),
        pw("7", None, "b"),
    ]
    assert artikelen(genoemd).split("; ") == [
        "artikel 7, onderdeel b",
        "artikel 9, lid 1",
        "artikel 18, lid 1, 2 en 10",
        "artikel 18b",
        "artikel 54, lid 3 onderdeel a",
    ]
    assert artikelen([Grondslag(regeling="x", artikel="paragraaf 8")]) == "paragraaf 8"


class TestVerzending:
    @pytest.mark.regel("DEV-ORG-507")
    @pytest.mark.parametrize(
        ("soort", "wijzen", "kenmerk", "goed"),
        [
            pytest.param("hersteltermijn", ["aangetekend", "regulier"], "3S1", True, id="hersteltermijn-beide"),
            pytest.param(
                "hersteltermijn", ["aangetekend", "regulier"], None, False, id="hersteltermijn-zonder-kenmerk"
            ),
            pytest.param("hersteltermijn", ["regulier"], None, False, id="hersteltermijn-alleen-gewoon"),
            pytest.param("hersteltermijn", ["aangetekend"], "3S1", False, id="hersteltermijn-alleen-aangetekend"),
            pytest.param("termijn_van_orde", ["aangetekend"], "3S1", True, id="termijn-van-orde"),
            pytest.param("termijn_van_orde", ["regulier"], None, False, id="termijn-van-orde-gewoon"),
            pytest.param("hersteltermijn_rm", ["regulier", "email"], None, False, id="hersteltermijn-rm-gewoon"),
            pytest.param("uitnodiging_na_maatregelperiode", ["aangetekend"], "3S1", True, id="na-maatregelperiode"),
            pytest.param("uitnodiging_na_maatregelperiode", ["aangetekend"], None, False, id="na-zonder-kenmerk"),
            pytest.param("uitnodiging", ["email"], None, True, id="uitnodiging-mail"),
            pytest.param("uitnodiging", ["uitgereikt"], None, False, id="uitnodiging-uitgereikt"),
        ],
    )
    def test_een_document_telt_alleen_op_de_juiste_wijze(
        self, soort: str, wijzen: list[str], kenmerk: str | None, goed: bool
    ) -> None:
        regel = beleid().verzending
        gedaan = [Postwijze(wijze) for wijze in wijzen]
        toets = toets_verzonden(regel.waarde[Formeeldocument(soort)], gedaan, kenmerk, regel.grondslag)
        assert (toets.uitkomst.value == "voldaan") is goed
        assert toets.toelichting.startswith("Dit document is verzonden" if goed else "Verzend dit document")

    @pytest.mark.parametrize(
        ("soort", "adres", "email", "goed"),
        [
            pytest.param("hersteltermijn", True, False, True, id="hersteltermijn-adres"),
            pytest.param("hersteltermijn", False, True, False, id="hersteltermijn-alleen-mail"),
            pytest.param("uitnodiging", False, True, True, id="uitnodiging-mail"),
            pytest.param("uitnodiging", False, False, False, id="uitnodiging-niets"),
            pytest.param("bel_me_briefje", False, False, True, id="uitgereikt"),
        ],
    )
    def test_een_document_kan_de_klant_bereiken(self, soort: str, adres: bool, email: bool, goed: bool) -> None:
        toets = toets_bereikbaar(beleid().verzending.waarde[Formeeldocument(soort)], adres=adres, email=email)
        assert (toets.uitkomst.value == "voldaan") is goed
        assert ("briefadres" in toets.toelichting) is not goed

    @pytest.mark.parametrize(
        ("soort", "woorden"),
        [
            ("hersteltermijn", "Aangetekend en met gewone post"),
            ("termijn_van_orde", "Aangetekend"),
            ("uitnodiging", None),
            ("bel_me_briefje", None),
        ],
    )
    def test_de_brief_zegt_hoe_zij_gaat(self, soort: str, woorden: str | None) -> None:
        assert beleid().verzending.waarde[Formeeldocument(soort)].op_de_brief() == woorden


@pytest.mark.parametrize(
    ("velden", "regels"),
    [
        pytest.param({}, ("Voorbeeldstraat 12", "7411 AB  Deventer"), id="gewoon"),
        pytest.param({"postcode": "7411AB", "toevoeging": "B"}, ("Voorbeeldstraat 12-B", "7411 AB  Deventer"), id="b"),
        pytest.param(
            {"per_adres": "Bewindvoerder Voorbeeld", "soort": "postadres"},
            ("p/a Bewindvoerder Voorbeeld", "Voorbeeldstraat 12", "7411 AB  Deventer"),
            id="bewindvoerder",
        ),
        pytest.param(
            {"postcode": "48455", "woonplaats": "Bad Bentheim", "land": "Duitsland"},
            ("Voorbeeldstraat 12", "48455 Bad Bentheim", "DUITSLAND"),
            id="buitenland",
        ),
    ],
)
def test_een_adres_zoals_op_een_envelop(velden: dict[str, Any], regels: tuple[str, ...]) -> None:
    goed: dict[str, Any] = {
        "straat": "Voorbeeldstraat",
        "huisnummer": 12,
        "postcode": "7411 AB",
        "woonplaats": "Deventer",
    }
    assert Adres(**(goed | velden)).regels() == regels


def test_zonder_adres_zoekt_iemand_het_op() -> None:
    taak = adrestaak(date(2026, 5, 26))
    assert (taak.soort, taak.rol.value, taak.uiterste) == ("brief_adres", "administratie", date(2026, 5, 26))


def test_een_nederlands_adres_heeft_een_nederlandse_postcode() -> None:
    with pytest.raises(ValidationError, match="postcode als 7411 AB"):
        Adres(straat="x", huisnummer=1, postcode="0411 AB", woonplaats="y")


@pytest.mark.parametrize(
    ("getypt", "gedrukt"),
    [
        pytest.param("Şükrü Nguyễn, Łukasz – “ja” € 50…", "Şükrü Nguyễn, Łukasz – “ja” € 50…", id="gewone-namen"),
        pytest.param("Ωμέγα Иван", "Ωμέγα Иван", id="grieks-en-cyrillisch"),
        pytest.param("goed \U0001f600 李", "goed ? ?", id="zonder-teken"),
        pytest.param("ｆｕｌｌ ﬁn", "full fin", id="andere-vorm"),
        pytest.param("a\x07b\tc\nd\u202e\u200be", "ab c de", id="besturing"),
        pytest.param("҅\u0378ԯ", "???", id="vreemd-of-onbestaand"),
    ],
)
def test_een_teken_zonder_letter_wordt_een_vraagteken(getypt: str, gedrukt: str) -> None:
    assert toonbaar(getypt) == gedrukt
