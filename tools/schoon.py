"""Stop every embedded PostgreSQL whose data stands in ``var/``."""

from pathlib import Path

from app import ingebed


def main() -> None:
    """Stop them one by one; what does not run is left alone."""
    for bestand in Path("var").glob("*/postmaster.pid"):
        ingebed.stop(bestand.parent)


if __name__ == "__main__":
    main()
