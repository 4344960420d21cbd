"""Another kind of draft: an answer that came back. Only its words change, so nothing is locked."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tickets", "0020_fewer_indexes"),
    ]

    operations = [
        migrations.AlterField(
            model_name="draft",
            name="kind",
            field=models.CharField(
                choices=[
                    ("answer", "Respuesta"),
                    ("note", "Nota interna"),
                    ("solution", "Solución"),
                    ("customer", "Del cliente"),
                    ("returned", "Respuesta que volvió"),
                ],
                max_length=10,
            ),
        ),
    ]
