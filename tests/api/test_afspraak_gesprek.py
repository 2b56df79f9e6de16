"""Appointments of one klant: the chain, the outcome, the evidence of letters and SMS, and the agenda."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from app.db.afspraak import volgende_afspraak
from app.db.sessie import transactie
from app.db.taak import Taakstatus
from app.domain.kern.rollen import Rol
from tests.steun.afspraak import EERSTE, NA_EERSTE, TWEEDE, eigen_taken, gemeld, nodig_uit, plan_bijeenkomst, soorten
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.klanten import handelend, ingedeeld

IC = str(medewerker_id("inkomensconsulent"))
ZAAKTAKEN = {"maatregel_wederhoor", "maatregel_advies"}
DAGEN = ("2026-04-14", "2026-05-12", "2026-06-09")


def maak(dienst: Dienst, klant: str, soort: str = "kennismakingsgesprek", begint: str = EERSTE, **anders: Any) -> Any:
    opdracht = {"klantId": klant, "soort": soort, "begint": begint, "locatie": "Stadhuis", "medewerkerId": IC} | anders
    return dienst.doe("POST", "/afspraken", "inkomensconsulent", opdracht)


def uitkomst(dienst: Dienst, afspraak: Any, naam: str, **anders: Any) -> Any:
    pad = f"/afspraken/{afspraak['id']}/uitkomst"
    return dienst.doe("PUT", pad, "inkomensconsulent", {"uitkomst": naam} | anders, versie=afspraak["versie"])


def keten(dienst: Dienst, klant: str, soort: str, aantal: int, **anders: Any) -> Any:
    """Let the klant stay away this many times in a row; return the last appointment."""
    afspraak = None
    for dag in DAGEN[:aantal]:
        afspraak = maak(dienst, klant, soort, f"{dag}T10:00:00+02:00", **anders)
        dienst.zet_klok(f"{dag}T13:00:00+02:00")
        afspraak = uitkomst(dienst, afspraak, "niet_verschenen")
    return afspraak


class TestNoShow:
    @pytest.mark.regel("DEV-NOS-506")
    @pytest.mark.parametrize(
        ("soort", "keer", "stappen"),
        [
            pytest.param(
                "kennismakingsgesprek",
                1,
                ["bellen", "netwerk_informeren", "huisbezoek", "vervangende_afspraak_per_brief"],
                id="kennismaking-eerste",
                marks=pytest.mark.regel("DEV-NOS-504"),
            ),
            pytest.param(
                "kennismakingsgesprek",
                2,
                ["blokkeren_na_contactladder", "rechtmatigheidsonderzoek"],
                id="kennismaking-tweede",
                marks=pytest.mark.regel("DEV-NOS-504"),
            ),
            pytest.param(
                "doelmatigheidsgesprek",
                1,
                ["bellen", "netwerk_informeren", "vervangende_afspraak_per_brief"],
                id="doelmatigheid-eerste",
                marks=pytest.mark.regel("DEV-NOS-505"),
            ),
            pytest.param(
                "doelmatigheidsgesprek",
                2,
                ["blokkeren_na_contactladder", "rechtmatigheidsonderzoek"],
                id="doelmatigheid-tweede",
                marks=pytest.mark.regel("DEV-NOS-505"),
            ),
            pytest.param(
                "doelmatigheidsgesprek",
                3,
                ["hersteltermijn_sturen", "stopzetten_na_hersteltermijn"],
                id="doelmatigheid-derde",
                marks=pytest.mark.regel("DEV-NOS-505"),
            ),
        ],
    )
    def test_zorgen_zoekt_eerst_contact(self, dienst: Dienst, soort: str, keer: int, stappen: list[str]) -> None:
        klant = gemeld(dienst, "zorgen")
        afspraak = keten(dienst, klant, soort, keer)
        assert (afspraak["nummer"], afspraak["gevolg"]["nummer"]) == (keer, keer)
        assert (afspraak["gevolg"]["stappen"], afspraak["maatregelzaakId"]) == (stappen, None)
        assert eigen_taken(dienst, klant) >= {f"no_show_{stap}" for stap in stappen}

    def test_zorg_handhaving_kent_geen_contactladder(self, dienst: Dienst) -> None:
        klant = gemeld(dienst, "zorgen", zorg_handhaving=True)
        stappen = keten(dienst, klant, "kennismakingsgesprek", 1)["gevolg"]["stappen"]
        assert stappen == ["blokkeren", "rechtmatigheidsonderzoek", "sociale_recherche_informeren"]

    @pytest.mark.parametrize("soort", ["kennismakingsgesprek", "doelmatigheidsgesprek"])
    def test_faciliteren_vast_bedrag_en_daarna_blokkeren(self, dienst: Dienst, soort: str) -> None:
        klant = gemeld(dienst, "faciliteren")
        eerste = keten(dienst, klant, soort, 1)
        zaak = dienst.doe("GET", f"/maatregelzaken/{eerste['maatregelzaakId']}", "inkomensconsulent")
        assert (zaak["soort"], zaak["gedraging"]) == ("lik_op_stuk", "niet_verschijnen_arbeidsinschakeling")
        assert eigen_taken(dienst, klant) == ZAAKTAKEN | {"no_show_nieuwe_afspraak_in_besluit"}
        tweede = maak(dienst, klant, soort, "2026-05-12T10:00:00+02:00")
        assert eigen_taken(dienst, klant) == ZAAKTAKEN
        dienst.zet_klok("2026-05-12T13:00:00+02:00")
        uitkomst(dienst, tweede, "niet_verschenen")
        assert eigen_taken(dienst, klant) == ZAAKTAKEN | {"no_show_blokkeren", "no_show_rechtmatigheidsonderzoek"}

    @pytest.mark.regel("DEV-NOS-507")
    def test_het_voorstel_wacht_op_het_bewijs_van_de_sms(self, dienst: Dienst) -> None:
        klant = gemeld(dienst, "matchen")
        afspraak = keten(dienst, klant, "traject_afspraak", 1)
        assert (afspraak["maatregelzaakId"], afspraak["gevolg"]["aangehouden"]) == (
            None,
            ["maatregelvoorstel_eenmalig"],
        )
        assert eigen_taken(dienst, klant) == {"no_show_maatregelvoorstel_eenmalig"}
        sms = {"wijzen": ["regulier"], "smsVerzondenOp": "2026-04-13"}
        pad = f"/afspraken/{afspraak['id']}/verzending"
        bewezen = dienst.doe("PUT", pad, "administratie", sms, versie=afspraak["versie"])
        assert (bewezen["gevolg"]["aangehouden"], bewezen["verzondenOp"]) == ([], "2026-03-31")
        zaak = dienst.doe("GET", f"/maatregelzaken/{bewezen['maatregelzaakId']}", "inkomensconsulent")
        assert (zaak["soort"], {stap["soort"] for stap in zaak["stappen"]}) == (
            "lik_op_stuk",
            {"uitnodiging", "sms", "no_show"},
        )
        assert eigen_taken(dienst, klant) == ZAAKTAKEN

    @pytest.mark.regel("DEV-NOS-507")
    def test_met_sms_volgt_het_voorstel_meteen_en_de_tweede_keer_een_zaak(self, dienst: Dienst) -> None:
        klant = gemeld(dienst, "groeien")
        eerste = keten(dienst, klant, "traject_afspraak", 1, smsVerzondenOp="2026-03-31")
        zaak = dienst.doe("GET", f"/maatregelzaken/{eerste['maatregelzaakId']}", "inkomensconsulent")
        assert zaak["soort"] == "lik_op_stuk"
        tweede = maak(dienst, klant, "traject_afspraak", "2026-05-12T10:00:00+02:00")
        dienst.zet_klok("2026-05-12T13:00:00+02:00")
        tweede = uitkomst(dienst, tweede, "niet_verschenen")
        zaak = dienst.doe("GET", f"/maatregelzaken/{tweede['maatregelzaakId']}", "inkomensconsulent")
        assert (zaak["soort"], zaak["gedragingDatum"]) == ("verlaging", "2026-05-12")


class TestKeten:
    @pytest.mark.regel("DEV-NOS-506")
    @pytest.mark.parametrize(
        ("naam", "nummer"),
        [
            pytest.param("verschenen", 1, id="na-verschenen-een-nieuwe-keten"),
            pytest.param("individueel_vervangen", 1, id="na-individueel-een-nieuwe-keten"),
            pytest.param("afgemeld", 2, id="na-afmelding-dezelfde-keten"),
            pytest.param("niet_verschenen", 2, id="na-no-show-dezelfde-keten"),
        ],
    )
    def test_een_keten_is_een_afspraak_met_haar_vervangingen(self, dienst: Dienst, naam: str, nummer: int) -> None:
        klant = gemeld(dienst, "zorgen")
        eerste = maak(dienst, klant, "doelmatigheidsgesprek")
        dienst.zet_klok(NA_EERSTE)
        uitkomst(dienst, eerste, naam, reden="Ziek gemeld")
        volgende = maak(dienst, klant, "doelmatigheidsgesprek", "2026-05-12T10:00:00+02:00")
        assert (volgende["nummer"], volgende["ketenId"] == eerste["ketenId"]) == (nummer, nummer == 2)

    def test_een_tweede_afspraak_van_dezelfde_soort_wacht_op_de_eerste(self, dienst: Dienst) -> None:
        klant = gemeld(dienst, "zorgen")
        maak(dienst, klant)
        opdracht = {"klantId": klant, "soort": "kennismakingsgesprek", "begint": EERSTE, "locatie": "Stadhuis"}
        antwoord = dienst.roep("POST", "/afspraken", "inkomensconsulent", opdracht)
        assert (antwoord.status_code, antwoord.json()["code"]) == (409, "afspraak_staat_al")
        traject = [maak(dienst, klant, "traject_afspraak", begint) for begint in (TWEEDE, "2026-04-23T10:00:00+02:00")]
        assert [afspraak["nummer"] for afspraak in traject] == [1, 1]

    def test_een_afgezegde_afspraak_telt_nergens_voor_mee(self, dienst: Dienst) -> None:
        klant = gemeld(dienst, "zorgen")
        afspraak = maak(dienst, klant)
        pad = f"/afspraken/{afspraak['id']}/afzegging"
        reden = {"reden": "De consulent is ziek"}
        assert dienst.roep("PUT", pad, "inkomensconsulent", reden).status_code == 428
        weg = dienst.doe("PUT", pad, "inkomensconsulent", reden, versie=afspraak["versie"])
        assert (weg["vervallenOp"] is not None, weg["reden"]) == (True, "De consulent is ziek")
        antwoord = dienst.roep("PUT", pad, "inkomensconsulent", reden, versie=weg["versie"])
        assert antwoord.json()["code"] == "afspraak_vervallen"
        assert maak(dienst, klant)["nummer"] == 2


class TestUitkomst:
    def test_een_correctie_neemt_de_stappen_terug(self, dienst: Dienst) -> None:
        klant = gemeld(dienst, "faciliteren")
        afspraak = keten(dienst, klant, "kennismakingsgesprek", 1)
        zaak_id = afspraak["maatregelzaakId"]
        pad = f"/afspraken/{afspraak['id']}/uitkomst"
        goed = dienst.doe("PUT", pad, "inkomensconsulent", {"uitkomst": "verschenen"}, versie=afspraak["versie"])
        assert (goed["gevolg"], goed["maatregelzaakId"]) == (None, None)
        assert dienst.doe("GET", f"/maatregelzaken/{zaak_id}", "inkomensconsulent")["status"] == "vervallen"
        assert eigen_taken(dienst, klant) == {"plan_opstellen"}
        assert "no_show_nieuwe_afspraak_in_besluit" in eigen_taken(dienst, klant, Taakstatus.VERVALLEN)
        assert soorten(dienst, klant)[-1] == "afspraak.gecorrigeerd"
        oud = dienst.roep("PUT", pad, "inkomensconsulent", {"uitkomst": "verschenen"}, versie=afspraak["versie"])
        assert oud.status_code == 412

    @pytest.mark.regel("DEV-KGR-515")
    def test_na_de_kennismaking_in_zorgen_volgt_het_plan(self, dienst: Dienst) -> None:
        klant = gemeld(dienst, "zorgen")
        afspraak = maak(dienst, klant)
        dienst.zet_klok(NA_EERSTE)
        uitkomst(dienst, afspraak, "verschenen")
        assert eigen_taken(dienst, klant) == {"plan_opstellen"}
        plan = {"soort": "mijn_doel_actieplan"}
        dienst.doe("POST", f"/klanten/{klant}/plannen", "inkomensconsulent", plan)
        assert eigen_taken(dienst, klant) == {"plan_ondertekenen"}

    def test_afmelden_kan_vooraf_maar_verschijnen_niet(self, dienst: Dienst) -> None:
        klant = gemeld(dienst, "zorgen")
        afspraak = maak(dienst, klant)
        pad = f"/afspraken/{afspraak['id']}/uitkomst"
        for naam in ("verschenen", "niet_verschenen"):
            antwoord = dienst.roep("PUT", pad, "inkomensconsulent", {"uitkomst": naam}, versie=afspraak["versie"])
            assert (antwoord.status_code, antwoord.json()["code"]) == (409, "nog_niet_begonnen")
        antwoord = dienst.roep("PUT", pad, "inkomensconsulent", {"uitkomst": "afgemeld"}, versie=afspraak["versie"])
        assert [fout["veld"] for fout in antwoord.json()["fouten"]] == ["reden"]
        uitkomst(dienst, afspraak, "afgemeld", reden="Ziek gemeld")
        assert eigen_taken(dienst, klant) == {"afspraak_plannen"}

    def test_een_kick_off_heeft_een_presentielijst(self, dienst: Dienst) -> None:
        bijeenkomst = plan_bijeenkomst(dienst, "matchen")
        klant = ingedeeld(dienst, "matchen")
        afspraak = nodig_uit(dienst, bijeenkomst, klant)["deelnemers"][0]["afspraak"]
        for pad, lichaam in (("uitkomst", {"uitkomst": "verschenen"}), ("afzegging", {"reden": "Kan niet"})):
            antwoord = dienst.roep(
                "PUT", f"/afspraken/{afspraak['id']}/{pad}", "werkconsulent", lichaam, versie=afspraak["versie"]
            )
            assert antwoord.json()["code"] == "gebruik_presentielijst"


class TestVerzending:
    @pytest.mark.regel("DEV-MTR-514")
    def test_een_hersteltermijn_blijft_lang_genoeg(self, dienst: Dienst) -> None:
        klant = gemeld(dienst, "matchen")
        herstel: dict[str, Any] = {"uitnodiging": "hersteltermijn", "wijzen": ["aangetekend", "regulier"]}
        afspraak = maak(dienst, klant, "traject_afspraak", **herstel)
        pad = f"/afspraken/{afspraak['id']}/verzending"
        dienst.zet_klok("2026-04-08T09:00:00+02:00")
        post = {"wijzen": ["aangetekend", "regulier"], "kenmerkAangetekend": "3SRRC0001"}
        te_laat = dienst.roep(
            "PUT", pad, "administratie", post | {"verzondenOp": "2026-04-07"}, versie=afspraak["versie"]
        )
        assert [toets["voorwaarde"] for toets in te_laat.json()["toetsen"]] == ["hersteltermijn_werkdagen"]
        goed = dienst.doe("PUT", pad, "administratie", post | {"verzondenOp": "2026-04-02"}, versie=afspraak["versie"])
        assert (goed["verzondenOp"], goed["kenmerkAangetekend"]) == ("2026-04-02", "3SRRC0001")

    def test_een_dag_na_de_afspraak_of_in_de_toekomst_kan_niet(self, dienst: Dienst) -> None:
        klant = ingedeeld(dienst, "matchen")
        afspraak = maak(dienst, klant, "traject_afspraak")
        pad = f"/afspraken/{afspraak['id']}/verzending"
        dienst.zet_klok("2026-04-15T09:00:00+02:00")
        fout = {"verzondenOp": "2026-04-15", "smsVerzondenOp": "2026-04-16"}
        antwoord = dienst.roep("PUT", pad, "administratie", fout, versie=afspraak["versie"])
        assert {regel["veld"] for regel in antwoord.json()["fouten"]} == {"verzondenOp", "smsVerzondenOp"}


class TestLezen:
    def test_de_eerstvolgende_afspraak(self, dienst: Dienst) -> None:
        klant = gemeld(dienst, "matchen")
        traject = maak(dienst, klant, "traject_afspraak", "2026-04-20T10:00:00+02:00")
        kick_off = nodig_uit(dienst, plan_bijeenkomst(dienst, "matchen"), klant)["deelnemers"][0]["afspraak"]

        def volgende() -> str | None:
            with transactie(dienst.state.sessies, handelend(Rol.INTAKER)) as sessie:
                rij = volgende_afspraak(sessie, UUID(klant), dienst.klok.nu())
                return str(rij.id) if rij else None

        assert volgende() == kick_off["id"]
        dienst.zet_klok("2026-04-14T10:00:01+02:00")
        assert volgende() == traject["id"]
        dienst.zet_klok("2026-04-20T10:00:01+02:00")
        assert volgende() is None

    def test_de_agenda_per_medewerker(self, dienst: Dienst) -> None:
        klanten = [gemeld(dienst, "zorgen") for _ in range(3)]
        nummers = [
            maak(dienst, klant, begint=f"2026-04-{dag}T10:00:00+02:00")["id"]
            for klant, dag in zip(klanten, (14, 15, 16), strict=True)
        ]
        maak(dienst, gemeld(dienst, "zorgen"), medewerkerId=None)
        basis = f"/afspraken?medewerkerId={IC}&vanaf=2026-04-15&aantal=1"
        eerste = dienst.doe("GET", basis, "inkomensconsulent")
        tweede = dienst.doe("GET", f"{basis}&na={eerste['volgende']}", "inkomensconsulent")
        assert [regel["afspraak"]["id"] for regel in eerste["regels"] + tweede["regels"]] == nummers[1:]
        assert eerste["regels"][0]["naam"] == "Sam de Wit"
        assert len(dienst.doe("GET", "/afspraken", "inkomensconsulent")["regels"]) == 4

    def test_een_afspraak_van_een_ander_is_niet_te_vinden(self, dienst: Dienst) -> None:
        afspraak = maak(dienst, ingedeeld(dienst, "zorgen", consulent_id=None))
        pad = f"/afspraken/{afspraak['id']}/uitkomst"
        lichaam = {"uitkomst": "afgemeld", "reden": "Ziek gemeld"}
        for rol, organisatie in (("inkomensconsulent", "weert"), ("werkconsulent", "deventer")):
            antwoord = dienst.roep("PUT", pad, rol, lichaam, versie=1, organisatie=organisatie)
            assert antwoord.status_code == 404

    def test_fouten_bij_het_maken_tegelijk(self, dienst: Dienst) -> None:
        klant = ingedeeld(dienst, "zorgen", email=None)
        opdracht = {
            "klantId": klant,
            "soort": "kennismakingsgesprek",
            "begint": "2026-03-31T08:00:00+02:00",
            "locatie": "Stadhuis",
            "medewerkerId": str(medewerker_id("inkomensconsulent", "weert")),
            "wijzen": ["email"],
        }
        antwoord = dienst.roep("POST", "/afspraken", "inkomensconsulent", opdracht)
        assert {fout["veld"] for fout in antwoord.json()["fouten"]} == {"begint", "medewerkerId", "wijzen"}
