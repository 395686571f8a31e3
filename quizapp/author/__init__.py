"""A deck in work: what an author does to it, without a screen; nothing typed is ever lost."""
