"""What every test may use: see ``tests/steun``."""

pytest_plugins = ["tests.steun.regels", "tests.steun.postgres", "tests.steun.dienst", "tests.steun.proefkamer"]
