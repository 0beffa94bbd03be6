interface Entry {
  at: number;
  order: number;
  run: () => void;
}

/** One queue of future happenings. Each sees its own moment as now, however late it is run. */
export class Timeline {
  #heap: Entry[] = [];
  #order = 0;
  #now: number;

  constructor(now: number) {
    this.#now = now;
  }

  /** Milliseconds since 1970 on the simulated calendar. */
  get now(): number {
    return this.#now;
  }

  get pending(): number {
    return this.#heap.length;
  }

  /** Plans a happening and returns its number, which grows with every plan. */
  plan(at: number, run: () => void): number {
    const entry = { at: Math.max(at, this.#now), order: ++this.#order, run };
    this.#heap.push(entry);
    this.#rise(this.#heap.length - 1);
    return entry.order;
  }

  /** Runs everything that is due up to and including a moment, in order. Never goes back. */
  runTo(moment: number): void {
    for (let next = this.#heap[0]; next && next.at <= moment; next = this.#heap[0]) {
      this.#removeFirst();
      this.#now = next.at;
      next.run();
    }
    this.#now = Math.max(this.#now, moment);
  }

  #rise(start: number): void {
    let index = start;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#before(index, parent)) return;
      this.#swap(index, parent);
      index = parent;
    }
  }

  #removeFirst(): void {
    const last = this.#heap.pop();
    if (!last || this.#heap.length === 0) return;
    this.#heap[0] = last;
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      let least = index;
      if (left < this.#heap.length && this.#before(left, least)) least = left;
      if (left + 1 < this.#heap.length && this.#before(left + 1, least)) least = left + 1;
      if (least === index) return;
      this.#swap(index, least);
      index = least;
    }
  }

  #before(left: number, right: number): boolean {
    const a = this.#heap[left];
    const b = this.#heap[right];
    if (!a || !b) return false;
    return a.at < b.at || (a.at === b.at && a.order < b.order);
  }

  #swap(left: number, right: number): void {
    const a = this.#heap[left];
    const b = this.#heap[right];
    if (!a || !b) return;
    this.#heap[left] = b;
    this.#heap[right] = a;
  }
}
