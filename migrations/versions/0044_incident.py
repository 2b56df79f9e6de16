"""Incidenten with the manager's letter, pandverboden, and the obligation of the plan that a zaak is about."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.rechten import beveilig, geef_rechten

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None

SOORTEN = ("fysiek_geweld", "geweld_tegen_goederen_of_bedreiging")


def _eigen(tabel: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("versie", sa.BigInteger(), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f(f"fk_{tabel}_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f(f"fk_{tabel}_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{tabel}")),
    ]


def upgrade() -> None:
    soort = sa.Enum(*SOORTEN, name="incidentsoort", native_enum=False, create_constraint=True, length=60)
    op.create_table(
        "incident",
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("soort", soort, nullable=False),
        sa.Column("locatie", sa.Text(), nullable=False),
        sa.Column("verslag", sa.Text(), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_door", sa.Uuid(), nullable=False),
        sa.Column("brief_verzonden_op", sa.Date(), nullable=True),
        sa.Column("brief_kenmerk", sa.Text(), nullable=True),
        sa.Column("ingetrokken_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reden_intrekking", sa.Text(), nullable=True),
        *_eigen("incident"),
    )
    op.create_table(
        "pandverbod",
        sa.Column("incident_id", sa.Uuid(), nullable=False),
        sa.Column("locatie", sa.Text(), nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("reden_einde", sa.Text(), nullable=True),
        sa.Column("opgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opgelegd_door", sa.Uuid(), nullable=False),
        *_eigen("pandverbod"),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_pandverbod_incident_id")),
        sa.CheckConstraint("van <= tot", name=op.f("ck_pandverbod_periode")),
    )
    op.add_column("maatregelzaak", sa.Column("verplichting", sa.Text(), nullable=True))
    op.create_index(op.f("ix_pandverbod_incident_id"), "pandverbod", ["incident_id"])
    for tabel in ("incident", "pandverbod"):
        op.create_index(op.f(f"ix_{tabel}_klant_id"), tabel, ["klant_id"])
        beveilig(tabel, met_klant=True)
        geef_rechten(tabel)


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
