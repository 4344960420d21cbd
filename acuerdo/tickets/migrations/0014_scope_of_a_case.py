"""Pin to a case what its contract includes of the catalogue.

Why:   a quote "by contract" is not waited for where the contract includes the item (SGM-A9), whatever the contract says later.
Step:  expand. Code that writes it may ship now. Locks: ADD COLUMN with a constant default, an instant. Rows: none rewritten;
       cases opened before have nothing included, as they were treated. Undo: drops the column.
"""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('tickets', '0013_indexes_of_the_queue'),
    ]

    operations = [
        migrations.AddField(
            model_name='ticket',
            name='scope',
            field=models.JSONField(blank=True, default=list, verbose_name='incluido en el contrato'),
        ),
    ]
