/** A queue of numbers of which the least, by some key, comes out first. */

export class LeastFirst {
  private readonly heap: number[] = [];

  /** @param before whether one item comes out before another */
  constructor(private readonly before: (a: number, b: number) => boolean) {}

  get size(): number {
    return this.heap.length;
  }

  /** @returns what comes out next; undefined when there is nothing */
  first(): number | undefined {
    return this.heap[0];
  }

  push(item: number): void {
    const { heap, before } = this;
    let at = heap.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!before(item, heap[parent] as number)) break;
      heap[at] = heap[parent] as number;
      at = parent;
    }
    heap[at] = item;
  }

  pop(): number | undefined {
    const { heap, before } = this;
    const least = heap[0];
    const last = heap.pop();
    if (heap.length === 0 || last === undefined) return least;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1] as number, heap[child] as number)) child++;
      if (!before(heap[child] as number, last)) break;
      heap[at] = heap[child] as number;
      at = child;
    }
    heap[at] = last;
    return least;
  }
}
