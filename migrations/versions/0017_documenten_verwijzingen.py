"""Documents and form of an aanvraag, referrals, and the reminder of stukken."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects import postgresql

from migrations.rechten import alleen_toevoegen, beveilig, geef_rechten

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "aanvraagformulier",
        sa.Column("aanvraag_id", sa.Uuid(), nullable=False),
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("antwoorden", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column(
            "ingevuld_door",
            sa.Enum("klant", "helper", name="invuller", native_enum=False, create_constraint=True, length=60),
            nullable=False,
        ),
        sa.Column("helper", sa.Text(), nullable=True),
        sa.Column("getekend_op", sa.Date(), nullable=False),
        sa.Column("ontvangen_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ontvangen_via", sa.Text(), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["aanvraag_id"], ["aanvraag.id"], name=op.f("fk_aanvraagformulier_aanvraag_id")),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_aanvraagformulier_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_aanvraagformulier_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aanvraagformulier")),
        sa.UniqueConstraint("aanvraag_id", "nr", name=op.f("uq_aanvraagformulier_aanvraag_id_nr")),
    )
    op.create_index(op.f("ix_aanvraagformulier_klant_id"), "aanvraagformulier", ["klant_id"], unique=False)
    op.create_table(
        "verwijzing",
        sa.Column("aanvraag_id", sa.Uuid(), nullable=True),
        sa.Column(
            "aanleiding",
            sa.Enum(
                "hulpvraag",
                "hulp_bij_invullen",
                "hulp_bij_stukken",
                "wens_financiele_coach",
                "schulden",
                "dreigende_uithuiszetting",
                "ander_loket",
                name="aanleiding",
                native_enum=False,
                create_constraint=True,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("instantie", sa.Text(), nullable=False),
        sa.Column(
            "wijze",
            sa.Enum(
                "informatie",
                "warme_overdracht",
                "afspraak_geregeld",
                name="verwijswijze",
                native_enum=False,
                create_constraint=True,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("hulp", sa.Text(), nullable=True),
        sa.Column("spoed", sa.Boolean(), nullable=False),
        sa.Column(
            "overdracht",
            sa.Enum("mail", "telefoon", name="overdracht", native_enum=False, create_constraint=True, length=60),
            nullable=False,
        ),
        sa.Column("wens_klant", sa.Boolean(), nullable=True),
        sa.Column("gedeeld", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("klant_geinformeerd_op", sa.Date(), nullable=False),
        sa.Column("afspraak_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("contact_uiterlijk", sa.DateTime(timezone=True), nullable=True),
        sa.Column("contact_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("bevestigd_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("bevestigd_door", sa.Text(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "open",
                "afgerond",
                "ingetrokken",
                name="verwijzingstatus",
                native_enum=False,
                create_constraint=True,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("resultaat", sa.Text(), nullable=True),
        sa.Column("afgesloten_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("beleid_id", sa.Text(), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_door", sa.Uuid(), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["aanvraag_id"], ["aanvraag.id"], name=op.f("fk_verwijzing_aanvraag_id")),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_verwijzing_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_verwijzing_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verwijzing")),
    )
    op.create_index(op.f("ix_verwijzing_aanvraag_id"), "verwijzing", ["aanvraag_id"], unique=False)
    op.create_index(op.f("ix_verwijzing_klant_id"), "verwijzing", ["klant_id"], unique=False)
    op.create_table(
        "aanvraagdocument",
        sa.Column("aanvraag_id", sa.Uuid(), nullable=False),
        sa.Column("stuk_id", sa.Uuid(), nullable=True),
        sa.Column(
            "soort",
            sa.Enum(
                "bewijsstuk",
                "aanvraagformulier",
                "inwoners_op_adres",
                "salarisspecificatie",
                "plan_van_aanpak",
                "intrekking",
                "overig",
                name="documentsoort",
                native_enum=False,
                create_constraint=True,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("omschrijving", sa.Text(), nullable=False),
        sa.Column("maand", sa.Date(), nullable=True),
        sa.Column(
            "kanaal",
            sa.Enum(
                "mail",
                "balie",
                "post",
                "brievenbus",
                name="ontvangstkanaal",
                native_enum=False,
                create_constraint=True,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column(
            "gescand_door",
            sa.Enum("scanstraat", "ic", name="scanner", native_enum=False, create_constraint=True, length=60),
            nullable=False,
        ),
        sa.Column("medewerker_id", sa.Uuid(), nullable=False),
        sa.Column("ontvangen_op", sa.Date(), nullable=False),
        sa.Column("toegevoegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("omvang", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("ingetrokken_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ingetrokken_door", sa.Uuid(), nullable=True),
        sa.Column("reden_intrekking", sa.Text(), nullable=True),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["aanvraag_id"], ["aanvraag.id"], name=op.f("fk_aanvraagdocument_aanvraag_id")),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_aanvraagdocument_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_aanvraagdocument_organisatie")),
        sa.ForeignKeyConstraint(["stuk_id"], ["stuk.id"], name=op.f("fk_aanvraagdocument_stuk_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aanvraagdocument")),
    )
    op.create_index(
        "ix_aanvraagdocument_eenmalig",
        "aanvraagdocument",
        ["aanvraag_id", "sha256"],
        unique=True,
        postgresql_where=sa.text("ingetrokken_op IS NULL"),
    )
    op.create_index(op.f("ix_aanvraagdocument_klant_id"), "aanvraagdocument", ["klant_id"], unique=False)
    op.create_table(
        "documentinhoud",
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["aanvraagdocument.id"], name=op.f("fk_documentinhoud_document_id")),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_documentinhoud_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_documentinhoud_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documentinhoud")),
        sa.UniqueConstraint("document_id", name=op.f("uq_documentinhoud_document_id")),
    )
    op.create_index(op.f("ix_documentinhoud_klant_id"), "documentinhoud", ["klant_id"], unique=False)
    op.add_column("stukkenverzoek", sa.Column("herinnerd_op", sa.Date(), nullable=True))
    for tabel in (
        "aanvraagdocument",
        "documentinhoud",
        "verwijzing",
    ):
        beveilig(tabel, met_klant=True)
        geef_rechten(tabel)
    for tabel in ("aanvraagformulier",):
        beveilig(tabel, met_klant=True)
        alleen_toevoegen(tabel)


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
