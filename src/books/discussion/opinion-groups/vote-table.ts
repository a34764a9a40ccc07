/** What somebody said of a statement: 1 agree, -1 disagree, 0 pass. */
export type Choice = -1 | 0 | 1

export interface Vote {
  /** Counted from 0, in any order that the caller likes. */
  participant: number
  /** Counted from 0. */
  statement: number
  choice: Choice
}

/**
 * The votes of one conversation, one row per participant: row `i` is `rowStart[i]` up to `rowStart[i + 1]`, statements
 * ascending, one vote each.
 */
export interface VoteTable {
  participants: number
  statements: number
  rowStart: Int32Array
  statementOf: Int32Array
  choice: Int8Array
  /** Statements that moderation removed. */
  removed: ReadonlySet<number>
}

/**
 * Puts votes into a table. Of several votes of one participant on one statement the last one counts.
 *
 * Cost     linear in the votes.
 *
 * @throws {RangeError} a participant, statement or choice that the table has no place for
 * @example
 * [...voteTable([{ participant: 0, statement: 1, choice: 1 }, { participant: 0, statement: 1, choice: -1 }], 1, 2).choice] // => [-1]
 */
export function voteTable(
  votes: Iterable<Vote>,
  participants: number,
  statements: number,
  removed: ReadonlySet<number> = new Set(),
): VoteTable {
  const list = new VoteList()
  for (const { participant, statement, choice } of votes) list.add(participant, statement, choice)
  return voteTableOfColumns(list.columns(), participants, statements, removed)
}

export interface VoteColumns {
  participantOf: Int32Array
  statementOf: Int32Array
  choice: Int8Array
}

/** Votes in the order of their arrival, nine bytes each. */
export class VoteList {
  #count = 0
  #columns: VoteColumns = { participantOf: new Int32Array(1024), statementOf: new Int32Array(1024), choice: new Int8Array(1024) }

  add(participant: number, statement: number, choice: number): void {
    if (this.#count === this.#columns.choice.length) this.#grow()
    this.#columns.participantOf[this.#count] = participant
    this.#columns.statementOf[this.#count] = statement
    this.#columns.choice[this.#count++] = choice
  }

  columns(): VoteColumns {
    const { participantOf, statementOf, choice } = this.#columns
    const count = this.#count
    return {
      participantOf: participantOf.subarray(0, count),
      statementOf: statementOf.subarray(0, count),
      choice: choice.subarray(0, count),
    }
  }

  #grow(): void {
    const wider: VoteColumns = {
      participantOf: new Int32Array(2 * this.#count),
      statementOf: new Int32Array(2 * this.#count),
      choice: new Int8Array(2 * this.#count),
    }
    wider.participantOf.set(this.#columns.participantOf)
    wider.statementOf.set(this.#columns.statementOf)
    wider.choice.set(this.#columns.choice)
    this.#columns = wider
  }
}

/**
 * The same of votes that come as columns, in the order of their arrival: for millions of them.
 *
 * @throws {RangeError} a participant, statement or choice that the table has no place for
 */
export function voteTableOfColumns(votes: VoteColumns, participants: number, statements: number, removed: ReadonlySet<number>): VoteTable {
  for (let v = 0; v < votes.choice.length; v++) {
    const participant = votes.participantOf[v]!
    const statement = votes.statementOf[v]!
    if (!(participant >= 0 && participant < participants))
      throw new RangeError(`Vote ${v}: there is no participant ${participant}; there are ${participants}, counted from 0.`)
    if (!(statement >= 0 && statement < statements))
      throw new RangeError(`Vote ${v}: there is no statement ${statement}; there are ${statements}, counted from 0.`)
    if (Math.abs(votes.choice[v]!) > 1) throw new RangeError(`Vote ${v}: ${votes.choice[v]!} is not a vote. It is 1, -1 or 0.`)
  }
  // First by statement, then by participant: both keep the order of arrival, so rows come out sorted, the last vote last.
  const byStatement = countingSort(votes.statementOf, statements, null)
  const { order, start } = countingSort(votes.participantOf, participants, byStatement.order)
  const statementOf = new Int32Array(order.length)
  const choice = new Int8Array(order.length)
  const rowStart = new Int32Array(participants + 1)
  let count = 0
  for (let row = 0; row < participants; row++) {
    rowStart[row] = count
    for (let at = start[row]!; at < start[row + 1]!; at++) {
      const vote = order[at]!
      const statement = votes.statementOf[vote]!
      if (count > rowStart[row]! && statementOf[count - 1] === statement) count--
      statementOf[count] = statement
      choice[count] = votes.choice[vote]!
      count++
    }
  }
  rowStart[participants] = count
  return { participants, statements, rowStart, statementOf: statementOf.subarray(0, count), choice: choice.subarray(0, count), removed }
}

/** The table of some of its rows, each as often as it is named. */
export function rowsOf(votes: VoteTable, rows: Int32Array): VoteTable {
  let count = 0
  for (const row of rows) count += votes.rowStart[row + 1]! - votes.rowStart[row]!
  const rowStart = new Int32Array(rows.length + 1)
  const statementOf = new Int32Array(count)
  const choice = new Int8Array(count)
  for (let i = 0, at = 0; i < rows.length; i++) {
    const from = votes.rowStart[rows[i]!]!
    const to = votes.rowStart[rows[i]! + 1]!
    statementOf.set(votes.statementOf.subarray(from, to), at)
    choice.set(votes.choice.subarray(from, to), at)
    rowStart[i + 1] = at += to - from
  }
  return { participants: rows.length, statements: votes.statements, rowStart, statementOf, choice, removed: votes.removed }
}

/** Positions in the order of their keys, equal keys as they were; `start` says where each key begins. */
function countingSort(keys: Int32Array, most: number, before: Int32Array | null): { order: Int32Array; start: Int32Array } {
  const start = new Int32Array(most + 1)
  for (let at = 0; at < keys.length; at++) start[keys[at]! + 1]!++
  for (let key = 0; key < most; key++) start[key + 1]! += start[key]!
  const next = start.slice(0, most)
  const order = new Int32Array(keys.length)
  for (let at = 0; at < keys.length; at++) {
    const position = before === null ? at : before[at]!
    order[next[keys[position]!]!++] = position
  }
  return { order, start }
}
