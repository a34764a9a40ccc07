import { gzip } from 'node:zlib'

/** Bytes of all kept pages together, packed and not; about 800 pages of a city. */
const mostBytes = 80_000_000

/** Addresses under which kept pages are answered at once: one page may have several (with and without a slash at the end). */
const mostAddresses = 20_000

/** A page already made, as it goes over the wire. */
export class KeptPage {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly addresses: string[] = []
  /** Whether the cache holds it: only then may it be answered at an address without being made. */
  isKept = false
  #packed: Promise<Uint8Array<ArrayBuffer>> | null = null

  constructor(html: string) {
    this.bytes = new TextEncoder().encode(html)
  }

  /** Packed once, and not for every reader. */
  packed(): Promise<Uint8Array<ArrayBuffer>> {
    this.#packed ??= new Promise((resolve, reject) => {
      gzip(this.bytes, (error, bytes) => (error === null ? resolve(new Uint8Array(bytes)) : reject(error)))
    })
    return this.#packed
  }
}

/** What is answered at an address without asking for anything but the stamp. */
export interface KeptAnswer {
  page: KeptPage
  headers: Readonly<Record<string, string>>
  /** Pattern of the address, for the log. */
  route: string
  city: string
  /** A page says what day it is in its city; the next day it is made again. */
  today: string
  timeZone: string
}

/**
 * Pages already made. A page depends on its address, on the day, and on the record; `stamp` changes when the record
 * does, and then everything kept is let go. The oldest pages go first when there are too many.
 */
export class PageCache {
  #stamp = ''
  #pages = new Map<string, KeptPage>()
  #answers = new Map<string, KeptAnswer>()
  /** Pages that are being made: a thousand readers of a page that is new wait for one making, and not for a thousand. */
  #making = new Map<string, Promise<KeptPage | null>>()
  #bytes = 0

  /** The kept page, or the one that `make` makes now. A null is not kept. */
  async get(stamp: string, key: string, make: () => Promise<string | null>): Promise<KeptPage | null> {
    this.#renew(stamp)
    const kept = this.#pages.get(key)
    if (kept !== undefined) return kept
    const making = this.#making.get(key) ?? this.#make(stamp, key, make)
    this.#making.set(key, making)
    return await making
  }

  async #make(stamp: string, key: string, make: () => Promise<string | null>): Promise<KeptPage | null> {
    try {
      const html = await make()
      if (html === null) return null
      const made = new KeptPage(html)
      if (stamp === this.#stamp) this.#keep(key, made)
      return made
    } finally {
      if (stamp === this.#stamp) this.#making.delete(key)
    }
  }

  /** Whether it is worth asking for the stamp: the address was answered before. */
  mayHave(address: string): boolean {
    return this.#answers.has(address)
  }

  /** What was answered at exactly this address, while the record stands. */
  find(stamp: string, address: string): KeptAnswer | null {
    this.#renew(stamp)
    return this.findLast(address)
  }

  /** What was answered when the record was last asked. */
  findLast(address: string): KeptAnswer | null {
    return this.#answers.get(address) ?? null
  }

  /** From now on `find` gives this answer. A page that is not kept (any more) has no address either. */
  answerAt(address: string, answer: KeptAnswer): void {
    if (this.#answers.size >= mostAddresses || !answer.page.isKept) return
    this.#answers.set(address, answer)
    answer.page.addresses.push(address)
  }

  #renew(stamp: string): void {
    if (stamp === this.#stamp) return
    this.#stamp = stamp
    for (const page of this.#pages.values()) page.isKept = false
    this.#pages.clear()
    this.#answers.clear()
    this.#making.clear()
    this.#bytes = 0
  }

  #keep(key: string, page: KeptPage): void {
    page.isKept = true
    this.#pages.set(key, page)
    this.#bytes += sizeOf(page)
    for (const [oldest, old] of this.#pages) {
      if (this.#bytes <= mostBytes) break
      this.#pages.delete(oldest)
      old.isKept = false
      for (const address of old.addresses) this.#answers.delete(address)
      this.#bytes -= sizeOf(old)
    }
  }
}

/** Packed, a page takes a fifth more. */
const sizeOf = (page: KeptPage): number => page.bytes.length * 1.2
