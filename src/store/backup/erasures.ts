import fs from 'node:fs'
import { BackupError } from './backup-error.ts'

/** Somebody who is to stay forgotten. */
export interface Erasure {
  person: string
  /** ISO moment. */
  at: string
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Reads a list of erasures: one line of JSON each, `{"person":"<id>","at":"<moment>"}`. A last line without its end was cut off by a crash
 * before anybody was told that it is done.
 *
 * @throws {BackupError} a line that is none: better to stop than to bring somebody back
 */
export function readErasures(file: string): Erasure[] {
  const lines = fs.readFileSync(file, 'utf8').split('\n')
  const cutOff = lines.pop() ?? ''
  const read = (line: string, at: number): Erasure => {
    const erasure = erasureOf(line)
    if (erasure === null)
      throw new BackupError(
        `${file}, line ${at + 1}: not an erasure. Write it as {"person":"<id>","at":"2026-11-22T10:00:00Z"}, or take the line out if it is none.`,
      )
    return erasure
  }
  const last = erasureOf(cutOff)
  return [...lines.flatMap((line, at) => (line.trim() === '' ? [] : [read(line, at)])), ...(last === null ? [] : [last])]
}

function erasureOf(line: string): Erasure | null {
  try {
    const { person, at } = JSON.parse(line) as Partial<Erasure>
    return typeof person === 'string' && uuid.test(person) && typeof at === 'string' && !Number.isNaN(Date.parse(at))
      ? { person, at }
      : null
  } catch {
    return null
  }
}
