/** A small assembler: WebAssembly instructions as TypeScript expressions, so that a program of it reads like one. */

/** Where a branch may go: out of a block or if, back to the start of a loop. */
export class Label {}

interface Frame {
  opcode: number;
  label: Label;
  body: Code;
  otherwise?: Code;
}

interface Branch {
  opcode: number;
  to: Label;
}

/** Instructions: their bytes, and what is only known when it is put in its place. */
export type Code = readonly (number | Frame | Branch)[];

/** A variable of a function. Its type is that of WebAssembly's binary format. */
export class Local {
  constructor(
    readonly index: number,
    readonly type: number,
  ) {}
}

/** Something to be computed; a plain number is a 32-bit constant. */
export type Value = number | Local | Code;

export const I32 = 0x7f;
export const I64 = 0x7e;
export const V128 = 0x7b;

/** The instructions that push a value. */
export function push(value: Value): Code {
  if (typeof value === 'number') return [0x41, ...signed(BigInt(value | 0))];
  return value instanceof Local ? [0x20, ...unsigned(value.index)] : value;
}

/** LEB128. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let left = value >>> 0;
  for (; left >= 0x80; left >>>= 7) bytes.push((left & 0x7f) | 0x80);
  return [...bytes, left];
}

function signed(value: bigint): number[] {
  const bytes: number[] = [];
  let left = value;
  for (; left > 63n || left < -64n; left >>= 7n) bytes.push(Number(left & 0x7fn) | 0x80);
  return [...bytes, Number(left & 0x7fn)];
}

const binary =
  (...opcode: number[]) =>
  (a: Value, b: Value): Code => [...push(a), ...push(b), ...opcode];
const unary =
  (...opcode: number[]) =>
  (a: Value): Code => [...push(a), ...opcode];
const load =
  (...opcode: number[]) =>
  (address: Value, offset = 0): Code => [...push(address), ...opcode, 0, ...unsigned(offset)];
const store =
  (...opcode: number[]) =>
  (address: Value, value: Value, offset = 0): Code => [...push(address), ...push(value), ...opcode, 0, ...unsigned(offset)];

// 32-bit numbers; comparisons give 0 or 1.
export const [add, sub, mul] = [binary(0x6a), binary(0x6b), binary(0x6c)];
export const [and, or, xor, shl, shr] = [binary(0x71), binary(0x72), binary(0x73), binary(0x74), binary(0x76)];
export const [eq, ne, less, more, atLeast] = [binary(0x46), binary(0x47), binary(0x49), binary(0x4b), binary(0x4f)];
export const [not, lowest] = [unary(0x45), unary(0x68)];
export const [load8, load32, store32] = [load(0x2d), load(0x28), store(0x36)];

// 64-bit numbers.
export const long = (value: bigint): Code => [0x42, ...signed(BigInt.asIntN(64, value))];
export const [addLong, subLong] = [binary(0x7c), binary(0x7d)];
export const [andLong, orLong, xorLong, shlLong, shrLong] = [
  binary(0x83),
  binary(0x84),
  binary(0x85),
  binary(0x86),
  binary(0x88),
];
export const [isZero, countZeros, toLong, toInt] = [unary(0x50), unary(0x7a), unary(0xad), unary(0xa7)];
export const [loadLong, storeLong] = [load(0x29), store(0x37)];
export const notLong = (a: Value): Code => xorLong(a, long(-1n));

// Sixteen bytes at once.
const SIMD = 0xfd;
export const bytesOf = (values: readonly number[]): Code => [SIMD, 0x0c, ...values];
export const loadBytes = load(SIMD, 0x00);
export const storeBytes = store(SIMD, 0x0b);
export const [lookUp, sameBytes, otherBytes] = [binary(SIMD, 0x0e), binary(SIMD, 0x23), binary(SIMD, 0x24)];
export const [andBytes, orBytes, splat] = [binary(SIMD, 0x4e), binary(SIMD, 0x50), unary(SIMD, 0x0f)];
/** Each byte shifted to the right. */
export const shrBytes = binary(SIMD, 0x6d);
/** The highest bit of each byte. */
export const highBits = unary(SIMD, 0x64);

export const set = (local: Local, value: Value): Code => [...push(value), 0x21, ...unsigned(local.index)];
/** `a` when the condition holds, else `b`; both are computed. */
export const select = (a: Value, b: Value, condition: Value): Code => [...push(a), ...push(b), ...push(condition), 0x1b];
export const give = (value: Value): Code => [...push(value), 0x0f];
export const call = (number: number, ...values: Value[]): Code => [...values.flatMap(push), 0x10, ...unsigned(number)];

export const block = (label: Label, ...body: Code[]): Code => [{ opcode: 0x02, label, body: body.flat() }];
export const loop = (label: Label, ...body: Code[]): Code => [{ opcode: 0x03, label, body: body.flat() }];
export const when = (condition: Value, then: Code, otherwise?: Code): Code => [
  ...push(condition),
  { opcode: 0x04, label: new Label(), body: then, ...(otherwise && { otherwise }) },
];
export const go = (to: Label): Code => [{ opcode: 0x0c, to }];
export const goIf = (to: Label, condition: Value): Code => [...push(condition), { opcode: 0x0d, to }];
/** Several statements as one. */
export const steps = (...list: Code[]): Code => list.flat();

const NO_RESULT = 0x40;
const ELSE = 0x05;
const END = 0x0b;

/** The bytes of code, with each branch told by how many frames it leaves; `around` are the labels outside, innermost first. */
export function flatten(code: Code, around: readonly Label[] = []): number[] {
  return code.flatMap((item) => {
    if (typeof item === 'number') return [item];
    if ('to' in item) return [item.opcode, ...unsigned(depthOf(item.to, around))];
    const inside = [item.label, ...around];
    const otherwise = item.otherwise ? [ELSE, ...flatten(item.otherwise, inside)] : [];
    return [item.opcode, NO_RESULT, ...flatten(item.body, inside), ...otherwise, END];
  });
}

function depthOf(label: Label, around: readonly Label[]): number {
  const depth = around.indexOf(label);
  if (depth < 0) throw new Error('a branch goes to a label that is not around it');
  return depth;
}
