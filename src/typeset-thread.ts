import { parentPort } from 'node:worker_threads'
import type { Report } from './books/reports/report.ts'
import type { Typesetting } from './formats/typesetting.ts'

/** What the thread can make. */
export type SettingJob = { kind: 'pdf'; document: Typesetting } | { kind: 'docx'; report: Report; publicAddress: string }

/** The program of the thread that sets documents, so that pages stay quick meanwhile (`services/threads.ts`). */
parentPort?.on('message', ({ index, job }: { index: number; job: SettingJob }) => {
  void make(job)
    .then((answer) => parentPort?.postMessage({ index, answer }))
    .catch((error: unknown) => {
      parentPort?.postMessage({ index, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    })
})

/** Each job loads only what it needs. */
async function make(job: SettingJob): Promise<Uint8Array> {
  if (job.kind === 'pdf') return await (await import('./services/typst.ts')).typesetPdf(job.document)
  return await (await import('./formats/reports/report-docx.ts')).writeReportDocx(job.report, job.publicAddress)
}
