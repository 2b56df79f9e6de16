"""Steps of a maatregelzaak: the answer to the advice to hear, and what is done after the maatregel."""

from __future__ import annotations

from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None

SOORTEN = (
    "uitnodiging",
    "hersteltermijn",
    "hoorgesprek",
    "niet_horen",
    "bewijsstuk",
    "oordeel",
    "plan",
    "sms",
    "no_show",
    "wederhoorafweging",
    "controle",
    "opnieuw_gehoord",
    "opnieuw_uitgenodigd",
    "nieuwe_opkomst",
    "ingetrokken",
)


def upgrade() -> None:
    lijst = ", ".join(f"'{soort}'" for soort in SOORTEN)
    op.drop_constraint(op.f("ck_maatregelstap_stapsoort"), "maatregelstap", type_="check")
    op.create_check_constraint(op.f("ck_maatregelstap_stapsoort"), "maatregelstap", f"soort IN ({lijst})")


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
