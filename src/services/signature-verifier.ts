import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { SignatureVerifier } from '../books/cooperation/agreement-file.ts'
import { done, refuse } from '../books/outcome.ts'
import { askProgram, checkProgram } from './ask-program.ts'

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
  checkProgram(program)
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
        const answer = await askProgram(program, { given, folder, seconds, mostBytes })
        if (answer.kind === 'answered') return done(answer.value)
        if (answer.kind === 'late') return refuse('verifier_took_too_long', 'signature', { seconds })
        return refuse('verifier_failed', 'signature', { reason: answer.reason })
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}
