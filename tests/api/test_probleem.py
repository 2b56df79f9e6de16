"""The one shape of every refusal."""

from app.asgi.probleem import probleem
from app.domain.kern.grondslag import pw
from app.domain.kern.toets import Toets, Uitkomst

TOETS = Toets(
    voorwaarde="hoorplicht",
    uitkomst=Uitkomst.ONBEPAALD,
    grondslag=pw("18", "2"),
    feiten={"gehoordOp": None},
    toelichting="Er is niet gehoord.",
)


class TestProbleem:
    def test_alles_erop_en_eraan(self) -> None:
        fouten = {"bsn": "Vul negen cijfers in."}
        lichaam = probleem(409, "geweigerd", "Dit kan nog niet.", fouten=fouten, toetsen=[TOETS], correlatie_id="x")
        assert lichaam == {
            "type": "about:blank",
            "title": "Conflict",
            "status": 409,
            "detail": "Dit kan nog niet.",
            "code": "geweigerd",
            "fouten": [{"veld": "bsn", "melding": "Vul negen cijfers in."}],
            "toetsen": [
                {
                    "voorwaarde": "hoorplicht",
                    "uitkomst": "onbepaald",
                    "grondslag": {"regeling": "Participatiewet", "artikel": "18", "lid": "2"},
                    "feiten": {"gehoordOp": None},
                    "toelichting": "Er is niet gehoord.",
                    "artikel": "artikel 18, lid 2, Participatiewet",
                }
            ],
            "correlatieId": "x",
        }

    def test_kort(self) -> None:
        assert set(probleem(418, "theepot", "Nee.")) == {"type", "title", "status", "detail", "code"}
