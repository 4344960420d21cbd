"""Take away the table of answers that wait before they leave: nothing ever wrote to it.

Step:  contract, of a table that no released code knew. Locks: the dropped table alone, an instant. Rows: none. Undo: makes it again.
"""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('tickets', '0011_queue_of_team'),
    ]

    operations = [
        migrations.DeleteModel(
            name='HeldAnswer',
        ),
    ]
