import { spawn } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'

/** What a program of the city answered: one JSON value, or why there is none. */
export type ProgramAnswer = { kind: 'answered'; value: unknown } | { kind: 'failed'; reason: string } | { kind: 'late' }

interface Question {
  given?: readonly string[]
  /** What it reads from its standard input. */
  input?: string
  /** Where it runs. */
  folder?: string
  /** After so long it is ended, with everything that it started. */
  seconds: number
  /** Most bytes of its answer. */
  mostBytes: number
}

/** @throws {Error} there is no such program, or it may not be started */
export function checkProgram(program: string): void {
  accessSync(program, constants.X_OK)
  if (!statSync(program).isFile()) throw new Error('it is no file')
}

/** Starts a program that the city has set, without a shell and without our environment, and reads the JSON that it writes. */
export function askProgram(program: string, { given = [], input = '', folder, seconds, mostBytes }: Question): Promise<ProgramAnswer> {
  return new Promise((resolve) => {
    const child = spawn(program, given, {
      ...(folder === undefined ? {} : { cwd: folder }),
      // No environment crosses over: secrets of the server are none of its business.
      env: { PATH: '/usr/local/bin:/usr/bin:/bin' },
      // A group of its own, so that what it started ends with it.
      detached: true,
    })
    const said: Buffer[] = []
    let bytes = 0
    let errors = ''
    const end = (answer: ProgramAnswer) => {
      clearTimeout(timer)
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      } catch {
        // It has ended already.
      }
      resolve(answer)
    }
    const failed = (reason: string) => end({ kind: 'failed', reason: reason.slice(0, 200) })
    const timer = setTimeout(() => end({ kind: 'late' }), seconds * 1000)
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > mostBytes) failed('its answer is too long')
      else said.push(chunk)
    })
    child.stderr.on('data', (chunk: Buffer) => {
      if (errors.length < mostBytes) errors += chunk.toString('utf8')
    })
    // A program that does not read what it is given is free to.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    child.on('error', (error) => failed(error.message))
    child.on('close', (code, signal) => {
      if (code !== 0) return failed(errors.trim() || `exit ${code ?? signal}`)
      try {
        end({ kind: 'answered', value: JSON.parse(Buffer.concat(said).toString('utf8')) })
      } catch {
        failed('its answer is no JSON')
      }
    })
  })
}
