"""Quizapp: questions that show the sentence they rest on, and a memory of what you know."""

__version__ = "0.1.0"
