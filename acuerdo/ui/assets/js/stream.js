/** Silence for longer than two of the server's heartbeats (live/stream.py), milliseconds: the machine slept, or the network dropped us without a word. */
const SILENCE = 40_000;
/** So many words are kept for a tab that was drawn a moment before it began to listen. */
const KEPT = 200;

/**
 * One open stream of names of what changed, kept open: a lost connection, a machine that slept, an old token and a
 * server that restarts all end in a new connection and one "again", which tells pages to fetch anew.
 *
 * hear(word): word is {topic}, {again: true}, {away: true} while nothing can be heard, {here: true} once it can, or {end: true}.
 */
export class Stream {
  constructor(token, hear) {
    this.token = token;
    this.tell = hear;
    this.waits = 1000;
    this.opened = false;
    this.away = false;
    this.said = [];
    this.watch = setInterval(() => this.isSilent && this.renew(), 5_000);
    this.online = () => this.renew(true);
    addEventListener("online", this.online);
    this.open();
  }

  get isSilent() {
    return Date.now() - this.heard > SILENCE;
  }

  hear(word) {
    this.said = [...this.said.slice(1 - KEPT), { at: Date.now(), word }];
    this.tell(word);
  }

  /** What a tab should hear first that was drawn so many milliseconds ago. */
  since(age) {
    const missed = this.said.filter(({ at, word }) => at >= Date.now() - age && (word.topic || word.again));
    const state = this.away ? [{ away: true }] : this.arrived ? [{ here: true }] : [];
    return [...state, ...missed.map(({ word }) => word)];
  }

  open() {
    this.heard = Date.now();
    this.arrived = false;
    this.source = new EventSource(`/live?token=${encodeURIComponent(this.token)}`);
    const on = (name, then) => this.source.addEventListener(name, (event) => {
      this.heard = Date.now();
      then(event);
    });
    on("open", () => this.arrive());
    on("here", () => {});
    on("changed", ({ data }) => this.hear({ topic: data }));
    on("again", () => this.hear({ again: true }));
    on("end", () => this.renew());
    this.source.onerror = () => {
      if (!this.arrived) this.leave();
      this.renew();
    };
  }

  arrive() {
    this.arrived = true;
    this.waits = 1000;
    this.hear({ here: true });
    if (this.opened) this.hear({ again: true });
    this.away = false;
    this.opened = true;
  }

  leave() {
    if (!this.away) this.hear({ away: true });
    this.away = true;
  }

  /** The stream ended, was refused or fell silent: with a new token it goes on, without one the session is over. */
  async renew(atOnce = false) {
    clearTimeout(this.later);
    this.source.close();
    if (this.isSilent) this.leave();
    this.heard = Date.now();
    const turn = (this.turn ?? 0) + 1;
    this.turn = turn;
    await new Promise((resolve) => { this.later = setTimeout(resolve, atOnce ? 0 : this.waits * (0.5 + Math.random() / 2)); });
    this.waits = Math.min(this.waits * 2, 30_000);
    try {
      const answer = await fetch(`/live/token?token=${encodeURIComponent(this.token)}`, { signal: AbortSignal.timeout(10_000) });
      if (turn !== this.turn) return;
      if (answer.status === 401 || answer.status === 403) {
        this.end();
        return;
      }
      if (!answer.ok) throw new Error(answer.status);
      this.token = (await answer.json()).token;
      this.open();
    } catch {
      // No network, or no server: said to whoever looks, and tried again a little later.
      if (turn !== this.turn) return;
      this.leave();
      this.renew();
    }
  }

  end() {
    clearInterval(this.watch);
    removeEventListener("online", this.online);
    this.hear({ end: true });
  }
}
