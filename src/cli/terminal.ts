/** Where a command speaks: results on standard output, all else on standard error. */
export interface Terminal {
  /** The result in words; with `--json` nothing. */
  say(text: string): void
  /** The result as data: one JSON document on standard output, only with `--json`. */
  answer(document: unknown): void
  /** What is going on: a bar that is drawn over on a terminal, plain lines otherwise. Nothing with `--json` on a pipe. */
  progress(step: string, done?: number, of?: number): void
  /** What is wrong and what to do. */
  complain(text: string): void
}

interface Stream {
  write(text: string): unknown
  isTTY?: boolean
}

const barWidth = 24

/** Speaks to two streams; `json` leaves standard output to the one document. */
export function terminal(streams: { out: Stream; err: Stream }, json: boolean): Terminal {
  const { out, err } = streams
  let drawn = false
  let lastStep = ''
  const clear = () => {
    if (drawn) err.write('\r\u001b[K')
    drawn = false
  }
  return {
    say(text) {
      clear()
      if (!json) out.write(`${text}\n`)
    },
    answer(document) {
      clear()
      if (json) out.write(`${JSON.stringify(document, null, 2)}\n`)
    },
    progress(step, done, of) {
      if (err.isTTY === true) {
        const share = done === undefined || of === undefined || of === 0 ? null : Math.min(1, done / of)
        const bar =
          share === null ? '' : ` [${'#'.repeat(Math.round(share * barWidth)).padEnd(barWidth, '.')}] ${Math.round(share * 100)} %`
        err.write(`\r\u001b[K${step}${bar}`)
        drawn = true
      } else if (step !== lastStep) err.write(`${step}\n`)
      lastStep = step
    },
    complain(text) {
      clear()
      err.write(`${text}\n`)
    },
  }
}
