/** A list of small numbers that grows in a typed array: a tenth of the memory of an array of numbers. */

type Flat = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer>;

export class GrowingList<T extends Flat> {
  length = 0;
  private values: T;

  constructor(private readonly make: new (size: number) => T) {
    this.values = new make(1024);
  }

  /** The value at a place below `length`. */
  at(place: number): number {
    return this.values[place] as number;
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new this.make(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  /** The values so far, without room to grow. */
  finish(): T {
    return this.values.slice(0, this.length) as T;
  }
}
