"""The learning history on disk; the only room that speaks SQL."""
