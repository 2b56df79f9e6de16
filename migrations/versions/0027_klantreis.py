"""klantreis, genodigden, competenties en ketenoverleg."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import alleen_toevoegen, beveilig

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "klantreisstap",
        sa.Column("stap", sa.Text(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "te_doen",
                "gepland",
                "gedaan",
                "overgeslagen",
                name="stapstatus",
                native_enum=False,
                create_constraint=True,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("op", sa.Date(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=True),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_door", sa.Uuid(), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_klantreisstap_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_klantreisstap_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_klantreisstap")),
    )
    op.create_index(op.f("ix_klantreisstap_klant_id"), "klantreisstap", ["klant_id"], unique=False)
    op.create_table(
        "genodigde",
        sa.Column("afspraak_id", sa.Uuid(), nullable=False),
        sa.Column("betrokkene_id", sa.Uuid(), nullable=False),
        sa.Column("wijze", sa.Text(), nullable=False),
        sa.Column("vervallen", sa.Boolean(), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_door", sa.Uuid(), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["afspraak_id"], ["afspraak.id"], name=op.f("fk_genodigde_afspraak_id")),
        sa.ForeignKeyConstraint(["betrokkene_id"], ["betrokkene.id"], name=op.f("fk_genodigde_betrokkene_id")),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_genodigde_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_genodigde_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_genodigde")),
    )
    op.create_index(op.f("ix_genodigde_afspraak_id"), "genodigde", ["afspraak_id"], unique=False)
    op.create_index(op.f("ix_genodigde_klant_id"), "genodigde", ["klant_id"], unique=False)
    op.create_table(
        "competentieregistratie",
        sa.Column("medewerker_id", sa.Uuid(), nullable=False),
        sa.Column("competentie", sa.Text(), nullable=False),
        sa.Column("behaald", sa.Boolean(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("toelichting", sa.Text(), nullable=True),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_door", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["medewerker_id"], ["medewerker.id"], name=op.f("fk_competentieregistratie_medewerker_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisatie"], ["organisatie.id"], name=op.f("fk_competentieregistratie_organisatie")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_competentieregistratie")),
    )
    op.create_index(
        op.f("ix_competentieregistratie_medewerker_id"), "competentieregistratie", ["medewerker_id"], unique=False
    )
    op.create_table(
        "ketencontact",
        sa.Column("gemeente", sa.Text(), nullable=False),
        sa.Column("partner", sa.Text(), nullable=False),
        sa.Column("contactpersonen", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_door", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_ketencontact_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ketencontact")),
    )
    op.create_table(
        "ketenoverleg",
        sa.Column("gemeente", sa.Text(), nullable=False),
        sa.Column("partner", sa.Text(), nullable=False),
        sa.Column("gehouden_op", sa.Date(), nullable=False),
        sa.Column("wijzigingen", sa.Text(), nullable=True),
        sa.Column("vragen", sa.Text(), nullable=True),
        sa.Column("corrigeert", sa.Uuid(), nullable=True),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_door", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["corrigeert"], ["ketenoverleg.id"], name=op.f("fk_ketenoverleg_corrigeert")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_ketenoverleg_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ketenoverleg")),
        sa.UniqueConstraint("corrigeert", name=op.f("uq_ketenoverleg_corrigeert")),
    )
    beveilig("klantreisstap", met_klant=True)
    alleen_toevoegen("klantreisstap")
    beveilig("genodigde", met_klant=True)
    alleen_toevoegen("genodigde")
    beveilig("competentieregistratie", met_klant=False)
    alleen_toevoegen("competentieregistratie")
    beveilig("ketencontact", met_klant=False)
    alleen_toevoegen("ketencontact")
    beveilig("ketenoverleg", met_klant=False)
    alleen_toevoegen("ketenoverleg")


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
