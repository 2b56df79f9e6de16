"""Employers, their vestigingen and contacts, and the klanten whom they employ."""
