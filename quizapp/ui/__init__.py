"""What is on screen; it decides nothing."""
