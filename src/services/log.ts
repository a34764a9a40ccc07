import fs from 'node:fs'
import path from 'node:path'
import type { Log, LogEvent, LogFields, LogLevel } from '../books/operations/log.ts'

export interface LogOptions {
  /** `lines`: one JSON object a line, for programs. `words`: short lines for a person, and only what is out of the ordinary. */
  form: 'lines' | 'words'
  now(): Date
  write(text: string): void
}

/**
 * The log of the program: JSON lines for production, short lines for a person at a terminal.
 *
 * A line: `{"time":"1970-01-01T00:00:00.000Z","level":"info","event":"server_started"}`
 */
export function openLog({ form, now, write }: LogOptions): Log {
  const lineOf = form === 'lines' ? jsonLine : wordsLine
  return (level, event, fields = {}) => {
    // A person who tries the site out wants to see what went wrong, not every page she opens.
    if (form === 'words' && level === 'info') return
    write(`${lineOf(now(), level, event, fields)}\n`)
  }
}

function jsonLine(now: Date, level: LogLevel, event: LogEvent, { error, ...fields }: LogFields): string {
  const kept = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? printable(value) : value]),
  )
  return JSON.stringify({ time: now.toISOString(), level, event, ...kept, ...(error === undefined ? {} : { error: describe(error) }) })
}

function wordsLine(now: Date, level: LogLevel, event: LogEvent, { error, milliseconds, ...fields }: LogFields): string {
  const words = Object.entries(fields).map(([name, value]) => `${name}=${printable(String(value))}`)
  const took = milliseconds === undefined ? [] : [`${milliseconds} ms`]
  const broken = error === undefined ? [] : Object.values(describe(error)).flat()
  return [now.toISOString().slice(11, 19), level, event, ...words, ...took, ...broken].join(' ')
}

/** Kind, code and place of a fault, and of what caused it. Never its message: that may quote an address, a code, a text. */
function describe(error: unknown): { kind: string; code?: string; constraint?: string; at: string[]; cause?: string } {
  if (!(error instanceof Error)) return { kind: typeof error, at: [] }
  const { code, constraint } = error as { code?: unknown; constraint?: unknown }
  const cause = error.cause === undefined ? undefined : describe(error.cause)
  return {
    kind: plainName(error.name),
    ...(typeof code === 'string' ? { code: plainName(code) } : {}),
    ...(typeof constraint === 'string' ? { constraint: plainName(constraint) } : {}),
    at: placesOf(error),
    ...(cause === undefined ? {} : { cause: [cause.kind, cause.code, cause.at[0]].filter((part) => part !== undefined).join(' ') }),
  }
}

/** `file.js:12:34` of the innermost calls. The message stands before them in the stack, and is left out. */
function placesOf({ stack = '', message }: Error): string[] {
  const calls = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : ''
  return [...calls.matchAll(/^ {4}at .*?([^\s/(]+:\d+:\d+)\)?$/gm)].slice(0, 8).map(([, place = '']) => plainName(path.basename(place)))
}

const plainName = (text: string): string => text.replace(/[^\w.:-]/g, '').slice(0, 80)

/** One line whatever it holds: control characters (line ends, escape sequences) and the Unicode line separators as `?`. */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '?').slice(0, 200)

/**
 * Writes to a file descriptor what came together within one turn of the event loop, at once: a busy server would otherwise make a system
 * call for every line. What is left goes out when the process ends.
 */
export function gatheringWriter(descriptor: number): (text: string) => void {
  let waiting: string[] = []
  const flush = (): void => {
    const text = waiting.join('')
    waiting = []
    if (text !== '') writeAll(descriptor, text)
  }
  process.on('exit', flush)
  return (text) => {
    if (waiting.push(text) === 1) setImmediate(flush)
  }
}

/** The reader of a pipe may be slow (then it is tried again) or gone (then nobody reads the log). */
function writeAll(descriptor: number, text: string): void {
  let rest = Buffer.from(text)
  for (let attempt = 0; rest.length > 0 && attempt < 1000; attempt++) {
    try {
      rest = rest.subarray(fs.writeSync(descriptor, rest))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return
    }
  }
}
