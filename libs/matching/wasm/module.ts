/** Puts functions together into a WebAssembly module, with the memory and the numbers that it is given. */

import { flatten, I32, I64, Local, push, unsigned, V128, type Code } from './code.js';

/** What we use of WebAssembly; the types that come with Node leave it out. */
declare const WebAssembly: {
  Memory: new (size: { initial: number }) => WasmMemory;
  Module: new (bytes: Uint8Array) => WasmModule;
  Instance: new (module: WasmModule, imports: object) => { readonly exports: unknown };
};

export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** Compiled, and not yet bound to a memory. */
export type WasmModule = object;

const PAGE = 65_536;

/** A memory of at least `bytes` bytes, all zero. */
export function wasmMemory(bytes: number): WasmMemory {
  return new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
}

/** Makes it larger when it has less than `bytes` bytes; arrays on it are lost then. */
export function growMemory(memory: WasmMemory, bytes: number): void {
  if (memory.buffer.byteLength < bytes) memory.grow(Math.ceil((bytes - memory.buffer.byteLength) / PAGE));
}

/** The functions of a module, bound to a memory and to the numbers it imports. */
export function instantiate<T>(module: WasmModule, memory: WasmMemory, numbers: Readonly<Record<string, number>>): T {
  return new WebAssembly.Instance(module, { env: { memory, ...numbers } }).exports as T;
}

/** A function: `parameters` 32-bit numbers in, one out; its variables are made by `local`. */
export class WasmFunction {
  readonly locals: number[] = [];
  body: Code = [];

  constructor(
    readonly name: string,
    readonly parameters: number,
  ) {}

  /** The parameter at a place. */
  parameter(index: number): Local {
    return new Local(index, I32);
  }

  int = (): Local => this.local(I32);
  long = (): Local => this.local(I64);
  bytes = (): Local => this.local(V128);

  private local(type: number): Local {
    this.locals.push(type);
    return new Local(this.parameters + this.locals.length - 1, type);
  }
}

/** Reads an imported number, by its place among them. */
export const numberAt = (index: number): Code => [0x23, ...unsigned(index)];

const [TYPES, IMPORTS, FUNCTIONS, EXPORTS, CODE] = [1, 2, 3, 7, 10];
const HEADER = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/** Compiles functions; `numbers` are the names of the numbers to import, in the order of `numberAt`. */
export function compileModule(functions: readonly WasmFunction[], numbers: readonly string[]): WasmModule {
  return new WebAssembly.Module(Uint8Array.from(moduleBytes(functions, numbers)));
}

function moduleBytes(functions: readonly WasmFunction[], numbers: readonly string[]): number[] {
  const env = text('env');
  const memory = [...env, ...text('memory'), 0x02, 0x00, ...unsigned(1)];
  const globals = numbers.map((name) => [...env, ...text(name), 0x03, I32, 0x00]);
  return [
    ...HEADER,
    ...section(TYPES, functions.map(({ parameters }) => [0x60, ...list(Array.from({ length: parameters }, () => [I32])), 1, I32])),
    ...section(IMPORTS, [memory, ...globals]),
    ...section(FUNCTIONS, functions.map((_, i) => unsigned(i))),
    ...section(EXPORTS, functions.map(({ name }, i) => [...text(name), 0x00, ...unsigned(i)])),
    ...section(CODE, functions.map(codeOf)),
  ]; // prettier-ignore
}

function codeOf({ locals, body }: WasmFunction): number[] {
  const declared = list(locals.map((type) => [1, type]));
  // The end is never reached: every function gives its answer before. This is what the format wants to see there.
  const bytes = [...declared, ...flatten([...body, ...push(0)]), 0x0b];
  return [...unsigned(bytes.length), ...bytes];
}

function section(id: number, items: readonly (readonly number[])[]): number[] {
  const content = list(items);
  return [id, ...unsigned(content.length), ...content];
}

function list(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function text(value: string): number[] {
  return [...unsigned(value.length), ...[...value].map((letter) => letter.charCodeAt(0))];
}
