"""Take back a column that nothing ever wrote: what a person knows is told by the routes (tickets).

Step:  contract, of what the migration before added.
Locks: people_person, ACCESS EXCLUSIVE for milliseconds.
"""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0002_teams_and_absence'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='person',
            name='skills',
        ),
    ]
