"""What proves that the desk is as it says: the log searched, exported, sealed and checked, a case proved, the machinery shown.

Imports: all that has a state to be checked, channels and tickets and below; nothing below knows this room.
"""
