import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

export interface MetricsOptions {
  version: string
  /** The database's connections as they stand. */
  pool(): { total: number; idle: number; waiting: number }
  /** Messages that wait to be sent; null: it cannot be told now. */
  countWaitingMail(): Promise<number | null>
}

export interface Metrics {
  request(labels: { method: string; route: string; status: number }, seconds: number): void
  job(queue: string, outcome: 'done' | 'failed', seconds: number): void
  read(): Promise<{ contentType: string; text: string }>
}

/** Measured from a kept page (below a millisecond) to an upload of 50 MB. */
const requestBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
const jobBuckets = [0.01, 0.1, 1, 10, 60, 600]

/** Only these become labels: a client may send any word as method, and each would be a series of its own for ever. */
const methods = new Set(['GET', 'HEAD', 'POST', 'OPTIONS'])

/** What Prometheus reads at `/metrics`, under the names that are usual there. */
export function openMetrics({ version, pool, countWaitingMail }: MetricsOptions): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry }) // process_*, nodejs_*, the lag of the event loop among them

  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests answered.',
    labelNames: ['method', 'route', 'status'],
    registers,
  })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request to the answer.',
    labelNames: ['method', 'route'],
    buckets: requestBuckets,
    registers,
  })
  const jobs = new Histogram({
    name: 'bagdar_job_duration_seconds',
    help: 'Time that jobs took.',
    labelNames: ['queue', 'outcome'],
    buckets: jobBuckets,
    registers,
  })
  new Gauge({ name: 'bagdar_build_info', help: 'Always 1.', labelNames: ['version'], registers }).set({ version }, 1)
  new Gauge({
    name: 'bagdar_database_connections',
    help: 'Connections to the database, and requests that wait for one.',
    labelNames: ['state'],
    registers,
    collect() {
      const { total, idle, waiting } = pool()
      this.set({ state: 'busy' }, total - idle)
      this.set({ state: 'idle' }, idle)
      this.set({ state: 'waiting' }, waiting)
    },
  })
  new Gauge({
    name: 'bagdar_mail_waiting',
    help: 'Messages that wait to be sent.',
    registers,
    async collect() {
      const count = await countWaitingMail()
      if (count === null) this.reset()
      else this.set(count)
    },
  })

  return {
    request({ method, route, status }, seconds) {
      const known = methods.has(method) ? method : 'other'
      requests.inc({ method: known, route, status })
      durations.observe({ method: known, route }, seconds)
    },
    job: (queue, outcome, seconds) => jobs.observe({ queue, outcome }, seconds),
    read: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  }
}
