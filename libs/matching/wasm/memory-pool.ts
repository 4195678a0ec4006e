/** The few memories of WebAssembly that all sets of watches take turns with: V8 has room for some hundred at once, and gives them back late. */

import { growMemory, wasmMemory, type WasmMemory } from './module.js';

/** So many sets of watches have a first pass at a time. A desk has one, and one for a moment when it tries another set. */
const MOST = 6;

/** Someone with numbers in a memory. */
export interface Tenant {
  /** The memory will be another's: what is needed of it must be taken out now. */
  leave(): void;
}

/** A memory that one set of watches may use until its tenants are asked to leave. */
export class Lease {
  private tenants: WeakRef<Tenant>[] = [];
  private used = 0;

  private constructor(readonly memory: WasmMemory) {}

  private static readonly all: Lease[] = [];
  private static clock = 0;

  /** A memory of at least `bytes` bytes, with anything in it: one that nobody holds any more, a new one, or the one used longest ago. */
  static of(bytes: number): Lease {
    let lease = Lease.all.find((one) => !one.isHeld());
    if (!lease && Lease.all.length < MOST) Lease.all.push((lease = new Lease(wasmMemory(bytes))));
    lease ??= Lease.all.reduce((a, b) => (b.used < a.used ? b : a));
    lease.end();
    growMemory(lease.memory, bytes);
    lease.touch();
    return lease;
  }

  /** Has to be told of everyone who keeps an array on this memory. They are not kept alive. */
  letTo(tenants: readonly Tenant[]): void {
    this.tenants.push(...tenants.map((tenant) => new WeakRef(tenant)));
  }

  /** It is in use. */
  touch(): void {
    this.used = ++Lease.clock;
  }

  private isHeld(): boolean {
    return this.tenants.some((tenant) => tenant.deref() !== undefined);
  }

  private end(): void {
    for (const tenant of this.tenants) tenant.deref()?.leave();
    this.tenants = [];
  }
}
