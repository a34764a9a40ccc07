/** Text of all kept pages together; about 800 pages of a city. */
const mostCharacters = 40_000_000

/**
 * Pages already made. A page depends on its address, on the day, and on the record; `stamp` changes when the record
 * does, and then everything kept is let go. The oldest pages go first when there are too many.
 */
export class PageCache {
  #stamp = ''
  #pages = new Map<string, string>()
  #characters = 0

  /** The kept page, or the one that `make` makes now. A null is not kept. */
  async get(stamp: string, key: string, make: () => Promise<string | null>): Promise<string | null> {
    if (stamp !== this.#stamp) {
      this.#stamp = stamp
      this.#pages.clear()
      this.#characters = 0
    }
    const kept = this.#pages.get(key)
    if (kept !== undefined) return kept
    const made = await make()
    if (made !== null && stamp === this.#stamp) this.#keep(key, made)
    return made
  }

  #keep(key: string, page: string): void {
    this.#pages.set(key, page)
    this.#characters += page.length
    for (const [oldest, text] of this.#pages) {
      if (this.#characters <= mostCharacters) break
      this.#pages.delete(oldest)
      this.#characters -= text.length
    }
  }
}
