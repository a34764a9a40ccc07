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
 *          ICDE 2006; Bayardo, Ma and Srikant, "Scaling up all pairs similarity search", WWW 2007.
 * Cost     exact; grows with the pairs that share a rare trigram, not with all pairs.
 *
 * @throws {RangeError} a likeness that is not above 0 and at most 1
 * @example
 * alikeTexts(['Жол жөндеу', 'Саябақ'], ['метро', 'жол жөндеуі'], 0.5).map(({ left, right }) => [left, right]) // => [[0, 1]]
 */
export function alikeTexts(left: readonly string[], right: readonly string[], atLeast: number): AlikePair[] {
  if (!(atLeast > 0 && atLeast <= 1)) throw new RangeError(`A likeness of ${atLeast}: give one above 0 and at most 1.`)
  const texts = rankedTrigrams([...left, ...right])
  const lefts = texts.slice(0, left.length)
  const rights = texts.slice(left.length)

  const places = new Map<number, number[]>()
  for (const [at, trigrams] of rights.entries())
    for (const trigram of trigrams.subarray(0, prefixLength(trigrams.length, atLeast))) {
      const list = places.get(trigram)
      if (list === undefined) places.set(trigram, [at])
      else list.push(at)
    }

  const pairs: AlikePair[] = []
  const seenBy = new Int32Array(rights.length).fill(-1)
  for (const [at, trigrams] of lefts.entries()) {
    const found: AlikePair[] = []
    for (const trigram of trigrams.subarray(0, prefixLength(trigrams.length, atLeast)))
      for (const other of places.get(trigram) ?? []) {
        if (seenBy[other] === at) continue
        seenBy[other] = at
        const likeness = dice(trigrams, rights[other] ?? none, atLeast)
        if (likeness >= atLeast) found.push({ left: at, right: other, likeness })
      }
    pairs.push(...found.sort((a, b) => a.right - b.right))
  }
  return pairs
}

const none = new Uint32Array()

/** How many of the rarest trigrams of a text are enough to meet every text that is alike. */
const prefixLength = (length: number, atLeast: number): number => length - Math.ceil((atLeast / (2 - atLeast)) * length - 1e-9) + 1

/** Dice of two ascending lists; 0 as soon as it cannot reach `atLeast`. */
function dice(a: Uint32Array, b: Uint32Array, atLeast: number): number {
  const total = a.length + b.length
  const needed = (atLeast * total) / 2 - 1e-9
  let [i, j, common] = [0, 0, 0]
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

/** The trigrams of each text as ranks, the rarest first. One that stands twice in a text counts as two. */
function rankedTrigrams(texts: readonly string[]): Uint32Array[] {
  const ids = new Map<string, number>()
  const frequency: number[] = []
  const lists = texts.map((text) => {
    const times = new Map<string, number>()
    return trigramsOf(text).map((trigram) => {
      const time = times.get(trigram) ?? 0
      times.set(trigram, time + 1)
      const key = time === 0 ? trigram : `${trigram}${time}`
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
