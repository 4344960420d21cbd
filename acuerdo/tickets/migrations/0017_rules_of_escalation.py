"""Let a rule of the desk be asked when a case comes up to a level, or breaks a promise, besides when it comes.

Step:  expand. Code that writes them may ship now. Locks: ADD COLUMN with a constant default, an instant, of a table of a few rows.
Rows:  none rewritten; the rules that stand are asked on arrival, as before. Undo: drops the columns.
"""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('tickets', '0016_seen_and_tags_inside'),
    ]

    operations = [
        migrations.AddField(
            model_name='routingrule',
            name='on',
            field=models.CharField(choices=[('arrival', 'Al llegar, o al clasificarse sin que nadie lo tenga'), ('raised', 'Al subir de nivel'), ('breached', 'Al vencerse un plazo')], default='arrival', max_length=10, verbose_name='cuándo'),
        ),
        migrations.AddField(
            model_name='routingrule',
            name='reached',
            field=models.SlugField(blank=True, max_length=40, verbose_name='nivel al que subió'),
        ),
    ]
