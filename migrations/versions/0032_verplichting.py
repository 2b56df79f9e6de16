"""Ontheffingen with their reviews, and nadere verplichtingen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import alleen_toevoegen, beveilig, geef_rechten

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def _eigen(tabel: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f(f"fk_{tabel}_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f(f"fk_{tabel}_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{tabel}")),
    ]


def _volgens_besluit(tabel: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("besluit_kenmerk", sa.Text(), nullable=False),
        sa.Column("besluit_datum", sa.Date(), nullable=False),
        sa.Column("grondslag", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("toetsen", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("beleid_id", sa.Text(), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_door", sa.Uuid(), nullable=False),
        sa.Column("reden_einde", sa.Text(), nullable=True),
        sa.Column("ingetrokken_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reden_intrekking", sa.Text(), nullable=True),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        *_eigen(tabel),
    ]


def _keuze(naam: str, *waarden: str) -> sa.Enum:
    return sa.Enum(*waarden, name=naam, native_enum=False, create_constraint=True, length=60)


def upgrade() -> None:
    op.create_table(
        "ontheffing",
        sa.Column(
            "soort",
            _keuze("ontheffingsoort", "tijdelijk", "duurzaam_volledig_arbeidsongeschikt", "alleenstaande_ouder"),
            nullable=False,
        ),
        sa.Column("plichten", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("kind_geboren_op", sa.Date(), nullable=True),
        *_volgens_besluit("ontheffing"),
    )
    op.create_table(
        "nadere_verplichting",
        sa.Column(
            "soort",
            _keuze(
                "nadereplicht",
                "arbeidsinschakeling",
                "aard_en_doel_bijstand",
                "vermindering_of_beeindiging_bijstand",
                "medische_behandeling",
            ),
            nullable=False,
        ),
        sa.Column("inhoud", sa.Text(), nullable=False),
        sa.Column("advies_arts_op", sa.Date(), nullable=True),
        *_volgens_besluit("nadere_verplichting"),
    )
    op.create_table(
        "ontheffingbeoordeling",
        sa.Column("ontheffing_id", sa.Uuid(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("past_nog", sa.Boolean(), nullable=False),
        sa.Column("toelichting", sa.Text(), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_door", sa.Uuid(), nullable=False),
        *_eigen("ontheffingbeoordeling"),
        sa.ForeignKeyConstraint(
            ["ontheffing_id"], ["ontheffing.id"], name=op.f("fk_ontheffingbeoordeling_ontheffing_id")
        ),
    )
    op.create_index(op.f("ix_ontheffingbeoordeling_ontheffing_id"), "ontheffingbeoordeling", ["ontheffing_id"])
    for tabel in ("ontheffing", "nadere_verplichting", "ontheffingbeoordeling"):
        op.create_index(op.f(f"ix_{tabel}_klant_id"), tabel, ["klant_id"])
        beveilig(tabel, met_klant=True)
    for tabel in ("ontheffing", "nadere_verplichting"):
        geef_rechten(tabel)
    alleen_toevoegen("ontheffingbeoordeling")


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
