// A private PostgreSQL for the tests: in a folder of its own, on a free port, as a user without rights.
import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'

const OLDEST = 15

/**
 * Starts a cluster and gives its address and how to stop it; null where there is no PostgreSQL and none can be installed. With `durable`
 * commits are synced, as in production; tests are quicker without.
 */
export async function startPostgres({ durable = false } = {}) {
  const programs = findPrograms() ?? installPrograms()
  if (programs === null) return null
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-postgres-'))
  const owner = process.getuid?.() === 0 ? findOwner() : {}
  if (owner.uid !== undefined) fs.chownSync(folder, owner.uid, owner.gid)
  const [data, passwordFile] = [path.join(folder, 'data'), path.join(folder, 'password')]
  const password = randomBytes(12).toString('hex')
  fs.writeFileSync(passwordFile, password)
  // Names sort by the Kazakh alphabet here and by code unit in the embedded database: a query that leans on either fails.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=kk']
  const security = ['--username=bagdar', `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  execFileSync(path.join(programs, 'initdb'), ['-D', data, ...security, ...locale, '--no-sync'], {
    ...owner,
    cwd: folder,
    stdio: ['ignore', 'ignore', 2],
  })

  const port = await freePort()
  const log = fs.openSync(path.join(folder, 'log'), 'w')
  const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, `fsync=${durable ? 'on' : 'off'}`].flatMap(
    (each) => ['-c', each],
  )
  const server = spawn(path.join(programs, 'postgres'), ['-D', data, '-p', String(port), ...settings], {
    ...owner,
    cwd: folder,
    stdio: ['ignore', log, log],
  })
  const ended = new Promise((resolve) => server.on('exit', resolve))
  const stop = async () => {
    server.kill('SIGINT') // "fast": ends connections, then itself
    await ended
    fs.rmSync(folder, { recursive: true, force: true })
  }
  const url = `postgres://bagdar:${password}@127.0.0.1:${port}/postgres`
  try {
    await waitFor(url, server)
  } catch (error) {
    console.log(fs.readFileSync(path.join(folder, 'log'), 'utf8'))
    await stop()
    throw error
  }
  return { url, stop }
}

export function findPrograms() {
  const debian = '/usr/lib/postgresql'
  const versions = fs.existsSync(debian) ? fs.readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const places = [...versions.map((version) => path.join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(path.delimiter)]
  return (
    places.find((place) => ['initdb', 'postgres'].every((name) => fs.existsSync(path.join(place, name))) && versionIn(place) >= OLDEST) ??
    null
  )
}

function versionIn(place) {
  try {
    return Number(/\d+/.exec(execFileSync(path.join(place, 'postgres'), ['--version'], { encoding: 'utf8' }))?.[0])
  } catch {
    return 0
  }
}

function installPrograms() {
  if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) return null
  console.log('Installing PostgreSQL from Debian …')
  const options = { stdio: ['ignore', 'ignore', 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  execFileSync('apt-get', ['update', '-q'], options)
  execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'postgresql'], options)
  return findPrograms()
}

/** PostgreSQL refuses to run as root. */
export function findOwner() {
  const users = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!user) throw new Error('There is no user "postgres" or "nobody" to run PostgreSQL as.')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

async function waitFor(url, server) {
  const { default: pg } = await import('pg')
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    try {
      await client.connect()
      return await client.end()
    } catch (error) {
      if (attempt === 100 || server.exitCode !== null) throw new Error(`PostgreSQL did not start: ${error.message}`, { cause: error })
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
