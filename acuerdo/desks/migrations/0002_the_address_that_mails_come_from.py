"""Let a desk say which of its addresses its mails come from.

Step:  expand; none said is the oldest, as before.
Locks: ACCESS EXCLUSIVE on the small table of addresses for an instant: a column with a constant default rewrites nothing.
"""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('desks', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='address',
            name='is_sender',
            field=models.BooleanField(default=False, help_text='De ella salen los correos; ninguna: de la más antigua.', verbose_name='remitente'),
        ),
    ]
