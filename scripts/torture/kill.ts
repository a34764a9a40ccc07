import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { seeded } from '../../bench/harness.ts'
import { editGoal, goalPage, ownVotes, reportMistakes, sitDown, vote } from './kill-forms.ts'
import { importTable, prepareCity } from './kill-prepare.ts'
import { forgetHalfRound, keepPromised, nothingPromised, totalsOf, type KillTotals, type Promised } from './kill-promised.ts'
import { killFirstStart, killMigration } from './kill-start.ts'
import { killNow, runCommand, startProgram, startServer, type Environment, type Server } from './killed-server.ts'

export interface KillOptions {
  rounds: number
  seed: number
  /** Where the data and what was acknowledged are kept: a run that was stopped goes on from there. */
  folder: string
  /** Also kill the first start of an empty directory, which takes long: migrations and demonstration cities. */
  firstStarts: boolean
}

type Scene = 'everything' | 'migration' | 'reports' | 'votes' | 'edits' | 'import' | 'killed import' | 'start'
const SCENES: Scene[] = ['everything', 'migration', 'votes', 'reports', 'edits', 'start', 'import', 'killed import']
const READERS = 4
const EDITORS = 3
const VOTERS = ['editor', 'moderator', 'auditor', 'international_office']
const FIRST_START_EVERY = 25
const LONGEST_WAIT_MS = 20_000

/** Kills the real server again and again while it is written to, and looks each time whether everything promised is there. */
export async function killAndLook({ rounds, seed, folder, firstStarts }: KillOptions, tell: (line: string) => void): Promise<KillTotals> {
  const environment = { DATA_DIR: path.join(folder, 'data'), MODE: 'demo' }
  const keptIn = path.join(folder, 'promised.json')
  const promised = fs.existsSync(keptIn) ? (JSON.parse(fs.readFileSync(keptIn, 'utf8')) as Promised) : await prepare(folder, environment)
  forgetHalfRound(promised)
  for (let round = promised.cases; round < rounds; round++) {
    promised.isPlaying = true
    keepPromised(keptIn, promised)
    const random = seeded(seed * 1_000_003 + round)
    const scene = SCENES[round % SCENES.length]!
    if (scene === 'migration') await killMigration(folder, promised, random, tell)
    else {
      const server = await startServer(environment)
      await look(server, environment, promised, tell)
      await play(scene, server, environment, promised, random, folder)
    }
    if (firstStarts && round % FIRST_START_EVERY === FIRST_START_EVERY - 1) await killFirstStart(folder, promised, random, tell)
    promised.cases++
    promised.isPlaying = false
    keepPromised(keptIn, promised)
    if (promised.cases % 10 === 0) tell(`${promised.cases} of ${rounds} kills: ${JSON.stringify(totalsOf(promised))}`)
  }
  const server = await startServer(environment)
  await look(server, environment, promised, tell, true)
  await killNow(server.child)
  keepPromised(keptIn, promised)
  return totalsOf(promised)
}

/** A city with a table of its own, for the form and for imports, and with a draft of its programme. */
async function prepare(folder: string, environment: Environment & { DATA_DIR: string }): Promise<Promised> {
  fs.rmSync(environment.DATA_DIR, { recursive: true, force: true })
  fs.mkdirSync(folder, { recursive: true })
  const promised = nothingPromised()
  const goals = await prepareCity(environment.DATA_DIR)
  for (const goal of goals.slice(0, EDITORS)) promised.goals[goal] = { kept: '', tried: '', last: [] }
  const release = await importTable(environment, folder, 0)
  if (release === null) throw new Error('The first table was not imported.')
  promised.releases.push(release)
  return promised
}

