"""What every test may use: see ``tests/steun``."""

import os

# pikepdf brings lxml along; production has none, and the tests read workbooks as production does.
os.environ["OPENPYXL_LXML"] = "False"

pytest_plugins = ["tests.steun.regels", "tests.steun.postgres", "tests.steun.dienst", "tests.steun.proefkamer"]
