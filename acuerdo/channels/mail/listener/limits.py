"""What the door takes."""

from acuerdo.channels.mail.models import RawMail

#: A message, bytes. Said in EHLO (RFC 1870).
LARGEST = RawMail.LARGEST
#: A line, bytes. More than the thousand of RFC 5321 §4.5.3.1.6: many programs write longer ones, and no mail is to be lost.
LONGEST_LINE = 1024 * 1024
#: Recipients of one message (RFC 5321 §4.5.3.1.8).
RECIPIENTS = 100
#: Connections at once; the next is told to come back.
CONNECTIONS = 60
#: Of silence, and of sending one message, seconds (RFC 5321 §4.5.3.2 says 5 and 10 minutes).
PATIENCE = 600.0
#: Messages being stored at once: each takes a thread and a database connection.
THREADS = 4
#: How long a message under way is waited for when the door closes, seconds.
FAREWELL = 8.0
