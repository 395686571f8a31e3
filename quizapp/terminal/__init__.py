"""The same sittings in a terminal."""
