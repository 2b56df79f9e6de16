"""Machtigingen en contacten met derden over HTTP."""
