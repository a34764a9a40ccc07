import { mostEdits, countEdits, noEdits, type Place, type WhatIfEdits } from '../../books/indicators/sdg-11/access/what-if-edits.ts'

/** A stop of the timetable by its id, or one of those that were added, by its place in the list. */
export type StopRef = { kind: 'own'; id: string } | { kind: 'added'; index: number }

export type Change =
  | { kind: 'add'; place: Place }
  | { kind: 'move'; stop: StopRef; place: Place }
  | { kind: 'remove'; stop: StopRef }
  /** A stop of the timetable stands again where it stood. */
  | { kind: 'restore'; id: string }
  | { kind: 'undo' }
  | { kind: 'reset' }

export interface Session {
  edits: WhatIfEdits
  /** What was tried before, the last at the end. */
  before: readonly WhatIfEdits[]
}

export const openSession = (edits: WhatIfEdits): Session => ({ edits, before: [] })

/** The next state of what somebody tries. A change that changes nothing, or one too many, leaves it as it is. */
export function reduce(session: Session, change: Change): Session {
  if (change.kind === 'undo') {
    const last = session.before.at(-1)
    return last === undefined ? session : { edits: last, before: session.before.slice(0, -1) }
  }
  const edits = change.kind === 'reset' ? noEdits : edited(session.edits, change)
  if (edits === session.edits || countEdits(edits) > mostEdits) return session
  if (countEdits(edits) + countEdits(session.edits) === 0) return session
  return { edits, before: [...session.before, session.edits] }
}

function edited(edits: WhatIfEdits, change: Exclude<Change, { kind: 'undo' | 'reset' }>): WhatIfEdits {
  const { added, removed, moved } = edits
  switch (change.kind) {
    case 'add':
      return { ...edits, added: [...added, change.place] }
    case 'restore':
      return { ...edits, removed: removed.filter((id) => id !== change.id), moved: without(moved, change.id) }
    case 'remove':
      if (change.stop.kind === 'added') return { ...edits, added: replaced(added, change.stop.index) }
      if (removed.includes(change.stop.id)) return edits
      return { ...edits, removed: [...removed, change.stop.id], moved: without(moved, change.stop.id) }
    case 'move':
      if (change.stop.kind === 'added') return { ...edits, added: replaced(added, change.stop.index, change.place) }
      if (removed.includes(change.stop.id)) return edits
      return { ...edits, moved: new Map([...moved, [change.stop.id, change.place]]) }
  }
}

/** The list with other places, or none, at an index that it has. */
const replaced = (list: readonly Place[], index: number, ...places: Place[]): Place[] =>
  list.flatMap((place, at) => (at === index ? places : [place]))

const without = (moved: WhatIfEdits['moved'], id: string): Map<string, Place> => new Map([...moved].filter(([key]) => key !== id))
