"""One model for every diagnosis: instrument with its name, the supplier's kenmerk and version, withdrawal."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.rechten import alleen_toevoegen, beveilig, geef_rechten

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

INSTRUMENTEN = "'dariuz_wegwijzer', 'dariuz_diagnose', 'competensys', 'ander', 'format'"


def upgrade() -> None:
    for tabel in ("diagnose", "diagnose_import"):
        op.drop_constraint(op.f(f"ck_{tabel}_diagnoseinstrument"), tabel, type_="check")
        # What was imported until now was the Wegwijzer; the history of a dossier itself does not change.
        op.execute(f"ALTER TABLE {tabel} DISABLE TRIGGER {tabel}_alleen_toevoegen")
        op.execute(f"UPDATE {tabel} SET instrument = 'dariuz_wegwijzer' WHERE instrument = 'dariuz'")
        op.execute(f"ALTER TABLE {tabel} ENABLE TRIGGER {tabel}_alleen_toevoegen")
        op.create_check_constraint(op.f(f"ck_{tabel}_instrument"), tabel, f"instrument IN ({INSTRUMENTEN})")
        op.add_column(tabel, sa.Column("instrumentnaam", sa.Text(), nullable=True))
    # A delivery gets an end and counts: what became of a record stands in the dossier, which only grows.
    op.execute("DROP TRIGGER diagnose_import_alleen_toevoegen ON diagnose_import")
    op.execute("DROP TRIGGER diagnose_import_niet_legen ON diagnose_import")
    geef_rechten("diagnose_import", "UPDATE")
    op.add_column("diagnose", sa.Column("extern_kenmerk", sa.Text(), nullable=True))
    op.add_column("diagnose", sa.Column("externe_versie", sa.Integer(), nullable=True))
    op.create_index(
        "ix_diagnose_kenmerk",
        "diagnose",
        ["organisatie", "extern_kenmerk", "instrument"],
        unique=False,
        postgresql_where=sa.text("extern_kenmerk IS NOT NULL"),
    )
    op.create_table(
        "diagnose_intrekking",
        sa.Column("diagnose_id", sa.Uuid(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("ingetrokken_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ingetrokken_door", sa.Uuid(), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["diagnose_id"], ["diagnose.id"], name=op.f("fk_diagnose_intrekking_diagnose_id")),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_diagnose_intrekking_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_diagnose_intrekking_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_diagnose_intrekking")),
        sa.UniqueConstraint("diagnose_id", name=op.f("uq_diagnose_intrekking_diagnose_id")),
    )
    op.create_index(op.f("ix_diagnose_intrekking_klant_id"), "diagnose_intrekking", ["klant_id"], unique=False)
    beveilig("diagnose_intrekking", met_klant=True)
    alleen_toevoegen("diagnose_intrekking")


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
