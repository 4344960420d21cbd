"""Call a customer's mail domains by their name, where their history is told.

Step:  expand.
Locks: none; nothing in the database changes.
"""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("customers", "0001_squashed_0002_contracts_in_full"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="maildomain",
            options={"verbose_name": "dominio de correo", "verbose_name_plural": "dominios de correo"},
        ),
    ]
