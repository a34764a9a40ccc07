// Finds a Chromium for the browser tests; where the system has none, fetches one from npm into a cache of its own.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** Chromium without its window: the tests take two thirds of the time in it. */
const HEADLESS = '/usr/bin/chromium-headless-shell'
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The last version for Node 20. */
const PACKAGE = '@sparticuz/chromium@147'

/** Path of a Chromium that starts. */
export async function findChromium() {
  if (process.env.CHROMIUM === undefined && !fs.existsSync(HEADLESS)) installPackages('chromium-headless-shell')
  const here = process.env.CHROMIUM ?? [HEADLESS, ...PLACES].find((place) => fs.existsSync(place))
  if (here !== undefined && starts(here)) return here
  const fetched = await fetchChromium()
  if (!starts(fetched)) installPackages('libnss3', 'libnspr4')
  if (!starts(fetched))
    throw new Error('No Chromium starts here. Install one with "apt-get install -y chromium", or set CHROMIUM to the path of one.')
  return fetched
}

function starts(file) {
  try {
    execFileSync(file, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 20_000 })
    return true
  } catch {
    return false
  }
}

async function fetchChromium() {
  const cache = path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'bagdar')
  const place = path.join(cache, 'node_modules/@sparticuz/chromium')
  if (!fs.existsSync(place)) {
    console.log(`Fetching ${PACKAGE} …`)
    fs.mkdirSync(cache, { recursive: true })
    execFileSync(
      'npm',
      ['install', '--prefix', cache, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', PACKAGE],
      { stdio: ['ignore', 2, 2] },
    )
  }
  const { exports, main } = JSON.parse(fs.readFileSync(path.join(place, 'package.json'), 'utf8'))
  const entry = typeof exports === 'string' ? exports : (exports?.['.']?.import?.default ?? exports?.['.']?.import ?? main)
  const { default: chromium } = await import(pathToFileURL(path.join(place, entry)).href)
  return chromium.executablePath()
}

/** Where Debian packages can be installed; elsewhere what is there has to do. */
function installPackages(...names) {
  if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) return
  const options = { stdio: ['ignore', 'ignore', 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  try {
    execFileSync('apt-get', ['update', '-q'], options)
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], options)
  } catch (error) {
    console.log(`${names.join(' and ')} could not be installed: ${error.message}`)
  }
}
