"""Deliveries of results at scale: progress, what was delivered, and the records that were set aside."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import beveilig, geef_rechten

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

STATEN = ("ontvangen", "bezig", "klaar", "geannuleerd", "mislukt")
VORMEN = ("json", "ndjson", "csv", "xlsx")
OPEN = "staat IN ('ontvangen', 'bezig')"


def keuze(naam: str, *waarden: str) -> sa.Enum:
    return sa.Enum(*waarden, name=naam, native_enum=False, create_constraint=True, length=60)


def upgrade() -> None:
    _leveringen()
    op.create_table(
        "diagnose_import_inhoud",
        sa.Column("import_id", sa.Uuid(), nullable=False),
        sa.Column("nr", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.Column("stuk", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["import_id"], ["diagnose_import.id"], name=op.f("fk_diagnose_import_inhoud_import_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisatie"], ["organisatie.id"], name=op.f("fk_diagnose_import_inhoud_organisatie")
        ),
        sa.PrimaryKeyConstraint("import_id", "nr", name=op.f("pk_diagnose_import_inhoud")),
    )
    op.create_table(
        "diagnose_afgekeurd",
        sa.Column("import_id", sa.Uuid(), nullable=False),
        sa.Column("rij", sa.Integer(), nullable=False),
        sa.Column("soort", keuze("afkeursoort", "geweigerd", "niet_gevonden"), nullable=False),
        sa.Column("bsn", sa.Text(), nullable=True),
        sa.Column("ruw", sa.LargeBinary(), nullable=False),
        sa.Column("record", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("fouten", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("afgekeurd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("bewaren_tot", sa.Date(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["import_id"], ["diagnose_import.id"], name=op.f("fk_diagnose_afgekeurd_import_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_diagnose_afgekeurd_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_diagnose_afgekeurd")),
    )
    op.create_index("ix_diagnose_afgekeurd_import", "diagnose_afgekeurd", ["import_id", "rij", "id"])
    op.create_index(
        "ix_diagnose_afgekeurd_bsn",
        "diagnose_afgekeurd",
        ["organisatie", "bsn"],
        postgresql_where=sa.text("bsn IS NOT NULL"),
    )
    op.create_index("ix_diagnose_afgekeurd_bewaren", "diagnose_afgekeurd", ["organisatie", "bewaren_tot"])
    for tabel, rechten in (("diagnose_import_inhoud", "SELECT, INSERT, UPDATE, DELETE"),
                           ("diagnose_afgekeurd", "SELECT, INSERT, UPDATE, DELETE")):
        beveilig(tabel, met_klant=False)
        geef_rechten(tabel, rechten)


def _leveringen() -> None:
    """What was delivered before was done at once; every new column gets what held for it."""
    nieuw: tuple[tuple[str, sa.types.TypeEngine, str | None], ...] = (
        ("vorm", keuze("importvorm", *VORMEN), "'json'"),
        ("staat", keuze("importstaat", *STATEN), "'klaar'"),
        ("afgenomen_op", sa.Date(), None),
        ("door", sa.Text(), "''"),
        ("mapping_id", sa.Uuid(), None),
        ("herstelt_id", sa.Uuid(), None),
        ("koppen", postgresql.JSONB(astext_type=sa.Text()), None),
        ("afdruk", sa.Text(), None),
        ("grootte", sa.BigInteger(), "0"),
        ("plek", sa.BigInteger(), "0"),
        ("rijen", sa.Integer(), "0"),
        ("verwerkt", sa.Integer(), "0"),
        ("ongewijzigd", sa.Integer(), "0"),
        ("geweigerd", sa.Integer(), "0"),
        ("niet_gevonden", sa.Integer(), "0"),
        ("hersteld", sa.Integer(), "0"),
        ("duur_ms", sa.BigInteger(), "0"),
        ("reden", sa.Text(), None),
        ("afgerond_op", sa.DateTime(timezone=True), None),
        ("rollen", postgresql.ARRAY(sa.Text()), "'{}'"),
        ("gemeenten", postgresql.ARRAY(sa.Text()), "'{}'"),
        ("correlatie_id", sa.Text(), "''"),
        ("versie", sa.BigInteger(), "1"),
    )
    for naam, soort, was in nieuw:
        standaard = sa.text(was) if was else None
        op.add_column("diagnose_import", sa.Column(naam, soort, nullable=was is None, server_default=standaard))
        if was:
            op.alter_column("diagnose_import", naam, server_default=None)
    op.execute("UPDATE diagnose_import SET afgerond_op = ontvangen_op")
    op.alter_column("diagnose_import", "instrumentversie", nullable=True)
    op.create_foreign_key(
        op.f("fk_diagnose_import_herstelt_id"), "diagnose_import", "diagnose_import", ["herstelt_id"], ["id"]
    )
    op.create_index(
        "ix_diagnose_import_open", "diagnose_import", ["organisatie", "id"], postgresql_where=sa.text(OPEN)
    )
    op.create_index("ix_diagnose_import_afdruk", "diagnose_import", ["organisatie", "afdruk"])


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
