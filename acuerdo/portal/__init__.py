"""The customer's place: front page, Mi área, a case, reporting, deciding on a solution. No models.

Imports: every slice below. Pages are nobody's library: nothing imports this room.
"""
