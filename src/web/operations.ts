import type { Log } from '../books/operations/log.ts'

/** What the web needs to be run and watched; `src/operations.ts` joins it. */
export interface Operations {
  log: Log
  /** A number for a request, under which its lines in the log are found. */
  newRequestId(): string
  /** Milliseconds of a clock that never goes back. */
  clock(): number
  countRequest(labels: { method: string; route: string; status: number }, seconds: number): void
  readMetrics(): Promise<{ contentType: string; text: string }>
  /** What `/metrics` asks for as bearer token; null: it answers this machine only. */
  metricsToken: string | null
  /** Why no requests should be sent to this process now; none: it is ready. */
  findProblems(): Promise<string[]>
  /** Whether this error means that the database takes no writes now; of a read, that there is none to ask. */
  isWriteStopped(error: unknown): boolean
}
