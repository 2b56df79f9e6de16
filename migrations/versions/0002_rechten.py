"""Who may see and change which rows."""

from __future__ import annotations

from migrations.rechten import (
    alleen_toevoegen,
    beveilig,
    geef_rechten,
    maak_functies,
    maak_klantregel,
)

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

DOSSIER = (
    "taak", "termijn", "mutatie", "plan", "melding", "melding_persoon", "screening", "stukkenverzoek", "stuk",
    "maatregelzaak", "afspraak",
)
DOSSIER_ALLEEN_TOEVOEGEN = (
    "gebeurtenis", "planversie", "planondertekening", "contactpoging", "screeningsresultaat", "screeningsverslag",
    "voorschot", "voorschot_intrekking", "besluit", "besluittoetsing", "bekendmaking", "maatregelstap", "diagnose",
    "ambitiegesprek", "indelingsvoorstel", "indeling",
)
ORGANISATIE = ("medewerker", "outbox", "idempotentie", "bijeenkomst")
ORGANISATIE_ALLEEN_TOEVOEGEN = ("diagnose_import", "feed", "verwerking")


def upgrade() -> None:
    maak_functies()
    maak_klantregel()
    geef_rechten("klant")
    geef_rechten("organisatie", "SELECT, INSERT")
    for tabel in DOSSIER:
        beveilig(tabel, met_klant=True)
        geef_rechten(tabel)
    for tabel in DOSSIER_ALLEEN_TOEVOEGEN:
        beveilig(tabel, met_klant=True)
        alleen_toevoegen(tabel)
    for tabel in ORGANISATIE:
        beveilig(tabel, met_klant=False)
        geef_rechten(tabel)
    for tabel in ORGANISATIE_ALLEEN_TOEVOEGEN:
        beveilig(tabel, met_klant=False)
        alleen_toevoegen(tabel)
    alleen_toevoegen("beleidspakket")
    geef_rechten("idempotentie", "DELETE")
    geef_rechten("alembic_version", "SELECT")


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
