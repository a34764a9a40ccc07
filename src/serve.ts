import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import { RefusedError } from './cli/exit-codes.ts'
import type { Configuration } from './configuration.ts'
import type { Log } from './books/operations/log.ts'
import { openRooms, programFile, type Rooms } from './open-rooms.ts'
import { openUploads } from './open-uploads.ts'
import { openVoting } from './open-voting.ts'
import { watchRecord } from './watch-record.ts'
import type { Jobs } from './services/jobs.ts'
import type { RunningServer } from './web/server.ts'
import type { SignIn } from './web/sign-in-session.ts'

/** The public folder that the build makes; beside the bundle, or in `dist/` when the source itself is run. */
const publicDirectory = fileURLToPath(programFile('dist/public'))

/** So long a process that is to stop goes on answering while `/readyz` says that it will not: whoever shares out requests looks there. */
const noticeMs = 1500

/**
 * Serves the site until it is asked to stop, and returns the exit code.
 *
 * @throws {RefusedError} the data directory is in use, the address cannot be had, a program that is set is not there, or nothing is built
 */
export async function serveSite(
  configuration: Configuration,
  tell: (text: string) => void,
  ready: (address: string) => void,
): Promise<number> {
  const assets = readAssets()
  const signatureVerifier = await openProgram('SIGNATURE_VERIFIER', configuration.signatureVerifier, async (program) =>
    (await import('./services/signature-verifier.ts')).signatureVerifier(program),
  )
  const translationService = await openProgram('TRANSLATION_SERVICE', configuration.translationService, async (program) =>
    (await import('./services/translation-service.ts')).translationService(program),
  )
  // The database opens in its own thread while the pages are loaded in this one.
  const log = await openLogOf(configuration)
  const opening = openRooms(configuration, true, log)
  const [rooms, { createApp, findViewer, PageCache, startServer }, { openOperations }, signIn] = await Promise.all([
    opening,
    import('./web/index.ts'),
    import('./operations.ts'),
    openSignIn(configuration),
  ])
  const { record, close } = rooms
  let stopping = false
  let jobs: Jobs | null = null
  try {
    if (configuration.mode === 'demo' && (await record.listCities()).length === 0) {
      const { seedDemonstration } = await import('./seed-demonstration.ts')
      await rooms.inOneTransaction((whole) => seedDemonstration(whole, tell))
    }
    const operations = openOperations(configuration, rooms, log, () => stopping)
    const voting = openVoting({ ...rooms, findViewer: (token) => findViewer(token, { record, now: record.now() }) })
    const app = createApp({
      record: watchRecord(voting.record, (event, person) => log('info', event, { person })),
      now: () => new Date(),
      mode: configuration.mode,
      publicUrl: configuration.publicUrl,
      trustedProxies: configuration.trustedProxies,
      assets,
      publicDirectory,
      pages: new PageCache(),
      operations,
      replica: rooms.replica,
      signIn,
      uploads: openUploads(configuration),
      voting: voting.voting,
      signatureVerifier,
      translationService,
      typeset: async (document) => await (await import('./typeset-apart.ts')).typesetApart(document),
      writeDocx: async (report, address) => await (await import('./typeset-apart.ts')).writeDocxApart(report, address),
      findViewer: (token) => findViewer(token, { record, now: record.now() }),
      inOneTransaction: watchedTransactions(voting.inOneTransaction, log, () => void jobs?.add('mail').catch(() => {})),
    })
    const server = await startServer(app, configuration).catch((error: NodeJS.ErrnoException) => {
      throw whyNotListening(error, configuration)
    })
    const address = addressOf(server, configuration)
    tell(`Bagdar is at ${address}`)
    ready(address)
    log('info', 'server_started', { port: server.port })
    const asked = askedToStop()
    // What nobody waits for comes after the first page. A database that takes no writes now keeps no queues, and pages go on.
    const { startJobQueues } = await import('./job-queues.ts')
    jobs = await startJobQueues(configuration, rooms, log, operations.metrics).catch((error: unknown) => {
      log('error', 'jobs_fault', { error })
      return null
    })
    await asked
    stopping = true
    tell('Stopping …')
    log('info', 'server_stopping')
    if (configuration.mode === 'production') await new Promise((resolve) => setTimeout(resolve, noticeMs))
    const [finished] = await Promise.all([server.close(), jobs?.stop()])
    log(finished ? 'info' : 'warning', finished ? 'server_stopped' : 'shutdown_cut_short')
    return 0
  } finally {
    await close()
  }
}

/** @throws {RefusedError} the program that a setting names cannot be started */
async function openProgram<Service>(
  setting: string,
  program: string | null,
  open: (program: string) => Promise<Service>,
): Promise<Service | null> {
  if (program === null) return null
  try {
    return await open(program)
  } catch (cause) {
    throw new RefusedError(`${setting}=${program}: ${(cause as Error).message}`, {}, { cause })
  }
}

/** null: a demonstration that is open to the network knows nobody. */
async function openSignIn(configuration: Configuration): Promise<SignIn | null> {
  const { mode, demoPublic, smtpUrl } = configuration
  if (mode === 'demo' && demoPublic) return null
  const [{ accountServices }, { openProofs }] = await Promise.all([import('./services/accounts.ts'), import('./open-proofs.ts')])
  const proofs = await openProofs(configuration)
  return { services: accountServices(configuration), mailbox: mode === 'demo' && smtpUrl === null, ...proofs }
}

/** JSON lines where programs read them, short lines where a person does. */
export async function openLogOf({ mode }: Pick<Configuration, 'mode'>): Promise<Log> {
  const { gatheringWriter, openLog } = await import('./services/log.ts')
  return openLog({ form: mode === 'production' ? 'lines' : 'words', now: () => new Date(), write: gatheringWriter(2) })
}

/** Once a transaction is stored: what it did to accounts comes into the log, and a message that it wrote wakes the queue that sends it. */
function watchedTransactions(inOneTransaction: Rooms['inOneTransaction'], log: Log, wakeMail: () => void): Rooms['inOneTransaction'] {
  return async (use) => {
    const done: Array<() => void> = []
    const answer = await inOneTransaction(async (record) => {
      const addMail: typeof record.addMail = async (message) => {
        await record.addMail(message)
        done.push(wakeMail)
      }
      const watched = watchRecord(record, (event, person) => done.push(() => log('info', event, { person })))
      return await use({ ...watched, addMail })
    })
    for (const tell of done) tell()
    return answer
  }
}

function readAssets(): Readonly<Record<string, string>> {
  try {
    return JSON.parse(fs.readFileSync(programFile('dist/assets.json'), 'utf8')) as Record<string, string>
  } catch (cause) {
    throw new RefusedError('The pages are not built yet. Build them: npm run build', {}, { cause })
  }
}

function whyNotListening(error: NodeJS.ErrnoException, { host, port }: Configuration): Error {
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} is taken. Stop what uses it, or choose another: PORT=8081 npm start`,
    EACCES: `Port ${port} is not allowed for this user. Choose one above 1023: PORT=8081 npm start`,
    EADDRNOTAVAIL: `HOST=${host} is no address of this machine. For this machine only: HOST=127.0.0.1`,
    ENOTFOUND: `HOST=${host} is not known. For this machine only: HOST=127.0.0.1`,
  }
  const reason = reasons[error.code ?? '']
  return reason === undefined ? error : new RefusedError(reason, {}, { cause: error })
}

function addressOf(server: RunningServer, { publicUrl, host }: Configuration): string {
  return `${publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${server.port}`}/`
}

export const askedToStop = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
