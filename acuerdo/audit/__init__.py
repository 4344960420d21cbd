"""What proves that the desk is as it says: searching and exporting the log, its seals, the nightly checks, the proof of a case, the machinery's state.

Imports: all that has a state to be checked, channels and tickets and below; nothing below knows this room.
"""
