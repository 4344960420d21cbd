"""Mail in: by SMTP, LMTP or a pipe; stored raw before it is accepted, then made a case or joined to one.

Imports: tickets and below; no other channel.
"""
