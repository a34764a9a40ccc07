/** How a paper form answers a statement. */
export interface PaperVote {
  statement: number
  vote: 'agree' | 'disagree' | 'pass'
}

const signs = { '+': 'agree', '-': 'disagree', '−': 'disagree', '–': 'disagree', '0': 'pass' } as const

/**
 * Votes as they are typed off a paper form: the number of a statement and how the form answers it.
 *
 * @returns null where they cannot be read, or one statement is named twice
 * @example
 * readPaperVotes('12=+ 13=-') // => [{ statement: 12, vote: 'agree' }, { statement: 13, vote: 'disagree' }]
 * readPaperVotes('12=yes') // => null
 */
export function readPaperVotes(text: string): PaperVote[] | null {
  const votes = text
    .split(/[\s,;]+/)
    .filter((one) => one !== '')
    .map((one) => /^(\d{1,6})=([-+0−–])$/.exec(one))
  const read = votes.flatMap((match) =>
    match === null ? [] : [{ statement: Number(match[1]), vote: signs[match[2] as keyof typeof signs] }],
  )
  return read.length < votes.length || new Set(read.map(({ statement }) => statement)).size < read.length ? null : read
}
