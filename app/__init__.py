"""Inzet op Maat: de open dienst voor de re-integratie onder de Participatiewet."""

CODEVERSIE = "0.4.0"
