"""English as newspapers write it: sentences, words, their parts of speech, groups of words."""
