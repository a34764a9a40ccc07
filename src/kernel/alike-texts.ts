import { trigramsOf } from './text-similarity.ts'

/** Two texts by their places in the lists, and how alike they are. */
export interface AlikePair {
  left: number
  right: number
  likeness: number
}

/**
 * All pairs of a text of one list and a text of the other that are alike at least so much, as `textSimilarity` has it:
 * in the order of the first list, then of the second.
 *
 * Not every pair is compared. Where two texts of a and b trigrams are to have a Dice of d, they share at least
 * d · (a + b) / 2; so one of the rarest trigrams of each must be common, and only those are looked up.
 *
 * Source   prefix filter: Chaudhuri, Ganti and Kaushik, "A primitive operator for similarity joins in data cleaning",
 *          ICDE 2006; Bayardo, Ma and Srikant, "Scaling up all pairs similarity search", WWW 2007. Positional filter: Xiao, Wang,
 *          Lin and Yu, "Efficient similarity joins for near duplicate detection", WWW 2008.
 * Cost     exact; grows with the pairs that share a rare trigram, not with all pairs.
 *
 * @throws {RangeError} a likeness that is not above 0 and at most 1
 * @example
 * alikeTexts(['Жол жөндеу', 'Саябақ'], ['метро', 'жол жөндеуі'], 0.5).map(({ left, right }) => [left, right]) // => [[0, 1]]
 */
export function alikeTexts(left: readonly string[], right: readonly string[], atLeast: number): AlikePair[] {
  const ranked = rankedParts([...left, ...right].map(trigramsOf))
  const others = new RareParts(checked(atLeast))
  for (const parts of ranked.slice(left.length)) others.add(parts)
  return ranked.slice(0, left.length).flatMap((parts, at) => others.alike(parts).map((found) => ({ left: at, ...found })))
}

/**
 * All pairs of texts of one list that are alike at least so much; `right` is the earlier one. A text is given as its parts, for
 * instance its words: the same parts in any order are the same text. An empty text is like nothing.
 *
 * @throws {RangeError} a likeness that is not above 0 and at most 1
 * @example
 * alikeAmong([['жол', 'жөндеу'], ['метро'], ['жөндеу', 'жол', 'керек']], 0.5) // => [{ left: 2, right: 0, likeness: 0.8 }]
 */
export function alikeAmong(texts: ReadonlyArray<readonly string[]>, atLeast: number): AlikePair[] {
  const earlier = new RareParts(checked(atLeast))
  return rankedParts(texts).flatMap((parts, at) => {
    const pairs = earlier.alike(parts).map((found) => ({ left: at, ...found }))
    earlier.add(parts)
    return pairs
  })
}

function checked(atLeast: number): number {
  if (!(atLeast > 0 && atLeast <= 1)) throw new RangeError(`A likeness of ${atLeast}: give one above 0 and at most 1.`)
  return atLeast
}

/** Texts that are found by their rarest parts. */
class RareParts {
  readonly #atLeast: number
  readonly #texts: Uint32Array[] = []
  readonly #places = new Map<number, Array<{ text: number; position: number }>>()
  /** For which query a text was last compared, so that it is compared once. */
  readonly #seenIn: number[] = []
  #query = 0

  constructor(atLeast: number) {
    this.#atLeast = atLeast
  }

  add(parts: Uint32Array): void {
    for (const [position, part] of this.#rarest(parts).entries()) {
      const place = { text: this.#texts.length, position }
      const list = this.#places.get(part)
      if (list === undefined) this.#places.set(part, [place])
      else list.push(place)
    }
    this.#texts.push(parts)
    this.#seenIn.push(0)
  }

  alike(parts: Uint32Array): Array<{ right: number; likeness: number }> {
    this.#query++
    const found: Array<{ right: number; likeness: number }> = []
    for (const [at, part] of this.#rarest(parts).entries())
      for (const { text, position } of this.#places.get(part) ?? []) {
        if (this.#seenIn[text] === this.#query) continue
        this.#seenIn[text] = this.#query
        // The rarest part that both have: what stands in front of it, in either, is not common.
        const likeness = dice(parts, this.#texts[text] ?? none, at, position, this.#atLeast)
        if (likeness >= this.#atLeast) found.push({ right: text, likeness })
      }
    return found.sort((a, b) => a.right - b.right)
  }

  /** Enough of them to meet every text that is alike. */
  #rarest(parts: Uint32Array): Uint32Array {
    return parts.subarray(0, parts.length - Math.ceil((this.#atLeast / (2 - this.#atLeast)) * parts.length - 1e-9) + 1)
  }
}

const none = new Uint32Array()

/** Dice of two ascending lists that have nothing in common before places i and j; 0 as soon as it cannot reach `atLeast`. */
function dice(a: Uint32Array, b: Uint32Array, i: number, j: number, atLeast: number): number {
  const total = a.length + b.length
  const needed = (atLeast * total) / 2 - 1e-9
  let common = 0
  while (i < a.length && j < b.length) {
    if (common + Math.min(a.length - i, b.length - j) < needed) return 0
    const [x, y] = [a[i] ?? 0, b[j] ?? 0]
    if (x === y) {
      common++
      i++
      j++
    } else if (x < y) i++
    else j++
  }
  return (2 * common) / total
}

/** The parts of each text as ranks, the rarest first. One that stands twice in a text counts as two. */
function rankedParts(texts: ReadonlyArray<readonly string[]>): Uint32Array[] {
  const ids = new Map<string, number>()
  const frequency: number[] = []
  const lists = texts.map((parts) => {
    const times = new Map<string, number>()
    return parts.map((part) => {
      const time = times.get(part) ?? 0
      times.set(part, time + 1)
      const key = time === 0 ? part : `${part}\n${time}`
      const id = ids.get(key) ?? ids.size
      ids.set(key, id)
      frequency[id] = (frequency[id] ?? 0) + 1
      return id
    })
  })
  const order = Array.from(frequency.keys()).sort((a, b) => (frequency[a] ?? 0) - (frequency[b] ?? 0) || a - b)
  const rank = new Uint32Array(order.length)
  for (const [place, id] of order.entries()) rank[id] = place
  return lists.map((list) => Uint32Array.from(list, (id) => rank[id] ?? 0).sort())
}
