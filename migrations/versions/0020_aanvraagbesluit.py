"""Report, draft and dispatch of the beschikking, the zoekperiode, and requests for a voorschot."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects import postgresql

from migrations.rechten import alleen_toevoegen, beveilig, geef_rechten

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "aanvraagconcept",
        sa.Column("aanvraag_id", sa.Uuid(), nullable=False),
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column(
            "keuze",
            sa.Enum(
                "toekennen",
                "tijdelijk_toekennen",
                "afwijzen",
                "buiten_behandeling",
                name="keuze",
                native_enum=False,
                create_constraint=True,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("opdracht", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("dictum", sa.Text(), nullable=False),
        sa.Column("toetsen", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("motivering", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "geldig",
                "vervangen",
                "ingetrokken",
                "besloten",
                name="conceptstatus",
                native_enum=False,
                create_constraint=True,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("reden_intrekking", sa.Text(), nullable=True),
        sa.Column("gemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gemaakt_door", sa.Uuid(), nullable=False),
        sa.Column("afgesloten_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["aanvraag_id"], ["aanvraag.id"], name=op.f("fk_aanvraagconcept_aanvraag_id")),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_aanvraagconcept_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_aanvraagconcept_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aanvraagconcept")),
        sa.UniqueConstraint("aanvraag_id", "nr", name=op.f("uq_aanvraagconcept_aanvraag_id_nr")),
    )
    op.create_index(op.f("ix_aanvraagconcept_klant_id"), "aanvraagconcept", ["klant_id"], unique=False)
    op.create_table(
        "aanvraagrapport",
        sa.Column("aanvraag_id", sa.Uuid(), nullable=False),
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("werkt", sa.Boolean(), nullable=False),
        sa.Column("uit_te_betalen", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("bijlagen", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("tijdstip", sa.DateTime(timezone=True), nullable=False),
        sa.Column("medewerker_id", sa.Uuid(), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["aanvraag_id"], ["aanvraag.id"], name=op.f("fk_aanvraagrapport_aanvraag_id")),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_aanvraagrapport_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_aanvraagrapport_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aanvraagrapport")),
        sa.UniqueConstraint("aanvraag_id", "nr", name=op.f("uq_aanvraagrapport_aanvraag_id_nr")),
    )
    op.create_index(op.f("ix_aanvraagrapport_klant_id"), "aanvraagrapport", ["klant_id"], unique=False)
    op.create_table(
        "aanvraagverzending",
        sa.Column("aanvraag_id", sa.Uuid(), nullable=False),
        sa.Column("besluit_id", sa.Uuid(), nullable=False),
        sa.Column("aan", sa.Text(), nullable=False),
        sa.Column("cc", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("cc_rapporteur_id", sa.Uuid(), nullable=True),
        sa.Column("bijlagen", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("tijdstip", sa.DateTime(timezone=True), nullable=False),
        sa.Column("medewerker_id", sa.Uuid(), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["aanvraag_id"], ["aanvraag.id"], name=op.f("fk_aanvraagverzending_aanvraag_id")),
        sa.ForeignKeyConstraint(["besluit_id"], ["besluit.id"], name=op.f("fk_aanvraagverzending_besluit_id")),
        sa.ForeignKeyConstraint(
            ["cc_rapporteur_id"], ["medewerker.id"], name=op.f("fk_aanvraagverzending_cc_rapporteur_id")
        ),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_aanvraagverzending_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_aanvraagverzending_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aanvraagverzending")),
        sa.UniqueConstraint("besluit_id", name=op.f("uq_aanvraagverzending_besluit_id")),
    )
    op.create_index(op.f("ix_aanvraagverzending_aanvraag_id"), "aanvraagverzending", ["aanvraag_id"], unique=False)
    op.create_index(op.f("ix_aanvraagverzending_klant_id"), "aanvraagverzending", ["klant_id"], unique=False)
    op.create_table(
        "voorschotverzoek",
        sa.Column("melding_id", sa.Uuid(), nullable=False),
        sa.Column("aanvraag_id", sa.Uuid(), nullable=False),
        sa.Column("gevraagd_op", sa.Date(), nullable=False),
        sa.Column("toelichting", sa.Text(), nullable=True),
        sa.Column("vastgelegd_door", sa.Uuid(), nullable=False),
        sa.Column("toegekend", sa.Boolean(), nullable=True),
        sa.Column("voorschot_id", sa.Uuid(), nullable=True),
        sa.Column("reden", sa.Text(), nullable=True),
        sa.Column("besloten_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("besloten_door", sa.Uuid(), nullable=True),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["aanvraag_id"], ["aanvraag.id"], name=op.f("fk_voorschotverzoek_aanvraag_id")),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_voorschotverzoek_klant_id")),
        sa.ForeignKeyConstraint(["melding_id"], ["melding.id"], name=op.f("fk_voorschotverzoek_melding_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_voorschotverzoek_organisatie")),
        sa.ForeignKeyConstraint(["voorschot_id"], ["voorschot.id"], name=op.f("fk_voorschotverzoek_voorschot_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voorschotverzoek")),
    )
    op.create_index(op.f("ix_voorschotverzoek_aanvraag_id"), "voorschotverzoek", ["aanvraag_id"], unique=False)
    op.create_index(op.f("ix_voorschotverzoek_klant_id"), "voorschotverzoek", ["klant_id"], unique=False)
    op.create_index(op.f("ix_voorschotverzoek_melding_id"), "voorschotverzoek", ["melding_id"], unique=False)
    op.create_table(
        "zoekperiodeoordeel",
        sa.Column("aanvraag_id", sa.Uuid(), nullable=False),
        sa.Column(
            "oordeel",
            sa.Enum(
                "nagekomen",
                "beoordelen",
                "hersteltermijn",
                name="zoekoordeel",
                native_enum=False,
                create_constraint=True,
                length=60,
            ),
            nullable=False,
        ),
        sa.Column("reden", sa.Text(), nullable=True),
        sa.Column("hersteltermijn_tot", sa.Date(), nullable=True),
        sa.Column("tijdstip", sa.DateTime(timezone=True), nullable=False),
        sa.Column("medewerker_id", sa.Uuid(), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["aanvraag_id"], ["aanvraag.id"], name=op.f("fk_zoekperiodeoordeel_aanvraag_id")),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_zoekperiodeoordeel_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_zoekperiodeoordeel_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_zoekperiodeoordeel")),
    )
    op.create_index(op.f("ix_zoekperiodeoordeel_aanvraag_id"), "zoekperiodeoordeel", ["aanvraag_id"], unique=False)
    op.create_index(op.f("ix_zoekperiodeoordeel_klant_id"), "zoekperiodeoordeel", ["klant_id"], unique=False)
    for tabel in (
        "aanvraagconcept",
        "voorschotverzoek",
    ):
        beveilig(tabel, met_klant=True)
        geef_rechten(tabel)
    for tabel in (
        "aanvraagrapport",
        "zoekperiodeoordeel",
        "aanvraagverzending",
    ):
        beveilig(tabel, met_klant=True)
        alleen_toevoegen(tabel)


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
