/**
 * Things 0 … count − 1 in sets that grow together: who is connected to whom.
 *
 * Source   Tarjan and van Leeuwen, "Worst-case analysis of set union algorithms", JACM 31 (1984), 245–281; union by smaller
 *          number with path halving, so that each set is named by its least member in whatever order they were joined.
 * Cost     nearly constant per step; 4 bytes each.
 */
export class DisjointSets {
  readonly #parent: Uint32Array

  constructor(count: number) {
    this.#parent = new Uint32Array(count)
    for (let i = 0; i < count; i++) this.#parent[i] = i
  }

  /** The least member of the set in which `i` is. */
  find(i: number): number {
    const parent = this.#parent
    for (let up = parent[i] as number; up !== i; up = parent[i] as number) i = parent[i] = parent[up] as number
    return i
  }

  join(a: number, b: number): void {
    const first = this.find(a)
    const second = this.find(b)
    if (first < second) this.#parent[second] = first
    else this.#parent[first] = second
  }
}
