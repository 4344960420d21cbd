"""What customers think of how a case was handled: the closing mail, the manual's faces, an optional comment.

Imports: tickets and below.
"""
