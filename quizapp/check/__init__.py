"""A deck read critically: codes, findings, mends."""
