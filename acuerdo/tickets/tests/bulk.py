"""How the queue's page asks for the same to be done to several cases."""

URL = "/console/casos/varios/"


def send(client, cases, action, **said):
    """Ask for it: what would become of each is on a page of its own; `confirmed`, it is done, and answered with where that is told."""
    step = {"number": [case.number for case in cases], "action": action, "ready": "1", **said}
    return client.post(URL, step, follow="confirmed" not in said)
