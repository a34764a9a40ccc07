import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureBuilt } from '../../scripts/ensure.mjs'

/** Before the first test: dist/ as in the sources, and a folder for data directories that many tests begin with. After the last one it goes. */
export default async function prepareTests() {
  await ensureBuilt()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-templates-'))
  process.env['BAGDAR_TEST_TEMPLATES'] = folder
  return () => fs.rmSync(folder, { recursive: true, force: true })
}
