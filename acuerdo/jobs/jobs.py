"""The queue looks after itself: a job whose worker was killed stays `doing` and is put back here."""

import logging

from procrastinate import JobContext
from procrastinate.contrib.django import app

from acuerdo.jobs.patience import SILENT, every

log = logging.getLogger(__name__)


@app.periodic(cron=every(SILENT // 2))
@app.task(name="jobs.retry_stalled", queue="sweeps", queueing_lock="jobs.retry_stalled", pass_context=True)
async def retry_stalled(context: JobContext, timestamp: int) -> None:
    """Put back what a dead worker was doing."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=SILENT):
        log.warning("retrying job %s (%s): its worker is gone", job.id, job.task_name)
        await manager.retry_job(job)
