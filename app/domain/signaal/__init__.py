"""Signaal: what somebody else must know at once, such as fraud, or the question to turn to rechtmatigheid."""
