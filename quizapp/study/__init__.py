"""One sitting: what is asked next, in which form, and what an answer leads to; without a screen."""
