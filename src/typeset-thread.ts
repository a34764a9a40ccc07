import { parentPort } from 'node:worker_threads'
import type { Typesetting } from './formats/typesetting.ts'
import { typesetPdf } from './services/typst.ts'

/** The program of the thread that sets documents, so that pages stay quick meanwhile (`services/threads.ts`). */
parentPort?.on('message', ({ index, job }: { index: number; job: Typesetting }) => {
  void typesetPdf(job)
    .then((answer) => parentPort?.postMessage({ index, answer }))
    .catch((error: unknown) => {
      parentPort?.postMessage({ index, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    })
})
