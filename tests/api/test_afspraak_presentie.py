"""The presentielijst: one call for the whole list, what follows per klantgroep, and taking it back."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

import pytest

from app.db.maatregel import Maatregelzaak, Zaakstatus
from app.db.sessie import transactie
from app.db.taak import Taakstatus
from app.domain.kern.rollen import Rol
from tests.steun.afspraak import (
    EERSTE,
    HERSTEL,
    NA_EERSTE,
    TWEEDE,
    afspraak_van,
    eigen_taken,
    gemeld,
    lijst,
    no_show,
    nodig_uit,
    plan_bijeenkomst,
    regels,
    soorten,
    tweede_no_show,
)
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.kijk import rijen
from tests.steun.klanten import handelend, ingedeeld, rij, taken

OPNIEUW = "no_show_opnieuw_uitnodigen_hersteltermijn"
ZAAKTAKEN = {"maatregel_wederhoor", "maatregel_advies"}


def zaak_van(dienst: Dienst, klant_id: str) -> Any:
    zaak_id = afspraak_van(dienst, klant_id)["maatregelzaakId"]
    return dienst.doe("GET", f"/maatregelzaken/{zaak_id}", "inkomensconsulent")


class TestNoShow:
    @pytest.mark.regel("DEV-NOS-003")
    @pytest.mark.parametrize("klantgroep", ["matchen", "groeien"])
    def test_eerste_keer_volgt_een_hersteltermijn_en_geen_maatregel(self, dienst: Dienst, klantgroep: str) -> None:
        klant = gemeld(dienst, klantgroep)
        for dag in ("2026-04-21", "2026-04-22"):
            plan_bijeenkomst(dienst, klantgroep, f"{dag}T10:00:00+02:00")
        no_show(dienst, klantgroep, klant)
        afspraak = afspraak_van(dienst, klant)
        assert (afspraak["gevolg"]["nummer"], afspraak["maatregelzaakId"]) == (1, None)
        (taak,) = [taak for taak in taken(dienst, klant) if taak.soort == OPNIEUW]
        assert (taak.rol, taak.uiterste_dag.isoformat()) == (Rol.ADMINISTRATIE, "2026-04-16")
        # The session of the 21st leaves four werkdagen only.
        assert "woensdag 22 april 2026" in taak.wat
        assert soorten(dienst, klant) == ["kick_off.uitgenodigd", "kick_off.niet_verschenen"]

    @pytest.mark.regel("DEV-NOS-004", "DEV-NOS-506", "DEV-NOS-508")
    @pytest.mark.parametrize("klantgroep", ["matchen", "groeien"])
    def test_tweede_keer_opent_een_zaak_op_naam_van_de_consulent(self, dienst: Dienst, klantgroep: str) -> None:
        _, tweede, klant = tweede_no_show(dienst, klantgroep, **HERSTEL)
        afspraak = tweede["deelnemers"][0]["afspraak"]
        assert (afspraak["nummer"], afspraak["gevolg"]["nummer"]) == (2, 2)
        assert afspraak["gevolg"]["stappen"] == ["maatregelzaak_openen"]
        zaak = zaak_van(dienst, klant)
        assert (zaak["soort"], zaak["gedraging"], zaak["gedragingDatum"], zaak["consulentId"]) == (
            "verlaging",
            "pva_niet_meewerken_kick_off",
            "2026-04-22",
            str(medewerker_id("werkconsulent")),
        )
        stappen = [(stap["soort"], stap["datum"]) for stap in zaak["stappen"]]
        assert sorted(stappen) == [
            ("hersteltermijn", "2026-04-14"),
            ("no_show", "2026-04-14"),
            ("no_show", "2026-04-22"),
            ("uitnodiging", "2026-03-31"),
        ]
        assert len(zaak["aanleiding"]) == 2
        assert eigen_taken(dienst, klant) >= ZAAKTAKEN

    @pytest.mark.regel("DEV-NOS-508")
    def test_wie_er_was_of_zich_afmeldde_krijgt_geen_zaak(self, dienst: Dienst) -> None:
        klanten = [gemeld(dienst, "matchen") for _ in range(3)]
        eerste = plan_bijeenkomst(dienst, "matchen")
        nodig_uit(dienst, eerste, *klanten)
        dienst.zet_klok(NA_EERSTE)
        lijst(dienst, eerste, **dict.fromkeys(klanten, "niet_verschenen"))
        tweede = plan_bijeenkomst(dienst, "matchen", TWEEDE)
        nodig_uit(dienst, tweede, *klanten, **HERSTEL)
        dienst.zet_klok("2026-04-22T13:00:00+02:00")
        uitkomsten = ("niet_verschenen", "afgemeld", "verschenen")
        lijst(dienst, tweede, **dict(zip(klanten, uitkomsten, strict=True)))
        assert [afspraak_van(dienst, klant)["maatregelzaakId"] is not None for klant in klanten] == [True, False, False]

    def test_het_regime_kiest_de_gedraging(self, dienst: Dienst) -> None:
        klant = gemeld(dienst, "matchen", regime="IOAW")
        no_show(dienst, "matchen", klant)
        tweede = plan_bijeenkomst(dienst, "matchen", TWEEDE)
        nodig_uit(dienst, tweede, klant, **HERSTEL)
        dienst.zet_klok("2026-04-22T13:00:00+02:00")
        lijst(dienst, tweede, **{klant: "niet_verschenen"})
        assert zaak_van(dienst, klant)["gedraging"] == "niet_verschijnen_arbeidsinschakeling"

    @pytest.mark.regel("DEV-NOS-501")
    def test_faciliteren_eerste_keer_vast_bedrag_en_nieuwe_datum(self, dienst: Dienst) -> None:
        _, klant = no_show(dienst, "faciliteren")
        zaak = zaak_van(dienst, klant)
        assert (zaak["soort"], zaak["consulentId"]) == ("lik_op_stuk", str(medewerker_id("inkomensconsulent")))
        assert eigen_taken(dienst, klant) == ZAAKTAKEN | {"no_show_nieuwe_afspraak"}

        def nieuw() -> Any:
            stand = dienst.doe("GET", f"/maatregelzaken/{zaak['id']}/gereedheid", "inkomensconsulent")
            toetsen = {toets["voorwaarde"]: toets for toets in stand["voorBesluit"]}
            return toetsen["nieuwe_afspraak_in_besluit"]

        assert nieuw()["uitkomst"] == "onbepaald"
        nodig_uit(dienst, plan_bijeenkomst(dienst, "faciliteren", TWEEDE), klant)
        assert nieuw()["uitkomst"] == "voldaan"
        assert nieuw()["feiten"] == {"op": "2026-04-22", "tijd": "10.00", "plaats": "Stadhuis, zaal 2"}

    @pytest.mark.regel("DEV-NOS-501")
    def test_faciliteren_tweede_keer_blokkeren_en_onderzoek(self, dienst: Dienst) -> None:
        _, tweede, klant = tweede_no_show(dienst, "faciliteren")
        afspraak = tweede["deelnemers"][0]["afspraak"]
        assert (afspraak["gevolg"]["stappen"], afspraak["maatregelzaakId"]) == (
            ["blokkeren", "rechtmatigheidsonderzoek"],
            None,
        )
        assert eigen_taken(dienst, klant) == ZAAKTAKEN | {"no_show_blokkeren", "no_show_rechtmatigheidsonderzoek"}

    @pytest.mark.regel("DEV-NOS-004", "DEV-NOS-506")
    def test_een_afmelding_telt_niet_als_no_show(self, dienst: Dienst) -> None:
        klant = gemeld(dienst, "matchen")
        eerste = plan_bijeenkomst(dienst, "matchen")
        nodig_uit(dienst, eerste, klant)
        dienst.zet_klok(NA_EERSTE)
        lijst(dienst, eerste, **{klant: "afgemeld"})
        assert eigen_taken(dienst, klant) == {"kick_off_plannen"}
        tweede = plan_bijeenkomst(dienst, "matchen", TWEEDE)
        nodig_uit(dienst, tweede, klant)
        dienst.zet_klok("2026-04-22T13:00:00+02:00")
        lijst(dienst, tweede, **{klant: "niet_verschenen"})
        afspraak = afspraak_van(dienst, klant)
        assert (afspraak["nummer"], afspraak["gevolg"]["nummer"], eigen_taken(dienst, klant)) == (2, 1, {OPNIEUW})

    @pytest.mark.regel("DEV-KIC-507")
    def test_individueel_vervangen_is_geen_no_show_en_rondt_de_kick_off_af(self, dienst: Dienst) -> None:
        klant = gemeld(dienst, "faciliteren")
        bijeenkomst = plan_bijeenkomst(dienst, "faciliteren")
        nodig_uit(dienst, bijeenkomst, klant)
        dienst.zet_klok(NA_EERSTE)
        af = lijst(dienst, bijeenkomst, **{klant: "individueel_vervangen"})
        afspraak = af["deelnemers"][0]["afspraak"]
        assert (afspraak["gevolg"], afspraak["reden"]) == (None, "Ziek gemeld")
        assert eigen_taken(dienst, klant) == {"kennismaking_plannen"}
        assert soorten(dienst, klant)[-1] == "kick_off.individueel_vervangen"

    def test_zonder_melding_blijft_er_een_taak_in_plaats_van_een_zaak(self, dienst: Dienst) -> None:
        klant = ingedeeld(dienst, "faciliteren")
        no_show(dienst, "faciliteren", klant)
        assert afspraak_van(dienst, klant)["maatregelzaakId"] is None
        (taak,) = [taak for taak in taken(dienst, klant) if taak.soort == "no_show_maatregelvoorstel_eenmalig"]
        assert "melding" in taak.wat


class TestLijst:
    def test_alle_fouten_tegelijk(self, dienst: Dienst) -> None:
        bijeenkomst = plan_bijeenkomst(dienst, "matchen")
        een, twee, drie, vreemd = (ingedeeld(dienst, "matchen") for _ in range(4))
        uitgenodigd = nodig_uit(dienst, bijeenkomst, een, twee, drie)
        dienst.zet_klok(NA_EERSTE)
        lichaam = {
            "deelnemers": [
                {"klantId": een, "uitkomst": "afgemeld"},
                {"klantId": een, "uitkomst": "verschenen"},
                {"klantId": vreemd, "uitkomst": "individueel_vervangen"},
                {"klantId": twee, "uitkomst": "verschenen"},
            ]
        }
        pad = f"/bijeenkomsten/{bijeenkomst['id']}/presentielijst"
        antwoord = dienst.roep("PUT", pad, "administratie", lichaam, versie=uitgenodigd["versie"])
        assert antwoord.status_code == 400
        fouten = {fout["veld"]: fout["melding"] for fout in antwoord.json()["fouten"]}
        assert set(fouten) == {
            "deelnemers.0.reden",
            "deelnemers.1.klantId",
            "deelnemers.2.klantId",
            "deelnemers.2.reden",
            "deelnemers",
        }
        assert drie in fouten["deelnemers"]
        assert soorten(dienst, twee) == ["kick_off.uitgenodigd"]

    @pytest.mark.parametrize(
        ("moment", "status"),
        [
            pytest.param("2026-04-14T09:59:59+02:00", 409, id="net-ervoor"),
            pytest.param(EERSTE, 200, id="op-het-moment"),
            pytest.param("2026-04-14T10:00:01+02:00", 200, id="net-erna"),
        ],
    )
    def test_niet_voordat_de_bijeenkomst_begint(self, dienst: Dienst, moment: str, status: int) -> None:
        bijeenkomst = plan_bijeenkomst(dienst, "matchen")
        klant = ingedeeld(dienst, "matchen")
        uitgenodigd = nodig_uit(dienst, bijeenkomst, klant)
        dienst.zet_klok(moment)
        pad = f"/bijeenkomsten/{bijeenkomst['id']}/presentielijst"
        antwoord = dienst.roep("PUT", pad, "administratie", regels({klant: "verschenen"}), versie=uitgenodigd["versie"])
        assert antwoord.status_code == status
        if status == 200:
            uitnodigen = {"deelnemers": [{"klantId": ingedeeld(dienst, "matchen")}]}
            laat = dienst.roep("POST", f"/bijeenkomsten/{bijeenkomst['id']}/deelnemers", "administratie", uitnodigen)
            assert laat.json()["code"] == "bijeenkomst_begonnen"

    def test_twee_tegelijk_met_dezelfde_etag(self, dienst: Dienst) -> None:
        bijeenkomst = plan_bijeenkomst(dienst, "matchen")
        klanten = [gemeld(dienst, "matchen") for _ in range(3)]
        uitgenodigd = nodig_uit(dienst, bijeenkomst, *klanten)
        dienst.zet_klok(NA_EERSTE)
        pad = f"/bijeenkomsten/{bijeenkomst['id']}/presentielijst"
        assert dienst.roep("PUT", pad, "administratie", regels({})).status_code == 428

        def stuur(uitkomst: str) -> int:
            lichaam = regels(dict.fromkeys(klanten, uitkomst))
            return dienst.roep("PUT", pad, "administratie", lichaam, versie=uitgenodigd["versie"]).status_code

        with ThreadPoolExecutor(2) as draden:
            statussen = sorted(draden.map(stuur, ["verschenen", "niet_verschenen"]))
        assert statussen == [200, 412]

    def test_twee_bijeenkomsten_met_dezelfde_klanten_wachten_niet_op_elkaar(self, dienst: Dienst) -> None:
        klanten = [gemeld(dienst, "matchen") for _ in range(4)]
        eerste = plan_bijeenkomst(dienst, "matchen")
        nodig_uit(dienst, eerste, *klanten)
        dienst.zet_klok(NA_EERSTE)
        lijst(dienst, eerste, **dict.fromkeys(klanten, "niet_verschenen"))
        tweede = plan_bijeenkomst(dienst, "matchen", TWEEDE)
        nodig_uit(dienst, tweede, *reversed(klanten), **HERSTEL)
        dienst.zet_klok("2026-04-22T13:00:00+02:00")
        with ThreadPoolExecutor(2) as draden:
            aanwezig = draden.submit(lambda: lijst(dienst, eerste, **dict.fromkeys(klanten, "afgemeld")))
            weg = draden.submit(lambda: lijst(dienst, tweede, **dict.fromkeys(klanten, "niet_verschenen")))
        assert (aanwezig.result()["status"], weg.result()["status"]) == ("gehouden", "gehouden")
        for klant in klanten:
            laatste = afspraak_van(dienst, klant)
            assert (laatste["gevolg"]["nummer"], laatste["maatregelzaakId"]) == (1, None)

    def test_elk_lezen_van_de_lijst_staat_per_persoon_in_het_logboek(self, dienst: Dienst, database_url: str) -> None:
        bijeenkomst = plan_bijeenkomst(dienst, "matchen")
        klanten = {ingedeeld(dienst, "matchen") for _ in range(2)}
        nodig_uit(dienst, bijeenkomst, *klanten)
        dienst.doe("GET", f"/bijeenkomsten/{bijeenkomst['id']}", "teamleider")
        vraag = "SELECT klant_id::text FROM verwerking WHERE handeling = %s"
        gelezen = [nummer for (nummer,) in rijen(database_url, vraag, "geefBijeenkomst")]
        assert (set(gelezen), len(gelezen)) == (klanten, 2)


class TestAanwezig:
    @pytest.mark.parametrize(
        ("klantgroep", "volgende"),
        [
            pytest.param("matchen", "plan_opstellen", id="matchen"),
            pytest.param("groeien", "plan_opstellen", id="groeien"),
            pytest.param("faciliteren", "kennismaking_plannen", id="faciliteren"),
        ],
    )
    def test_wie_er_was_gaat_verder(self, dienst: Dienst, klantgroep: str, volgende: str) -> None:
        klant = gemeld(dienst, klantgroep)
        bijeenkomst = plan_bijeenkomst(dienst, klantgroep)
        nodig_uit(dienst, bijeenkomst, klant)
        dienst.zet_klok(NA_EERSTE)
        gehouden = lijst(dienst, bijeenkomst, **{klant: "verschenen"})
        assert (gehouden["status"], gehouden["signalen"]) == ("gehouden", [])
        assert eigen_taken(dienst, klant) == {volgende}
        contact = rij(dienst, klant).laatste_contact
        assert contact is not None
        assert contact.isoformat().startswith("2026-04-14")

    @pytest.mark.regel("DEV-NOS-006")
    def test_elke_uitgenodigde_krijgt_een_consulent_ook_wie_niet_kwam(self, dienst: Dienst) -> None:
        wie = [medewerker_id("werkconsulent", nummer=nummer) for nummer in (1, 2)]
        begeleiders = [{"medewerkerId": str(nummer), "functie": "werkconsulent_matchen"} for nummer in wie]
        bijeenkomst = plan_bijeenkomst(dienst, "matchen", begeleiders=begeleiders)
        klanten = [gemeld(dienst, "matchen", consulent_id=None) for _ in range(4)]
        heeft_al = gemeld(dienst, "matchen", consulent_id=wie[1])
        nodig_uit(dienst, bijeenkomst, *klanten, heeft_al)
        dienst.zet_klok(NA_EERSTE)
        uitkomsten = dict(zip(klanten, ("verschenen", "niet_verschenen", "afgemeld", "verschenen"), strict=True))
        lijst(dienst, bijeenkomst, **uitkomsten, **{heeft_al: "verschenen"})
        verdeeld = Counter(rij(dienst, klant).consulent_id for klant in (*klanten, heeft_al))
        assert verdeeld == {wie[0]: 3, wie[1]: 2}
        assert rij(dienst, heeft_al).consulent_id == wie[1]

    @pytest.mark.regel("DEV-NOS-006")
    def test_zonder_consulent_in_de_zaal_wordt_erom_gevraagd(self, dienst: Dienst) -> None:
        klant = gemeld(dienst, "matchen", consulent_id=None)
        bijeenkomst, _ = no_show(dienst, "matchen", klant)
        assert eigen_taken(dienst, klant) == {OPNIEUW, "consulent_toewijzen"}
        lijst(dienst, bijeenkomst, **{klant: "verschenen"})
        assert [taak.soort for taak in taken(dienst, klant)].count("consulent_toewijzen") == 1


class TestCorrectie:
    def test_de_taken_van_de_eerdere_lijst_vervallen(self, dienst: Dienst) -> None:
        bijeenkomst, klant = no_show(dienst, "matchen")
        lijst(dienst, bijeenkomst, **{klant: "verschenen"})
        assert eigen_taken(dienst, klant) == {"plan_opstellen"}
        assert eigen_taken(dienst, klant, Taakstatus.VERVALLEN) == {OPNIEUW}
        assert afspraak_van(dienst, klant)["gevolg"] is None
        regel = dienst.doe("GET", f"/klanten/{klant}/tijdlijn", "administratie")["gebeurtenissen"][0]
        assert regel["soort"] == "kick_off.gecorrigeerd"
        assert regel["inhoud"]["eerdereUitkomst"] == "niet_verschenen"
        assert regel["inhoud"]["teruggenomen"] == ["opnieuw_uitnodigen_hersteltermijn"]
        lijst(dienst, bijeenkomst, **{klant: "niet_verschenen"})
        assert eigen_taken(dienst, klant) == {OPNIEUW}
        assert rij(dienst, klant).laatste_contact is None

    def test_de_zaak_van_de_eerdere_lijst_vervalt(self, dienst: Dienst) -> None:
        _, tweede, klant = tweede_no_show(dienst, "matchen", **HERSTEL)
        zaak = zaak_van(dienst, klant)
        lijst(dienst, tweede, **{klant: "afgemeld"})
        vervallen = dienst.doe("GET", f"/maatregelzaken/{zaak['id']}", "inkomensconsulent")
        assert (vervallen["status"], vervallen["redenVervallen"]) == (
            "vervallen",
            "De uitkomst van de afspraak is gecorrigeerd.",
        )
        assert eigen_taken(dienst, klant) == {"kick_off_plannen"}
        lijst(dienst, tweede, **{klant: "niet_verschenen"})
        assert zaak_van(dienst, klant)["status"] == "open"
        assert soorten(dienst, klant)[-2:] == ["maatregelzaak.geopend", "kick_off.gecorrigeerd"]

    def test_een_correctie_van_de_eerste_lijst_maakt_de_tweede_no_show_de_eerste(self, dienst: Dienst) -> None:
        eerste, _, klant = tweede_no_show(dienst, "matchen", **HERSTEL)
        zaak = zaak_van(dienst, klant)
        lijst(dienst, eerste, **{klant: "afgemeld"})
        laatste = afspraak_van(dienst, klant)
        assert (laatste["nummer"], laatste["gevolg"]["nummer"], laatste["maatregelzaakId"]) == (2, 1, None)
        assert dienst.doe("GET", f"/maatregelzaken/{zaak['id']}", "inkomensconsulent")["status"] == "vervallen"
        assert eigen_taken(dienst, klant) == {OPNIEUW}

    def test_een_latere_uitnodiging_vervalt_als_de_klant_er_toch_was(self, dienst: Dienst) -> None:
        eerste, klant = no_show(dienst, "matchen")
        tweede = plan_bijeenkomst(dienst, "matchen", TWEEDE)
        nodig_uit(dienst, tweede, klant, **HERSTEL)
        lijst(dienst, eerste, **{klant: "verschenen"})
        assert afspraak_van(dienst, klant)["vervallenOp"] is not None
        assert dienst.doe("GET", f"/bijeenkomsten/{tweede['id']}", "administratie")["ingeschreven"] == 0

    def test_na_een_besluit_is_er_geen_weg_terug_via_de_lijst(self, dienst: Dienst) -> None:
        _, tweede, klant = tweede_no_show(dienst, "matchen", **HERSTEL)
        with transactie(dienst.state.sessies, handelend(Rol.INTAKER)) as sessie:
            sessie.get_one(Maatregelzaak, UUID(zaak_van(dienst, klant)["id"])).status = Zaakstatus.BESLOTEN
        nu = dienst.doe("GET", f"/bijeenkomsten/{tweede['id']}", "administratie")["versie"]
        pad = f"/bijeenkomsten/{tweede['id']}/presentielijst"
        antwoord = dienst.roep("PUT", pad, "administratie", regels({klant: "verschenen"}), versie=nu)
        assert (antwoord.status_code, antwoord.json()["code"]) == (409, "maatregel_al_besloten")
        assert afspraak_van(dienst, klant)["uitkomst"] == "niet_verschenen"

    def test_dezelfde_lijst_nog_eens_verandert_niets_in_het_dossier(self, dienst: Dienst) -> None:
        bijeenkomst, klant = no_show(dienst, "matchen")
        gebeurd = soorten(dienst, klant)
        lijst(dienst, bijeenkomst, **{klant: "niet_verschenen"})
        assert (soorten(dienst, klant), eigen_taken(dienst, klant)) == (gebeurd, {OPNIEUW})
