import fs from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const PLACES = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const FLAGS = [
  '--no-sandbox', // as root, as in most containers, Chromium does not start with it
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
]

/** Starts the Chromium that CHROMIUM names, or the system's. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? PLACES.find((each) => fs.existsSync(each))
  if (executablePath === undefined)
    throw new Error('There is no Chromium. Install one with "apt-get install -y chromium", or set CHROMIUM to the path of one.')
  try {
    return await chromium.launch({ executablePath, args: FLAGS })
  } catch (cause) {
    throw new Error(`${executablePath} does not start. Install another with "apt-get install -y chromium", or set CHROMIUM.`, { cause })
  }
}
