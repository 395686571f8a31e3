"""What keeps words out of a question: nobody would know what they mean."""


class HangingError(Exception):
    """Words cannot be put into a question: what they refer to is not known."""
