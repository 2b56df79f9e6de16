"""voorbereiding, verslagen van het ambitiegesprek en overdrachten."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import alleen_toevoegen, beveilig, geef_rechten

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "gespreksvoorbereiding",
        sa.Column("melding_id", sa.Uuid(), nullable=False),
        sa.Column("inhoud", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_door", sa.Uuid(), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_gespreksvoorbereiding_klant_id")),
        sa.ForeignKeyConstraint(["melding_id"], ["melding.id"], name=op.f("fk_gespreksvoorbereiding_melding_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_gespreksvoorbereiding_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gespreksvoorbereiding")),
    )
    op.create_index(op.f("ix_gespreksvoorbereiding_klant_id"), "gespreksvoorbereiding", ["klant_id"], unique=False)
    op.create_index(op.f("ix_gespreksvoorbereiding_melding_id"), "gespreksvoorbereiding", ["melding_id"], unique=False)
    op.create_table(
        "ambitieverslag",
        sa.Column("gesprek_id", sa.Uuid(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_door", sa.Uuid(), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["gesprek_id"], ["ambitiegesprek.id"], name=op.f("fk_ambitieverslag_gesprek_id")),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_ambitieverslag_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_ambitieverslag_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ambitieverslag")),
    )
    op.create_index(op.f("ix_ambitieverslag_gesprek_id"), "ambitieverslag", ["gesprek_id"], unique=False)
    op.create_index(op.f("ix_ambitieverslag_klant_id"), "ambitieverslag", ["klant_id"], unique=False)
    op.create_table(
        "overdracht",
        sa.Column("gesprek_id", sa.Uuid(), nullable=False),
        sa.Column("indeling_id", sa.Uuid(), nullable=False),
        sa.Column(
            "rol",
            sa.Enum(
                "receptie",
                "intaker",
                "inkomensconsulent",
                "werkconsulent",
                "participatiemakelaar",
                "toetser",
                "administratie",
                "teamleider",
                "beleidsmedewerker",
                "beheerder",
                "fg",
                "koppeling",
                "sociale_recherche",
                name="rol",
                native_enum=False,
                create_constraint=True,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("ontvanger_id", sa.Uuid(), nullable=True),
        sa.Column("aangeboden_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("aangeboden_door", sa.Uuid(), nullable=False),
        sa.Column("vervallen_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("bevestigd_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("bevestigd_door", sa.Uuid(), nullable=True),
        sa.Column("opmerking", sa.Text(), nullable=True),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["gesprek_id"], ["ambitiegesprek.id"], name=op.f("fk_overdracht_gesprek_id")),
        sa.ForeignKeyConstraint(["indeling_id"], ["indeling.id"], name=op.f("fk_overdracht_indeling_id")),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_overdracht_klant_id")),
        sa.ForeignKeyConstraint(["ontvanger_id"], ["medewerker.id"], name=op.f("fk_overdracht_ontvanger_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_overdracht_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overdracht")),
        sa.UniqueConstraint("indeling_id", name=op.f("uq_overdracht_indeling_id")),
    )
    op.create_index(op.f("ix_overdracht_klant_id"), "overdracht", ["klant_id"], unique=False)
    beveilig("gespreksvoorbereiding", met_klant=True)
    alleen_toevoegen("gespreksvoorbereiding")
    beveilig("ambitieverslag", met_klant=True)
    alleen_toevoegen("ambitieverslag")
    beveilig("overdracht", met_klant=True)
    geef_rechten("overdracht")


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
