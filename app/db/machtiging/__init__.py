"""Machtigingen and contacts with third parties."""
