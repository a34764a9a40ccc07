const SSL_REQUEST = 80877103
const GSS_REQUEST = 80877104
const CANCEL_REQUEST = 80877102
const LONGEST_MESSAGE = 2 ** 30

/** A piece of the conversation that PostgreSQL answers as a whole. */
export type WireGroup =
  | { kind: 'messages'; bytes: Buffer; complete: boolean } // not complete: more of the same round follows (Flush)
  | { kind: 'encryption' } // asks for TLS: refused, both ends are on one machine
  | { kind: 'goodbye' }

/**
 * Cuts what a PostgreSQL client sends into groups that end where the server answers: after a simple query, a Sync or
 * a Flush. Chunks may end anywhere.
 *
 * Source   PostgreSQL documentation, "Frontend/Backend Protocol", message formats.
 * @throws {RangeError} a length that no client sends
 */
export class WireGroups {
  #started = false
  #chunks: Buffer[] = []
  #size = 0
  #scanned = 0
  #wanted = 8

  push(chunk: Buffer): WireGroup[] {
    const groups: WireGroup[] = []
    this.#chunks.push(chunk)
    this.#size += chunk.length
    if (this.#size < this.#wanted) return groups
    const all = Buffer.concat(this.#chunks)
    let start = 0
    let at = this.#scanned
    for (;;) {
      const header = this.#started ? 5 : 8 // type and length; before the start, length and request code
      if (all.length < at + header) {
        this.#wanted = at + header
        break
      }
      const end = this.#started ? at + 1 + all.readInt32BE(at + 1) : at + all.readInt32BE(at)
      if (end < at + header || end - at > LONGEST_MESSAGE) throw new RangeError('Not a PostgreSQL message.')
      if (all.length < end) {
        this.#wanted = end
        break
      }
      const type = this.#started ? String.fromCharCode(all[at]!) : this.#startType(all.readInt32BE(at + 4))
      at = end
      if (type === 'SSL') groups.push({ kind: 'encryption' })
      else if (type === 'X') groups.push({ kind: 'goodbye' })
      else if (type === 'start' || 'QSFH'.includes(type))
        groups.push({ kind: 'messages', bytes: all.subarray(start, at), complete: type !== 'H' })
      else continue
      start = at
    }
    this.#chunks = [all.subarray(start)]
    this.#size = all.length - start
    this.#scanned = at - start
    this.#wanted -= start
    return groups
  }

  #startType(code: number): string {
    if (code === SSL_REQUEST || code === GSS_REQUEST) return 'SSL'
    if (code === CANCEL_REQUEST) return 'X'
    this.#started = true
    return 'start'
  }
}
