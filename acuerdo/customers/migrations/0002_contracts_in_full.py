"""Keep of customers, contacts, products and contracts what requirements 6.1 asks for.

Step:  expand.
Locks: columns that are nullable or have constant defaults, on four small tables (ACCESS EXCLUSIVE for milliseconds, no rewrite).
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('customers', '0001_initial'),
        ('people', '0003_skills_are_of_routes'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='contact',
            name='phone',
            field=models.CharField(blank=True, max_length=40, verbose_name='teléfono'),
        ),
        migrations.AddField(
            model_name='contract',
            name='coverage',
            field=models.SlugField(blank=True, help_text='5x8, 6x24, 7x24… (INT-122).', max_length=40, verbose_name='cobertura'),
        ),
        migrations.AddField(
            model_name='contract',
            name='guarantee_until',
            field=models.DateField(blank=True, null=True, verbose_name='garantía hasta'),
        ),
        migrations.AddField(
            model_name='contract',
            name='modality',
            field=models.SlugField(blank=True, help_text='SaaS, en sus instalaciones… (DIG-041).', max_length=40, verbose_name='modalidad'),
        ),
        migrations.AddField(
            model_name='contract',
            name='overrides_text',
            field=models.TextField(blank=True, verbose_name='acordado aparte, como se escribió'),
        ),
        migrations.AddField(
            model_name='contract',
            name='reference',
            field=models.CharField(blank=True, max_length=80, verbose_name='número o nombre del contrato'),
        ),
        migrations.AddField(
            model_name='organisation',
            name='executive',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='accounts', to=settings.AUTH_USER_MODEL, verbose_name='ejecutivo de cuenta'),
        ),
        migrations.AddField(
            model_name='organisation',
            name='notes',
            field=models.TextField(blank=True, max_length=4000, verbose_name='notas internas'),
        ),
        migrations.AddField(
            model_name='product',
            name='is_active',
            field=models.BooleanField(default=True, verbose_name='en uso'),
        ),
        migrations.AddField(
            model_name='product',
            name='phone_option',
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='opción del menú telefónico'),
        ),
        migrations.AddField(
            model_name='product',
            name='team',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='products', to='people.team', verbose_name='equipo que lo atiende'),
        ),
    ]
