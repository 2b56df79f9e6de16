"""Aanvraag with its steps, and the role of the sociale recherche."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import alleen_toevoegen, beveilig, geef_rechten

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


ROLLEN = (
    "receptie", "intaker", "inkomensconsulent", "werkconsulent", "participatiemakelaar", "toetser", "administratie",
    "teamleider", "beleidsmedewerker", "beheerder", "fg", "koppeling", "sociale_recherche",
)  # fmt: skip


def upgrade() -> None:
    op.drop_constraint(op.f("ck_taak_rol"), "taak")
    op.create_check_constraint(op.f("ck_taak_rol"), "taak", sa.column("rol").in_(ROLLEN))
    op.create_table(
        "aanvraag",
        sa.Column("melding_id", sa.Uuid(), nullable=False),
        sa.Column(
            "leeftijdsklasse",
            sa.Enum("27-", "27+", name="leeftijdsklasse", native_enum=False, create_constraint=True, length=60),
            nullable=False,
        ),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "in_behandeling",
                "besloten",
                "getoetst",
                "afgehandeld",
                "ingetrokken",
                "elders",
                name="aanvraagstatus",
                native_enum=False,
                create_constraint=True,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("geopend_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("geopend_door", sa.Uuid(), nullable=False),
        sa.Column("inkomensconsulent_id", sa.Uuid(), nullable=True),
        sa.Column(
            "uwv_status",
            sa.Enum(
                "niet_bekend",
                "ingeschreven",
                "niet_ingeschreven",
                "niet_nodig",
                name="uwv_status",
                native_enum=False,
                create_constraint=True,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("uwv_datum", sa.Date(), nullable=True),
        sa.Column(
            "toelichting_wijze",
            sa.Enum(
                "afspraak",
                "telefonisch",
                "niet_nodig",
                name="toelichtingswijze",
                native_enum=False,
                create_constraint=True,
                length=60,
            ),
            nullable=True,
        ),
        sa.Column("toelichting_reden", sa.Text(), nullable=True),
        sa.Column("hermelding_op", sa.Date(), nullable=True),
        sa.Column("tijdelijk_tot", sa.Date(), nullable=True),
        sa.Column("huisbezoek_op", sa.Date(), nullable=True),
        sa.Column("huisbezoek_bevinding", sa.Text(), nullable=True),
        sa.Column("afgesloten_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("intrekking_getekend_op", sa.Date(), nullable=True),
        sa.Column("reden_einde", sa.Text(), nullable=True),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["inkomensconsulent_id"], ["medewerker.id"], name=op.f("fk_aanvraag_inkomensconsulent_id")
        ),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_aanvraag_klant_id")),
        sa.ForeignKeyConstraint(["melding_id"], ["melding.id"], name=op.f("fk_aanvraag_melding_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_aanvraag_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aanvraag")),
        sa.UniqueConstraint("melding_id", name=op.f("uq_aanvraag_melding_id")),
    )
    op.create_index(op.f("ix_aanvraag_inkomensconsulent_id"), "aanvraag", ["inkomensconsulent_id"], unique=False)
    op.create_index(op.f("ix_aanvraag_klant_id"), "aanvraag", ["klant_id"], unique=False)
    op.create_index("ix_aanvraag_lijst", "aanvraag", ["organisatie", "status", "geopend_op", "id"], unique=False)
    op.create_index(
        "ix_aanvraag_zonder_consulent",
        "aanvraag",
        ["organisatie", "geopend_op", "id"],
        unique=False,
        postgresql_where=sa.text("inkomensconsulent_id IS NULL"),
    )
    op.create_table(
        "aanvraagstap",
        sa.Column("aanvraag_id", sa.Uuid(), nullable=False),
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(
                "afgevinkt",
                "overgeslagen",
                "heropend",
                name="stapsoort",
                native_enum=False,
                create_constraint=True,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("delen", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=True),
        sa.Column("tijdstip", sa.DateTime(timezone=True), nullable=False),
        sa.Column("medewerker_id", sa.Uuid(), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["aanvraag_id"], ["aanvraag.id"], name=op.f("fk_aanvraagstap_aanvraag_id")),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_aanvraagstap_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_aanvraagstap_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aanvraagstap")),
    )
    op.create_index(op.f("ix_aanvraagstap_aanvraag_id"), "aanvraagstap", ["aanvraag_id"], unique=False)
    op.create_index(op.f("ix_aanvraagstap_klant_id"), "aanvraagstap", ["klant_id"], unique=False)
    op.create_table(
        "aanvraagtoewijzing",
        sa.Column("aanvraag_id", sa.Uuid(), nullable=False),
        sa.Column("oud_id", sa.Uuid(), nullable=True),
        sa.Column("nieuw_id", sa.Uuid(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=True),
        sa.Column("taken_verplaatst", sa.Integer(), nullable=False),
        sa.Column("tijdstip", sa.DateTime(timezone=True), nullable=False),
        sa.Column("medewerker_id", sa.Uuid(), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["aanvraag_id"], ["aanvraag.id"], name=op.f("fk_aanvraagtoewijzing_aanvraag_id")),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_aanvraagtoewijzing_klant_id")),
        sa.ForeignKeyConstraint(["nieuw_id"], ["medewerker.id"], name=op.f("fk_aanvraagtoewijzing_nieuw_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_aanvraagtoewijzing_organisatie")),
        sa.ForeignKeyConstraint(["oud_id"], ["medewerker.id"], name=op.f("fk_aanvraagtoewijzing_oud_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aanvraagtoewijzing")),
    )
    op.create_index(op.f("ix_aanvraagtoewijzing_aanvraag_id"), "aanvraagtoewijzing", ["aanvraag_id"], unique=False)
    op.create_index(op.f("ix_aanvraagtoewijzing_klant_id"), "aanvraagtoewijzing", ["klant_id"], unique=False)
    op.create_table(
        "sr_screening",
        sa.Column("aanvraag_id", sa.Uuid(), nullable=False),
        sa.Column(
            "resultaat",
            sa.Enum(
                "beoordeling_rechercheur",
                "geen_signalen",
                "onderzoek_nodig",
                name="sr_resultaat",
                native_enum=False,
                create_constraint=True,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("toelichting", sa.Text(), nullable=True),
        sa.Column("tijdstip", sa.DateTime(timezone=True), nullable=False),
        sa.Column("medewerker_id", sa.Uuid(), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["aanvraag_id"], ["aanvraag.id"], name=op.f("fk_sr_screening_aanvraag_id")),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_sr_screening_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_sr_screening_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sr_screening")),
    )
    op.create_index(op.f("ix_sr_screening_aanvraag_id"), "sr_screening", ["aanvraag_id"], unique=False)
    op.create_index(op.f("ix_sr_screening_klant_id"), "sr_screening", ["klant_id"], unique=False)
    for tabel in ("aanvraag",):
        beveilig(tabel, met_klant=True)
        geef_rechten(tabel)
    for tabel in (
        "aanvraagstap",
        "aanvraagtoewijzing",
        "sr_screening",
    ):
        beveilig(tabel, met_klant=True)
        alleen_toevoegen(tabel)


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
