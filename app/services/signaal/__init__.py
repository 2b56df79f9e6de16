"""Signaal: raising, answering and taking back signals, and marking a niet-willer."""
