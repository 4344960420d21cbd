"""How long the queue waits before it takes up again what a crash left undone, in seconds: all in proportion to one setting."""

from django.conf import settings

#: Between two looks for what has lost its job.
SWEEP: int = settings.SWEEP_SECONDS
#: A worker that has not been heard of for so long is dead; what it was doing is put back.
SILENT: int = SWEEP // 2
#: Between two signs of life of a worker.
BEAT: float = SILENT / 3


def every(seconds: int) -> str:
    """The cron line of Procrastinate, whose last field is seconds; a minute and more is each minute."""
    return "* * * * *" if seconds >= 60 else f"* * * * * */{max(1, seconds)}"  # noqa: PLR2004
