/**
 * One open stream of names of what changed, kept open: a lost connection, an old token and a server
 * that restarts all end in a new connection and one "again", which tells pages to fetch anew.
 *
 * hear(word): word is {topic}, {again: true} or {end: true}.
 */
export class Stream {
  constructor(token, hear) {
    this.token = token;
    this.hear = hear;
    this.waits = 1000;
    this.opened = false;
    this.open();
  }

  open() {
    this.source = new EventSource(`/live?token=${encodeURIComponent(this.token)}`);
    this.source.onopen = () => {
      this.waits = 1000;
      if (this.opened) this.hear({ again: true });
      this.opened = true;
    };
    this.source.addEventListener("changed", ({ data }) => this.hear({ topic: data }));
    this.source.addEventListener("again", () => this.hear({ again: true }));
    this.source.addEventListener("end", () => this.renew());
    this.source.onerror = () => this.renew();
  }

  /** The server ended the stream or refused it: with a new token it goes on, without one the session is over. */
  async renew() {
    this.source.close();
    await new Promise((resolve) => { setTimeout(resolve, this.waits * (0.5 + Math.random() / 2)); });
    this.waits = Math.min(this.waits * 2, 30_000);
    try {
      const answer = await fetch(`/live/token?token=${encodeURIComponent(this.token)}`);
      if (answer.status === 401 || answer.status === 403) return this.hear({ end: true });
      if (answer.ok) this.token = (await answer.json()).token;
    } catch {
      // No network: the next attempt says so again, a little later.
    }
    return this.open();
  }
}
