import type { WebSocket } from 'ws';

/** How long a connection without good credentials may wait to be told so, in milliseconds. */
const STRANGERS_PATIENCE_MS = 10_000;
/** So many of them at once, the latest: who has credentials is through in the time of one check. */
const MAX_STRANGERS = 50;

/** The connections that have not shown good credentials: few, and not for long. */
export class Strangers {
  readonly #sockets = new Map<WebSocket, NodeJS.Timeout>();

  constructor(private readonly patienceMs = STRANGERS_PATIENCE_MS) {}

  /** @param refuse tells the client why, and ends the connection */
  add(socket: WebSocket, refuse: () => void): void {
    this.#sockets.set(socket, setTimeout(refuse, this.patienceMs));
    socket.once('close', () => this.remove(socket));
    const [oldest] = this.#sockets.keys();
    if (!oldest || this.#sockets.size <= MAX_STRANGERS) return;
    this.remove(oldest);
    oldest.terminate();
  }

  remove(socket: WebSocket): void {
    clearTimeout(this.#sockets.get(socket));
    this.#sockets.delete(socket);
  }
}
