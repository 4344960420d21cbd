"""Sweeping away files that nothing holds: taken out of a draft, or left by a form that was never sent again."""

from collections.abc import Collection

from django.core.files.storage import default_storage
from django.db import connection, transaction

from acuerdo.files.models import StoredFile


@transaction.atomic
def sweep(ids: Collection[int]) -> int:
    """Forget these files, and the contents that no other file has; returns how many. Raises IntegrityError if one is held after all.

    Nobody stores a file meanwhile, so that no content goes which another is about to have; gives up after 3 s and can be run again.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '3s'")
        cursor.execute("LOCK TABLE files_storedfile IN SHARE ROW EXCLUSIVE MODE")
        files = list(StoredFile.objects.filter(pk__in=ids))
        # The database's own: Django's would first take the file away from whatever holds it, and find nothing to refuse.
        cursor.execute("DELETE FROM files_storedfile WHERE id = ANY(%s)", [[stored.pk for stored in files]])
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # before anything is gone that a refusal could not bring back
    held = set(StoredFile.objects.filter(sha256__in={stored.sha256 for stored in files}).values_list("sha256", flat=True))
    for path in {stored.path for stored in files if stored.sha256 not in held}:
        default_storage.delete(path)
    return len(files)
