import type { Report } from './books/reports/report.ts'
import type { Typesetting } from './formats/typesetting.ts'
import { inThreads } from './services/threads.ts'
import type { SettingJob } from './typeset-thread.ts'

const program = new URL(import.meta.url.endsWith('.ts') ? './typeset-thread.ts' : './typeset-thread.js', import.meta.url)

let last: Promise<unknown> = Promise.resolve()

/** Makes a document in a thread of its own, one after another: each takes a second and 200 MB. */
async function apart(job: SettingJob): Promise<Uint8Array> {
  const turn = last.then(() => inThreads<SettingJob, Uint8Array>(program, [job], 1))
  last = turn.catch(() => {})
  const [file] = await turn
  return file!
}

/** Sets a document as PDF. */
export const typesetApart = async (document: Typesetting): Promise<Uint8Array> => await apart({ kind: 'pdf', document })

/** Writes a report as a Word document. */
export const writeDocxApart = async (report: Report, publicAddress: string): Promise<Uint8Array> =>
  await apart({ kind: 'docx', report, publicAddress })
