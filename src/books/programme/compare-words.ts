/** A stretch of words of two texts. */
export interface WordPart {
  kind: 'same' | 'deleted' | 'inserted'
  text: string
}

/** Above this many pairs of words the texts are shown as wholly replaced: nobody writes such sentences by hand. */
const mostPairs = 1_000_000

/**
 * What was struck out and what was put in, word by word: the longest common subsequence of words is kept.
 *
 * Parts with `deleted` left out give the new text, with `inserted` left out the old one, spaces included.
 *
 * Source   longest common subsequence by dynamic programming (Wagner and Fischer 1974).
 * Cost     words of one text × words of the other.
 *
 * @example
 * compareWords('үлес 65 % болған', 'үлес 43 % болған').map((part) => part.text) // => ['үлес ', '65', '43', ' % болған']
 */
export function compareWords(before: string, after: string): WordPart[] {
  const a = before.match(/\s+|\S+/g) ?? []
  const b = after.match(/\s+|\S+/g) ?? []
  if (a.length * b.length > mostPairs) return join([...a.map(part('deleted')), ...b.map(part('inserted'))])

  // common[i][j]: how many words the rest of a from i and the rest of b from j have in common
  const common = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1))
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    const row = common[i] ?? new Uint32Array()
    for (let j = b.length - 1; j >= 0; j--) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  }

  const parts: WordPart[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      parts.push(part('same')(a[i++] ?? ''))
      j++
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) parts.push(part('deleted')(a[i++] ?? ''))
    else parts.push(part('inserted')(b[j++] ?? ''))
  }
  return join(parts)
}

const part =
  (kind: WordPart['kind']) =>
  (text: string): WordPart => ({ kind, text })

/** Neighbours of one kind as one part; within a change all that was deleted stands before all that was inserted. */
function join(parts: readonly WordPart[]): WordPart[] {
  const joined: WordPart[] = []
  let [deleted, inserted] = ['', '']
  const flush = () => {
    if (deleted !== '') joined.push({ kind: 'deleted', text: deleted })
    if (inserted !== '') joined.push({ kind: 'inserted', text: inserted })
    deleted = inserted = ''
  }
  for (const { kind, text } of parts) {
    const last = joined.at(-1)
    if (kind === 'deleted') deleted += text
    else if (kind === 'inserted') inserted += text
    else if (deleted === '' && inserted === '' && last?.kind === 'same') last.text += text
    else {
      flush()
      joined.push({ kind, text })
    }
  }
  flush()
  return joined
}
