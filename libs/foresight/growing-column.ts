/** A list of whole numbers by the million: four bytes each, outside the program's heap. */

export class GrowingColumn {
  private values: Int32Array;
  length = 0;

  /** @param expected about how many there will be */
  constructor(expected: number) {
    this.values = new Int32Array(Math.max(16, expected));
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = new Int32Array(Math.ceil(this.length * 1.5));
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length++] = value;
  }

  /** @returns what was pushed; valid until the next push */
  all(): Int32Array {
    return this.values.subarray(0, this.length);
  }
}
