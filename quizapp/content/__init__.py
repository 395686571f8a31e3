"""What an author writes: questions, decks, their files, and how an answer is marked."""
