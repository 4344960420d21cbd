"""The signature under an answer, as it was when it was sent; and whence an answer that waits was sent (INT-039).

Step:  expand. Locks: two columns with a constant default, an instant. Rows: none. Undo: drops both.
"""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('tickets', '0017_rules_of_escalation'),
    ]

    operations = [
        migrations.AddField(
            model_name='heldanswer',
            name='source',
            field=models.JSONField(blank=True, default=dict, help_text='Desde dónde se envió: ip, programme (INT-039).'),
        ),
        migrations.AddField(
            model_name='message',
            name='signature',
            field=models.TextField(blank=True, help_text='La firma de quien respondió, como era al enviarse.'),
        ),
    ]
