import { spawn } from 'node:child_process'
import { accessSync, constants, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { SignatureVerifier } from '../books/cooperation/agreement-file.ts'
import { done, refuse, type Outcome } from '../books/outcome.ts'

/** An answer names a certificate and its status; more than this is none. */
const mostBytes = 64_000

/** A program that verifies is asked over the network by the city's own authority: it may take its time, and not for ever. */
const patienceSeconds = 20

/**
 * The program of SIGNATURE_VERIFIER as a verifier: it is given the paths of the document, the signature and, where there is one, the time
 * stamp, writes one JSON object, and ends with 0, whether the signature is valid or not.
 *
 * @throws {Error} there is no such program, or it may not be started
 */
export function signatureVerifier(program: string, seconds = patienceSeconds): SignatureVerifier {
  accessSync(program, constants.X_OK)
  if (!statSync(program).isFile()) throw new Error('it is no file')
  return {
    name: path.basename(program),
    async verify(document, { signature, timeStamp }) {
      const folder = mkdtempSync(path.join(tmpdir(), 'bagdar-signature-'))
      try {
        const given = Object.entries({ document, signature, 'time-stamp': timeStamp }).flatMap(([name, content]) => {
          if (content === null) return []
          const file = path.join(folder, name)
          writeFileSync(file, content, { mode: 0o600 })
          return [file]
        })
        return await ask(program, given, folder, seconds)
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}

function ask(program: string, given: readonly string[], folder: string, seconds: number): Promise<Outcome<unknown>> {
  return new Promise((resolve) => {
    const child = spawn(program, given, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      // No environment crosses over: secrets of the server are none of its business.
      env: { PATH: '/usr/local/bin:/usr/bin:/bin' },
      // A group of its own, so that what it started ends with it.
      detached: true,
    })
    const said: Buffer[] = []
    let bytes = 0
    let errors = ''
    const end = (outcome: Outcome<unknown>) => {
      clearTimeout(timer)
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      } catch {
        // It has ended already.
      }
      resolve(outcome)
    }
    const failed = (reason: string) => end(refuse('verifier_failed', 'signature', { reason: reason.slice(0, 200) }))
    const timer = setTimeout(() => end(refuse('verifier_took_too_long', 'signature', { seconds })), seconds * 1000)
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > mostBytes) failed('its answer is too long')
      else said.push(chunk)
    })
    child.stderr.on('data', (chunk: Buffer) => {
      if (errors.length < mostBytes) errors += chunk.toString('utf8')
    })
    child.on('error', (error) => failed(error.message))
    child.on('close', (code, signal) => {
      if (code !== 0) return failed(errors.trim() || `exit ${code ?? signal}`)
      try {
        end(done(JSON.parse(Buffer.concat(said).toString('utf8'))))
      } catch {
        failed('its answer is no JSON')
      }
    })
  })
}
