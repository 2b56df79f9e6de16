"""Signals, the mark of a niet-willer, and the reports on a traject for niet-willers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import alleen_toevoegen, beveilig, geef_rechten

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None

_AANLEIDINGEN = (
    "hulpvraag",
    "hulp_bij_invullen",
    "hulp_bij_stukken",
    "wens_financiele_coach",
    "schulden",
    "dreigende_uithuiszetting",
    "ander_loket",
    "niet_willer",
)


def _eigen(tabel: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f(f"fk_{tabel}_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f(f"fk_{tabel}_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{tabel}")),
    ]


def _keuze(naam: str, *waarden: str) -> sa.Enum:
    return sa.Enum(*waarden, name=naam, native_enum=False, create_constraint=True, length=60)


def upgrade() -> None:
    op.create_table(
        "signaal",
        sa.Column("soort", _keuze("signaalsoort", "rechtmatigheid", "fraude"), nullable=False),
        sa.Column(
            "status",
            _keuze("signaalstatus", "open", "beantwoord", "afgerond", "vervallen", "ingetrokken"),
            nullable=False,
        ),
        sa.Column("aanleiding", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("zaken", postgresql.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("omschrijving", sa.Text(), nullable=True),
        sa.Column("gemeld_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gemeld_door", sa.Uuid(), nullable=False),
        sa.Column(
            "vervolg", _keuze("vervolg", "rechtmatigheidsonderzoek", "sociale_recherche", "geen"), nullable=True
        ),
        sa.Column("reden_vervolg", sa.Text(), nullable=True),
        sa.Column("beantwoord_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("beantwoord_door", sa.Uuid(), nullable=True),
        sa.Column(
            "uitkomst",
            _keuze(
                "onderzoeksuitkomst",
                "geen_schending",
                "schending_inlichtingenplicht",
                "schending_medewerkingsplicht",
            ),
            nullable=True,
        ),
        sa.Column("motivering_uitkomst", sa.Text(), nullable=True),
        sa.Column(
            "grond_beeindiging",
            _keuze("beeindigingsgrond", "inlichtingenplicht", "medewerkingsplicht", "re_integratieplicht"),
            nullable=True,
        ),
        sa.Column("afgerond_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reden_intrekking", sa.Text(), nullable=True),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        *_eigen("signaal"),
    )
    op.create_index(
        "ix_signaal_een_rechtmatigheid",
        "signaal",
        ["klant_id"],
        unique=True,
        postgresql_where=sa.text("soort = 'rechtmatigheid' AND status = 'open'"),
    )
    op.create_table(
        "niet_willer_markering",
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("gemarkeerd_door", sa.Uuid(), nullable=False),
        sa.Column("gemarkeerd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("beeindigd_op", sa.Date(), nullable=True),
        sa.Column("reden_einde", sa.Text(), nullable=True),
        sa.Column("beeindigd_door", sa.Uuid(), nullable=True),
        sa.Column("ingetrokken", sa.Boolean(), nullable=False),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        *_eigen("niet_willer_markering"),
    )
    op.create_index(
        "ix_niet_willer_markering_een",
        "niet_willer_markering",
        ["klant_id"],
        unique=True,
        postgresql_where=sa.text("beeindigd_op IS NULL"),
    )
    op.create_table(
        "verwijzingrapportage",
        sa.Column("verwijzing_id", sa.Uuid(), nullable=False),
        sa.Column(
            "partij", _keuze("trajectpartij", "aanbieder", "werkconsulent", "inkomensconsulent"), nullable=False
        ),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("vervangt", sa.Uuid(), nullable=True),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_door", sa.Uuid(), nullable=False),
        *_eigen("verwijzingrapportage"),
        sa.ForeignKeyConstraint(
            ["verwijzing_id"], ["verwijzing.id"], name=op.f("fk_verwijzingrapportage_verwijzing_id")
        ),
        sa.ForeignKeyConstraint(
            ["vervangt"], ["verwijzingrapportage.id"], name=op.f("fk_verwijzingrapportage_vervangt")
        ),
        sa.UniqueConstraint("vervangt", name=op.f("uq_verwijzingrapportage_vervangt")),
    )
    op.create_index(op.f("ix_verwijzingrapportage_verwijzing_id"), "verwijzingrapportage", ["verwijzing_id"])
    for tabel in ("signaal", "niet_willer_markering", "verwijzingrapportage"):
        op.create_index(op.f(f"ix_{tabel}_klant_id"), tabel, ["klant_id"])
        beveilig(tabel, met_klant=True)
    for tabel in ("signaal", "niet_willer_markering"):
        geef_rechten(tabel)
    alleen_toevoegen("verwijzingrapportage")
    op.add_column("verwijzing", sa.Column("werkconsulent_id", sa.Uuid(), nullable=True))
    op.add_column("verwijzing", sa.Column("inkomensconsulent_id", sa.Uuid(), nullable=True))
    op.drop_constraint(op.f("ck_verwijzing_aanleiding"), "verwijzing", type_="check")
    op.create_check_constraint(
        op.f("ck_verwijzing_aanleiding"), "verwijzing", sa.column("aanleiding").in_(_AANLEIDINGEN)
    )


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
