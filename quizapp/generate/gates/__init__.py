"""Gates: what may be wrong with a question, each a small pure function with a name."""
