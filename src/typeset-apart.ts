import type { Typesetting } from './formats/typesetting.ts'
import { inThreads } from './services/threads.ts'

const program = new URL(import.meta.url.endsWith('.ts') ? './typeset-thread.ts' : './typeset-thread.js', import.meta.url)

let last: Promise<unknown> = Promise.resolve()

/** Sets a document in a thread of its own, one after another: each takes a second and 200 MB. */
export async function typesetApart(document: Typesetting): Promise<Uint8Array> {
  const turn = last.then(() => inThreads<Typesetting, Uint8Array>(program, [document], 1))
  last = turn.catch(() => {})
  const [pdf] = await turn
  return pdf!
}
