// What a checkout needs before it can run: packages as in package-lock.json, dist/ as in the sources. No dependencies,
// and everything it says goes to standard error: standard output belongs to the command.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

const OLDEST_NODE = [20, 19]

/** All that `npm start` and the command line need; without it the process ends with what to do. */
export async function prepare() {
  try {
    ensureNode()
    await ensureInstalled({ development: false })
    await ensureBuilt()
  } catch (error) {
    say(error.message + '\n')
    process.exit(1)
  }
}

export function ensureNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return
  throw new Error(
    `Bagdar needs Node ${OLDEST_NODE.join('.')} or newer, this is ${process.versions.node}. Get a newer one from https://nodejs.org.`,
  )
}

/** Installs packages where node_modules does not agree with package-lock.json. `development`: also the tools for tests. */
export async function ensureInstalled({ development }) {
  const wanted = readPackages('package-lock.json')
  const present = readPackages('node_modules/.package-lock.json')
  const disagrees = ([place, entry]) => (place in present ? present[place].version !== entry.version : !entry.optional)
  const hasTools = Object.values(present).some((entry) => entry.dev)
  const needed = Object.entries(wanted).filter(([, entry]) => development || !entry.dev)
  if (!needed.some(disagrees)) return
  const tools = development || hasTools
  const count = Object.values(wanted).filter((entry) => !entry.optional && (tools || !entry.dev)).length
  await timed(`Installing ${count} packages`, () =>
    run('npm', [
      'ci',
      '--prefer-offline',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      ...(tools ? [] : ['--omit=dev']),
    ]),
  )
}

/** Builds where a source has changed since the last build. */
export async function ensureBuilt() {
  const stamp = path.join(root, 'dist/.sources')
  const now = hashSources(['src', 'locales', 'scripts/build.mjs', 'package-lock.json'])
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === now) return
  await timed('Building', async () => {
    const { build } = await import('./build.mjs')
    await build()
    fs.writeFileSync(stamp, now)
  })
}

/** Runs a program in the checkout in silence; if it fails, the error has the beginning of what it said. */
function run(program, args) {
  return new Promise((resolve, reject) => {
    let said = ''
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error([...said.split('\n').slice(0, 25), `"${[program, ...args].join(' ')}" ended with ${code}`].join('\n')))
    })
  })
}

function say(text) {
  process.stderr.write(text)
}

async function timed(what, work) {
  const start = performance.now()
  say(`${what} … `)
  const dots = setInterval(() => say('. '), 3000)
  try {
    await work()
    say(`${((performance.now() - start) / 1000).toFixed(1)} s\n`)
  } catch (error) {
    say('failed.\n')
    throw error
  } finally {
    clearInterval(dots)
  }
}

/** Packages by place, without our own entry; nothing where there is no such file. */
function readPackages(file) {
  try {
    const { '': _own, ...packages } = JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages
    return packages
  } catch {
    return {}
  }
}

function hashSources(places) {
  const hash = createHash('sha256')
  for (const place of places.flatMap(filesIn))
    hash
      .update(place)
      .update('\0')
      .update(fs.readFileSync(path.join(root, place)))
  return hash.digest('hex')
}

function filesIn(place) {
  if (!fs.statSync(path.join(root, place)).isDirectory()) return [place]
  const names = fs.readdirSync(path.join(root, place)).sort()
  return names.filter((name) => !name.includes('.test.')).flatMap((name) => filesIn(`${place}/${name}`))
}
