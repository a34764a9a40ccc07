import fs from 'node:fs'

export interface KillTotals {
  cases: number
  lost: number
  corrupt: number
  reports: number
  edits: number
  votes: number
  imports: number
  migrations: number
  firstStarts: number
}

/** What the server or a command said is safe, and how often each thing was tried. */
export interface Promised extends KillTotals {
  /** Text by number of the report. */
  texts: Record<string, string>
  /** By the id of a goal: the title that was confirmed last, the one that was sent last, and those confirmed before. */
  goals: Record<string, { kept: string; tried: string; last: string[] }>
  /** By role and statement: the choice that was confirmed last, and the one that was sent last. */
  ballots: Record<string, { kept: number | null; tried: number }>
  /** Numbers of published releases, with a page each. */
  releases: number[]
  /** While a round is played: what the server confirms in it is known here only when the round has ended. */
  isPlaying: boolean
}

export const nothingPromised = (): Promised => ({
  ...{ cases: 0, lost: 0, corrupt: 0, reports: 0, edits: 0, votes: 0, imports: 0, migrations: 0, firstStarts: 0 },
  ...{ texts: {}, goals: {}, ballots: {}, releases: [], isPlaying: false },
})

export const totalsOf = ({ cases, lost, corrupt, reports, edits, votes, imports, migrations, firstStarts }: Promised): KillTotals => ({
  ...{ cases, lost, corrupt, reports, edits, votes, imports, migrations, firstStarts },
})

export function keepPromised(file: string, promised: Promised): void {
  fs.writeFileSync(`${file}.new`, JSON.stringify(promised))
  fs.renameSync(`${file}.new`, file)
}

/**
 * A run that was stopped in the middle of a round does not know what was confirmed in it, so it cannot say which of two choices
 * or titles has to stand. Reports, releases and the history of edits only grow: those are looked for all the same.
 */
export function forgetHalfRound(promised: Promised): void {
  if (!promised.isPlaying) return
  promised.ballots = {}
  for (const goal of Object.values(promised.goals)) goal.kept = goal.tried = ''
}
