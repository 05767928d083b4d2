"""What a sentence's tree says: who does what to whom, in what form, tense and mood, and whether it is denied.

Pure functions over the tokens of one document. Each question is answered here once, and by every stage in the same way.
"""
