"""The agents' place: the queue, the case, notices. Pages over many slices; no models, nothing is done here.

Imports: tickets and below. Verbs are the tickets' own (acuerdo/tickets/views); they answer with the case's page.
"""
