/** Rows kept in memory, of all cities together: about 60 MB of figures. */
const mostRows = 150_000

/**
 * What published releases brought, kept in memory. It never changes: which releases count is asked each time, and an answer that was made
 * from the same releases is the same answer. So nothing here grows old; what nobody has asked for longest goes first when there is too much.
 */
export class KeptReads {
  #kept = new Map<string, { rows: readonly unknown[]; weight: number }>()
  #weight = 0
  #numbers = new Map<string, number>()

  /** A short name for a set of releases, to begin keys with. */
  nameOf(releaseIds: Iterable<string>): string {
    const text = [...releaseIds].join(' ')
    const number = this.#numbers.get(text) ?? this.#numbers.size
    this.#numbers.set(text, number)
    return String(number)
  }

  find<Row>(key: string): readonly Row[] | null {
    const found = this.#kept.get(key)
    if (found === undefined) return null
    this.#kept.delete(key)
    this.#kept.set(key, found)
    return found.rows as readonly Row[]
  }

  /** Frozen, because everybody who asks is given the same rows. */
  keep<Row>(key: string, rows: readonly Row[]): readonly Row[] {
    if (this.#kept.has(key)) return rows
    const weight = rows.length + 1
    this.#kept.set(key, { rows: Object.freeze(rows), weight })
    this.#weight += weight
    for (const [oldest, old] of this.#kept) {
      if (this.#weight <= mostRows) break
      this.#kept.delete(oldest)
      this.#weight -= old.weight
    }
    return rows
  }

  /** The kept rows, or those that `read` reads now. */
  async get<Row>(key: string, read: () => Promise<readonly Row[]>): Promise<readonly Row[]> {
    return this.find<Row>(key) ?? this.keep(key, await read())
  }
}
