"""gesprekken, antwoorden en notities."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import alleen_toevoegen, beveilig, geef_rechten

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "gesprek",
        sa.Column(
            "soort",
            sa.Enum(
                "screening",
                "ambitiegesprek",
                "kennismaking",
                "doelmatigheidsgesprek",
                name="gesprekssoort",
                native_enum=False,
                create_constraint=True,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("onderwerp_id", sa.Uuid(), nullable=True),
        sa.Column("beleid_id", sa.Text(), nullable=False),
        sa.Column("beleid_sha256", sa.Text(), nullable=False),
        sa.Column("gestart_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gestart_door", sa.Uuid(), nullable=False),
        sa.Column("ingetrokken_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reden_ingetrokken", sa.Text(), nullable=True),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_gesprek_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_gesprek_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gesprek")),
    )
    op.create_index(op.f("ix_gesprek_klant_id"), "gesprek", ["klant_id"], unique=False)
    op.create_index("ix_gesprek_volgorde", "gesprek", ["klant_id", "datum", "id"], unique=False)
    op.create_table(
        "gespreksantwoord",
        sa.Column("gesprek_id", sa.Uuid(), nullable=False),
        sa.Column("thema", sa.Text(), nullable=False),
        sa.Column("vraag", sa.Text(), nullable=False),
        sa.Column("waarde", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("reden", sa.Text(), nullable=True),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_door", sa.Uuid(), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["gesprek_id"], ["gesprek.id"], name=op.f("fk_gespreksantwoord_gesprek_id")),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_gespreksantwoord_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_gespreksantwoord_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gespreksantwoord")),
    )
    op.create_index(op.f("ix_gespreksantwoord_gesprek_id"), "gespreksantwoord", ["gesprek_id"], unique=False)
    op.create_index(op.f("ix_gespreksantwoord_klant_id"), "gespreksantwoord", ["klant_id"], unique=False)
    op.create_index(
        "ix_gespreksantwoord_volgorde", "gespreksantwoord", ["klant_id", "vraag", "vastgelegd_op"], unique=False
    )
    op.create_table(
        "gespreksnotitie",
        sa.Column("gesprek_id", sa.Uuid(), nullable=False),
        sa.Column("thema", sa.Text(), nullable=True),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_door", sa.Uuid(), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["gesprek_id"], ["gesprek.id"], name=op.f("fk_gespreksnotitie_gesprek_id")),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_gespreksnotitie_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_gespreksnotitie_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gespreksnotitie")),
    )
    op.create_index(op.f("ix_gespreksnotitie_gesprek_id"), "gespreksnotitie", ["gesprek_id"], unique=False)
    op.create_index(op.f("ix_gespreksnotitie_klant_id"), "gespreksnotitie", ["klant_id"], unique=False)
    beveilig("gesprek", met_klant=True)
    geef_rechten("gesprek")
    beveilig("gespreksantwoord", met_klant=True)
    alleen_toevoegen("gespreksantwoord")
    beveilig("gespreksnotitie", met_klant=True)
    alleen_toevoegen("gespreksnotitie")


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
