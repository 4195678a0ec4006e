/** Gauges of the desk beside those of its process, on prom-client, which is loaded with this file. */
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

export interface Figures {
  set(name: string, value: number): void;
  /** In the text format of Prometheus. */
  text(): Promise<string>;
}

/** @param named gauges, each by its name and help @returns where they are set and read */
export function makeFigures(named: readonly (readonly [name: string, help: string, ...rest: unknown[]])[]): Figures {
  const registry = new Registry();
  const gauges = new Map(named.map(([name, help]) => [name, new Gauge({ name, help, registers: [registry] })]));
  collectDefaultMetrics({ register: registry });
  return { set: (name, value) => gauges.get(name)?.set(value), text: () => registry.metrics() };
}
