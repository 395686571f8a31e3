"""One sitting: what is asked next, in which form, and what follows; without a screen."""
