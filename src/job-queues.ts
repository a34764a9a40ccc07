import fs from 'node:fs'
import { applyRetention } from './actions/accounts/apply-retention.ts'
import { remindDeadlines } from './actions/cooperation/remind-deadlines.ts'
import { writeDigests } from './actions/discussion/write-digests.ts'
import { makeVoiceBatches } from './actions/discussion/voices/make-voice-batches.ts'
import { publishBatch } from './actions/discussion/opinions/publish-batch.ts'
import { runUpload } from './actions/desk-data/run-upload.ts'
import { dayIn } from './books/as-of.ts'
import { phaseOf } from './books/discussion/consultation.ts'
import type { Log } from './books/operations/log.ts'
import type { Configuration } from './configuration.ts'
import type { Rooms } from './open-rooms.ts'
import { openUploads } from './open-uploads.ts'
import type { Jobs, JobQueue } from './services/jobs.ts'
import type { Metrics } from './services/metrics.ts'
import { newSalt, saltedHash } from './services/salted-hash.ts'
import { uploadFiles } from './services/upload-files.ts'

/** Starts the queues of the program; loaded when the site already answers. */
export async function startJobQueues(
  configuration: Configuration,
  { database: { pool }, record, inOneTransaction }: Rooms,
  log: Log,
  metrics: Pick<Metrics, 'job'>,
): Promise<Jobs> {
  const queues: JobQueue[] = [
    {
      name: 'retention',
      schedule: '40 20 * * *', // at night in Kazakhstan
      run: async () =>
        void (await applyRetention(record.now(), { ...record, removeFile: uploadFiles(configuration.dataDirectory).remove })),
    },
  ]
  queues.push(uploadQueue(configuration, record))
  queues.push(opinionQueue(record))
  // Who takes part in discussions: published an hour apart at least, and only when enough people are new.
  queues.push({ name: 'voices', schedule: '*/10 * * * *', run: async () => void (await makeVoiceBatches(record)) })
  // In the morning in Kazakhstan: what is new in discussions, to those who asked for it.
  const site = configuration.publicUrl ?? `http://${configuration.host}:${configuration.port}`
  queues.push({
    name: 'digests',
    schedule: '30 3 * * *',
    run: async () => void (await writeDigests(site, { ...record, inOneTransaction })),
  })
  // Each hour, because cities wake up at different ones: deadlines of cooperation, to those who answer for them.
  queues.push({
    name: 'reminders',
    schedule: '7 * * * *',
    run: async () => void (await remindDeadlines(site, { ...record, inOneTransaction })),
  })
  // Without a mail server (a demonstration) the mailbox page shows what would be sent.
  if (configuration.smtpUrl !== null) queues.push(await mailQueue(configuration.smtpUrl, configuration.mailFrom, record, log))

  const { startJobs } = await import('./services/jobs.ts')
  return await startJobs({
    query: async (text, values) => {
      const result: { rows: unknown[] } | Array<{ rows: unknown[] }> = await pool.query(text, values)
      return Array.isArray(result) ? { rows: result.at(-1)?.rows ?? [] } : result
    },
    queues,
    log,
    observe: metrics.job,
  })
}

/** An upload is worked at as soon as it is asked for; what a process that died left behind is taken up here. */
function uploadQueue(configuration: Configuration, record: Rooms['record']): JobQueue {
  const files = openUploads(configuration)
  return {
    name: 'uploads',
    schedule: '* * * * *',
    run: async () => {
      const cities = new Map((await record.listCities()).map((city) => [city.id, city]))
      for (const { cityId, id, sha256 } of await record.listUploadsToRun(record.now())) {
        const city = cities.get(cityId)
        // The file may lie on another machine, whose processes will take it up.
        if (city !== undefined && fs.existsSync(files.pathOf(sha256))) await runUpload(city, id, { record, ...files, now: record.now })
      }
    },
  }
}

/** Opinion groups are published when ten votes and an hour have come together (`books/discussion/batch.ts`). */
function opinionQueue(record: Rooms['record']): JobQueue {
  return {
    name: 'opinions',
    schedule: '* * * * *',
    run: async () => {
      for (const city of await record.listCities()) {
        for (const consultation of await record.listConsultations(city)) {
          const phase = phaseOf(consultation, dayIn(city.timeZone, record.now()))
          if (phase !== 'open' && phase !== 'closed') continue
          const { computeOpinionsApart: compute } = await import('./compute-opinions-apart.ts')
          await publishBatch(city, consultation, { ...record, compute, newSalt, saltedHash })
        }
      }
    },
  }
}

/** Messages go out when they are written (`add`); every minute those whose turn has come again. */
async function mailQueue(smtpUrl: string, mailFrom: string, record: Rooms['record'], log: Log): Promise<JobQueue> {
  const { sendWaitingMail, smtpSender } = await import('./services/mail.ts')
  const send = smtpSender(smtpUrl, mailFrom)
  return {
    name: 'mail',
    schedule: '* * * * *',
    run: async () => void (await sendWaitingMail({ ...record, send, complain: (reason) => log('warning', 'mail_refused', { reason }) })),
  }
}
