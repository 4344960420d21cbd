"""Let a rule's department be any words, as the manual and the desk's own field write it: «Comercial», not a short name.

Step:  expand. Locks: the column keeps its type; its two indexes, which nothing asks, are dropped. An instant, of a table of a few rows.
Rows:  none rewritten. Undo: makes the indexes again.
"""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('tickets', '0018_signature_of_an_answer'),
    ]

    operations = [
        migrations.AlterField(
            model_name='routingrule',
            name='department',
            field=models.CharField(blank=True, max_length=40, verbose_name='departamento'),
        ),
    ]
