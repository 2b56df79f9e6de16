"""Invoices on subsidies, what the financial administration must pay, and what was booked on the budget."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import beveilig, geef_rechten

revision = "0057"
down_revision = "0056"
branch_labels = None
depends_on = None


def _eigen(tabel: str, **verwijzingen: str) -> list[sa.schema.SchemaItem]:
    alle = {"klant_id": "klant", "organisatie": "organisatie"} | verwijzingen
    return [
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        *(
            sa.ForeignKeyConstraint([veld], [f"{doel}.id"], name=op.f(f"fk_{tabel}_{veld}"))
            for veld, doel in alle.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{tabel}")),
    ]


def _keuze(naam: str, *waarden: str) -> sa.Enum:
    return sa.Enum(*waarden, name=naam, native_enum=False, create_constraint=True, length=60)


def _json(naam: str, *, nullable: bool) -> sa.Column[object]:
    return sa.Column(naam, postgresql.JSONB(astext_type=sa.Text()), nullable=nullable)


def upgrade() -> None:
    op.add_column("subsidie", _json("budget", nullable=True))
    op.create_table(
        "subsidiefactuur",
        sa.Column("subsidie_id", sa.Uuid(), nullable=False),
        sa.Column("termijn_id", sa.Uuid(), nullable=False),
        sa.Column("werkgever_id", sa.Uuid(), nullable=False),
        sa.Column("factuurnummer", sa.Text(), nullable=False),
        sa.Column("factuurdatum", sa.Date(), nullable=False),
        sa.Column("bedrag", sa.Integer(), nullable=False),
        sa.Column("akkoord_bedrag", sa.Integer(), nullable=True),
        sa.Column("loonkosten", sa.Integer(), nullable=True),
        _json("bijlagen", nullable=False),
        _json("toetsen", nullable=False),
        sa.Column("stand", _keuze("stand", "akkoord", "aangehouden", "geweigerd", "ingetrokken"), nullable=False),
        sa.Column("reden", sa.Text(), nullable=True),
        sa.Column("ontvangen_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_door", sa.Uuid(), nullable=False),
        sa.Column("beoordeeld_door", sa.Uuid(), nullable=True),
        *_eigen("subsidiefactuur", subsidie_id="subsidie", termijn_id="subsidietermijn", werkgever_id="werkgever"),
    )
    for veld in ("klant_id", "subsidie_id", "termijn_id"):
        op.create_index(op.f(f"ix_subsidiefactuur_{veld}"), "subsidiefactuur", [veld])
    op.create_index(
        "ix_subsidiefactuur_eenmalig",
        "subsidiefactuur",
        ["werkgever_id", sa.text("lower(factuurnummer)")],
        unique=True,
        postgresql_where=sa.text("stand IN ('akkoord', 'aangehouden')"),
    )
    op.create_table(
        "betaalopdracht",
        sa.Column("nr", sa.BigInteger(), nullable=False),
        sa.Column("kenmerk", sa.Text(), nullable=False),
        sa.Column("soort", _keuze("soort", "betaling", "tegenboeking"), nullable=False),
        sa.Column("subsidie_id", sa.Uuid(), nullable=False),
        sa.Column("termijn_id", sa.Uuid(), nullable=False),
        sa.Column("factuur_id", sa.Uuid(), nullable=True),
        sa.Column("tegenboeking_van", sa.Uuid(), nullable=True),
        sa.Column("bedrag", sa.Integer(), nullable=False),
        sa.Column("iban", sa.Text(), nullable=False),
        sa.Column("tenaamstelling", sa.Text(), nullable=False),
        sa.Column("budget", sa.Text(), nullable=False),
        sa.Column(
            "stand",
            _keuze("stand", "aangeboden", "opgehaald", "betaald", "mislukt", "geannuleerd", "tegengeboekt"),
            nullable=False,
        ),
        sa.Column("reden", sa.Text(), nullable=True),
        sa.Column("extern_kenmerk", sa.Text(), nullable=True),
        sa.Column("aangeboden_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("aangeboden_door", sa.Uuid(), nullable=False),
        sa.Column("opgehaald_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("antwoord_op", sa.DateTime(timezone=True), nullable=True),
        *_eigen(
            "betaalopdracht",
            subsidie_id="subsidie",
            termijn_id="subsidietermijn",
            factuur_id="subsidiefactuur",
            tegenboeking_van="betaalopdracht",
        ),
        sa.UniqueConstraint("organisatie", "nr", name=op.f("uq_betaalopdracht_organisatie_nr")),
        sa.UniqueConstraint("tegenboeking_van", name=op.f("uq_betaalopdracht_tegenboeking_van")),
    )
    for veld in ("klant_id", "subsidie_id"):
        op.create_index(op.f(f"ix_betaalopdracht_{veld}"), "betaalopdracht", [veld])
    op.create_index(
        "ix_betaalopdracht_eenmalig",
        "betaalopdracht",
        ["termijn_id"],
        unique=True,
        postgresql_where=sa.text("soort = 'betaling' AND stand IN ('aangeboden', 'opgehaald', 'betaald')"),
    )
    for tabel in ("subsidiefactuur", "betaalopdracht"):
        beveilig(tabel, met_klant=True)
        geef_rechten(tabel)


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
