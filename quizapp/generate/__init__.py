"""An article becomes questions: article, entities, facts, questions, gates, rank, draft."""
