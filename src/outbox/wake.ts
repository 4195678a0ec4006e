/** The bell that says "something was committed": rung in this process at once, and to other processes by NOTIFY. */
import { Injectable } from '@nestjs/common';
import { EventEmitter } from 'node:events';
import type { Appended } from './append.js';

/** Channel of NOTIFY; the payload is empty, the outbox says what happened. */
export const WAKE_CHANNEL = 'earshot_outbox';

@Injectable()
export class OutboxWake {
  /** The place below which this process has told everything; kept by the tail. */
  told = 0;
  private readonly bell = new EventEmitter().setMaxListeners(50);

  /** Events that this process has just committed. Where nobody takes them at once, everybody looks. */
  offer(appended: Appended): void {
    if (!this.bell.emit('offer', appended)) this.ring();
  }

  /** Something was committed: this process looks, and the others are told. */
  ring(): void {
    this.ringHere();
    this.ringOthers();
  }

  /** Another process has committed something: only this one looks. */
  ringHere(): void {
    this.bell.emit('here');
  }

  /** Something was committed that this process has told already: only the others look. */
  ringOthers(): void {
    this.bell.emit('others');
  }

  /** For the tail. @returns a function that stops listening */
  onOffer(listener: (appended: Appended) => void): () => void {
    return this.on('offer', listener);
  }

  /** @returns a function that stops listening */
  onRing(listener: () => void): () => void {
    return this.on('here', listener);
  }

  /** @returns a function that stops listening */
  onRingOthers(listener: () => void): () => void {
    return this.on('others', listener);
  }

  private on(bell: 'offer' | 'here' | 'others', listener: (appended: Appended) => void): () => void {
    this.bell.on(bell, listener);
    return () => void this.bell.off(bell, listener);
  }
}
