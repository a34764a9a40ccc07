import { VoteList, type Choice, type VoteColumns } from '../../books/discussion/opinion-groups/vote-table.ts'
import type { PolisTable } from './polis-table.ts'

/** Votes with participants and statements as Polis numbers them. */
export interface PolisVotes {
  /** In the order of their first vote. */
  participants: string[]
  /** Statements that somebody was asked about, by their number. */
  statements: string[]
  votes: VoteColumns
  /** By participant; −1 for none. Null when the file does not say. */
  publishedGroupOf: Int8Array | null
}

const choices: Readonly<Record<string, Choice>> = { '1': 1, '-1': -1, '0': 0, '1.0': 1, '-1.0': -1, '0.0': 0 }
const aVote = 'a vote: 1 (agree), -1 (disagree), 0 (pass) or, in participants-votes.csv, nothing'

/**
 * The matrix of participants and statements. Columns whose name is a number are statements, whatever else there may be (`xid`, `group-id` …).
 *
 * @throws {FormatError} a column is missing, or a cell is wrong
 */
export function readParticipantsVotes(table: PolisTable): PolisVotes {
  const id = table.require('participant')
  const group = table.find('group-id')
  const columns = [...table.header.entries()].filter(([, name]) => /^\d+$/.test(name)).map(([at]) => at)
  const seen = new Set<string>()
  const votes = new VoteList()
  const groups: number[] = []
  for (const row of table.rows) {
    const participant = seen.size
    const own = row.cells[id] ?? ''
    if (own === '' || seen.has(own)) throw table.wrong(row, id, 'the number of a participant who stands there once')
    seen.add(own)
    const published = group < 0 ? '' : (row.cells[group] ?? '')
    if (!/^\d{0,2}$/.test(published)) throw table.wrong(row, group, 'the number of a group, or nothing')
    groups.push(published === '' ? -1 : Number(published))
    for (const [statement, at] of columns.entries()) {
      const cell = row.cells[at]!
      if (cell === '') continue
      const choice = choices[cell]
      if (choice === undefined) throw table.wrong(row, at, aVote)
      votes.add(participant, statement, choice)
    }
  }
  return {
    participants: [...seen],
    statements: columns.map((at) => table.header[at]!),
    votes: votes.columns(),
    publishedGroupOf: groups.some((one) => one >= 0) ? Int8Array.from(groups) : null,
  }
}

/**
 * The same from the list of single votes, in which the last vote of a participant on a statement counts.
 *
 * @throws {FormatError} a column is missing, or a cell is wrong
 */
export function readVotes(table: PolisTable): PolisVotes {
  const [statementAt, voterAt, voteAt] = [table.require('comment-id'), table.require('voter-id'), table.require('vote')]
  const time = table.find('timestamp')
  const rows: { voter: string; statement: string; choice: Choice; at: number }[] = []
  for (const row of table.rows) {
    const [statement = '', voter = ''] = [row.cells[statementAt], row.cells[voterAt]]
    const choice = choices[row.cells[voteAt] ?? '']
    if (!/^\d+$/.test(statement)) throw table.wrong(row, statementAt, 'the number of a statement')
    if (voter === '') throw table.wrong(row, voterAt, 'the number of a participant')
    if (choice === undefined) throw table.wrong(row, voteAt, aVote)
    const at = time < 0 ? 0 : Number(row.cells[time])
    if (Number.isNaN(at)) throw table.wrong(row, time, 'a time in milliseconds')
    rows.push({ voter, statement, choice, at })
  }
  // Rows stand by statement or by participant in different exports: participants come as the file has them, votes by time.
  const participants = [...new Set(rows.map((row) => row.voter))]
  const statements = [...new Set(rows.map((row) => row.statement))].toSorted((a, b) => Number(a) - Number(b))
  const numberOf = (list: readonly string[]) => new Map(list.map((one, at) => [one, at]))
  const [participantOf, statementOf] = [numberOf(participants), numberOf(statements)]
  const votes = new VoteList()
  for (const { voter, statement, choice } of rows.toSorted((a, b) => a.at - b.at))
    votes.add(participantOf.get(voter)!, statementOf.get(statement)!, choice)
  return { participants, statements, votes: votes.columns(), publishedGroupOf: null }
}
