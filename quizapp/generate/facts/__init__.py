"""What an article states, found by the shapes of its sentences; one file a kind of fact."""