/** Looks for all that was promised, and lets `bagdar check` look at the rest, the chain of the history among it. */
async function look(
  { address }: Server,
  environment: Environment,
  promised: Promised,
  tell: (line: string) => void,
  whole = false,
): Promise<void> {
  const lose = (what: string): void => {
    promised.lost++
    tell(what)
  }
  const check = await runCommand(['check', '--city', 'ulgiqala', '--json'], environment)
  if (check.code !== 0) {
    promised.corrupt++
    return tell(`bagdar check says: ${check.err}`)
  }
  const { mistakeReports } = JSON.parse(check.out) as { mistakeReports: Array<{ number: number; text: string }> }
  const found = new Map(mistakeReports.map(({ number, text }) => [String(number), text]))
  for (const [number, text] of Object.entries(promised.texts)) if (found.get(number) !== text) lose(`Report ${number} is lost: ${text}`)
  for (const release of whole ? promised.releases : promised.releases.slice(-3)) {
    const page = await fetch(`${address}/en/ulgiqala/releases/${release}`)
    if (page.status !== 200) lose(`Release ${release} is lost: ${page.status}`)
  }
  for (const role of VOTERS) {
    const ballots = Object.entries(promised.ballots).filter(([key, { kept }]) => key.startsWith(`${role} `) && kept !== null)
    const own = ballots.length === 0 ? new Map<number, number>() : await ownVotes(address, role)
    for (const [key, { kept, tried }] of ballots) {
      const choice = own.get(Number(key.split(' ')[1]))
      if (choice !== kept && choice !== tried) lose(`The vote of ${key} is ${choice}, not ${kept} or ${tried}`)
      // What nobody confirmed may stand or not; but what stands now stays until the next choice, which may not arrive either.
      else promised.ballots[key] = { kept: choice, tried: choice }
    }
  }
  const edited = Object.entries(promised.goals).filter(([, { last }]) => last.length > 0)
  if (edited.length === 0) return
  const cookie = await sitDown(address)
  const read = async (page: string): Promise<string> => (await fetch(page, { headers: { cookie } })).text()
  for (const [goal, { kept, tried, last }] of edited) {
    const page = await read(goalPage(address, goal))
    if (kept !== '' && !page.includes(kept) && !page.includes(tried)) lose(`The goal ${goal} is not "${kept}" or "${tried}"`)
    else if (tried !== '' && page.includes(tried)) promised.goals[goal] = { kept: tried, tried, last }
    const history = await read(`${goalPage(address, goal)}/history`)
    for (const title of last) if (!history.includes(title)) lose(`The edit "${title}" is not in the history`)
  }
}

async function play(
  scene: Scene,
  server: Server,
  environment: Environment,
  promised: Promised,
  random: () => number,
  folder: string,
): Promise<void> {
  const until = { stop: false }
  const isImporting = scene === 'import' || scene === 'killed import' || scene === 'everything'
  const readers = scene === 'reports' || scene === 'everything' ? READERS : 0
  const editors = scene === 'edits' || scene === 'everything' ? Object.keys(promised.goals) : []
  const voters = scene === 'votes' || scene === 'everything' ? VOTERS : []
  const writing = [
    ...Array.from({ length: readers }, (_, reader) => reportMistakes(server.address, `${promised.cases}.${reader}`, promised, until)),
    ...voters.map((role) => vote(server.address, role, random, promised, until)),
    ...editors.map((goal) => editGoal(server.address, goal, String(promised.cases), promised, until)),
  ]
  const importing = isImporting
    ? importTable(environment, folder, promised.cases + 1, scene === 'killed import' ? 50 + random() * 1500 : undefined)
    : Promise.resolve(null)
  if (isImporting) await sleep(300 + random() * 2000)
  if (writing.length > 0) await untilConfirmed(promised, confirmed(promised) + 1 + Math.floor(random() * 40))
  until.stop = true
  await killNow(server.child)
  await Promise.all(writing)
  const release = await importing
  if (release !== null) {
    promised.releases.push(release)
    promised.imports++
  }
  if (scene !== 'start') return
  const starting = startProgram(['serve'], environment)
  await sleep(random() * 1200)
  await killNow(starting)
}

const confirmed = ({ reports, edits, votes }: Promised): number => reports + edits + votes

/** The kill then falls into the next forms, on a fast machine as on a slow one. */
async function untilConfirmed(promised: Promised, forms: number): Promise<void> {
  for (let waited = 0; confirmed(promised) < forms && waited < LONGEST_WAIT_MS; waited += 5) await sleep(5)
}
