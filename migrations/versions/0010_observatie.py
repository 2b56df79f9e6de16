"""observaties, betrokkenen en praatplaten."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import alleen_toevoegen, beveilig, geef_rechten

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "observatie",
        sa.Column(
            "categorie",
            sa.Enum(
                "laaggeletterdheid",
                "onveilige_thuissituatie",
                "gezondheid",
                "schulden",
                "fraude",
                "overig",
                name="observatiecategorie",
                native_enum=False,
                create_constraint=True,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("gesprek_id", sa.Uuid(), nullable=True),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("auteur_id", sa.Uuid(), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["gesprek_id"], ["gesprek.id"], name=op.f("fk_observatie_gesprek_id")),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_observatie_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_observatie_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_observatie")),
    )
    op.create_index(op.f("ix_observatie_klant_id"), "observatie", ["klant_id"], unique=False)
    op.create_table(
        "observatie_intrekking",
        sa.Column("observatie_id", sa.Uuid(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("ingetrokken_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ingetrokken_door", sa.Uuid(), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_observatie_intrekking_klant_id")),
        sa.ForeignKeyConstraint(
            ["observatie_id"], ["observatie.id"], name=op.f("fk_observatie_intrekking_observatie_id")
        ),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_observatie_intrekking_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_observatie_intrekking")),
        sa.UniqueConstraint("observatie_id", name=op.f("uq_observatie_intrekking_observatie_id")),
    )
    op.create_index(op.f("ix_observatie_intrekking_klant_id"), "observatie_intrekking", ["klant_id"], unique=False)
    op.create_table(
        "observatie_deling",
        sa.Column("observatie_id", sa.Uuid(), nullable=False),
        sa.Column(
            "partner",
            sa.Enum(
                "bad",
                "sociale_recherche",
                "sociaal_wijkteam",
                "bijzonder_zorgteam",
                name="partner",
                native_enum=False,
                create_constraint=True,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column(
            "grond",
            sa.Enum(
                "wens_klant",
                "schulden",
                "uithuiszetting",
                "taak_partner",
                name="deelgrond",
                native_enum=False,
                create_constraint=True,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("doel", sa.Text(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("gedeeld_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gedeeld_door", sa.Uuid(), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_observatie_deling_klant_id")),
        sa.ForeignKeyConstraint(["observatie_id"], ["observatie.id"], name=op.f("fk_observatie_deling_observatie_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_observatie_deling_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_observatie_deling")),
    )
    op.create_index(op.f("ix_observatie_deling_klant_id"), "observatie_deling", ["klant_id"], unique=False)
    op.create_index(op.f("ix_observatie_deling_observatie_id"), "observatie_deling", ["observatie_id"], unique=False)
    op.create_table(
        "betrokkene",
        sa.Column(
            "soort",
            sa.Enum(
                "hulpverlener", "netwerk", name="betrokkenesoort", native_enum=False, create_constraint=True, length=60
            ),
            nullable=False,
        ),
        sa.Column("organisatienaam", sa.Text(), nullable=True),
        sa.Column("naam", sa.Text(), nullable=True),
        sa.Column("rol", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=True),
        sa.Column("frequentie", sa.Text(), nullable=True),
        sa.Column("steun", sa.Text(), nullable=True),
        sa.Column("leefgebieden", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("uitnodigen", sa.Boolean(), nullable=False),
        sa.Column("contact_toegestaan", sa.Boolean(), nullable=True),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_door", sa.Uuid(), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_betrokkene_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_betrokkene_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_betrokkene")),
    )
    op.create_index(op.f("ix_betrokkene_klant_id"), "betrokkene", ["klant_id"], unique=False)
    op.create_table(
        "praatplaat",
        sa.Column(
            "moment",
            sa.Enum(
                "kick_off",
                "kennismakingsgesprek",
                "doelmatigheidsgesprek",
                name="praatplaatmoment",
                native_enum=False,
                create_constraint=True,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("scores", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("corrigeert", sa.Uuid(), nullable=True),
        sa.Column("beleid_id", sa.Text(), nullable=False),
        sa.Column("beleid_sha256", sa.Text(), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_door", sa.Uuid(), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["corrigeert"], ["praatplaat.id"], name=op.f("fk_praatplaat_corrigeert")),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_praatplaat_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_praatplaat_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_praatplaat")),
        sa.UniqueConstraint("corrigeert", name=op.f("uq_praatplaat_corrigeert")),
    )
    op.create_index(op.f("ix_praatplaat_klant_id"), "praatplaat", ["klant_id"], unique=False)
    beveilig("observatie", met_klant=True)
    alleen_toevoegen("observatie")
    beveilig("observatie_intrekking", met_klant=True)
    alleen_toevoegen("observatie_intrekking")
    beveilig("observatie_deling", met_klant=True)
    alleen_toevoegen("observatie_deling")
    beveilig("betrokkene", met_klant=True)
    geef_rechten("betrokkene")
    beveilig("praatplaat", met_klant=True)
    alleen_toevoegen("praatplaat")


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
