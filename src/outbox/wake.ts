/** The bell that says "something was committed": rung in this process at once, and to other processes by NOTIFY. */
import { Injectable } from '@nestjs/common';
import { EventEmitter } from 'node:events';

/** Channel of NOTIFY; the payload is empty, the outbox says what happened. */
export const WAKE_CHANNEL = 'earshot_outbox';

@Injectable()
export class OutboxWake {
  private readonly bell = new EventEmitter().setMaxListeners(50);

  /** Tells every listener of this process that there may be new events. */
  ring(): void {
    this.bell.emit('ring');
  }

  /** @returns a function that stops listening */
  onRing(listener: () => void): () => void {
    this.bell.on('ring', listener);
    return () => void this.bell.off('ring', listener);
  }
}
