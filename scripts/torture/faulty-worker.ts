// The program of the database's thread on a disk that fails: TORTURE_FAULT is a Fault as JSON, TORTURE_HEARD a file for what happened.
import fs from 'node:fs'
import { serveEngine } from '../../src/store/embedded/serve-engine.ts'
import { faultyDisk, type Fault } from './faulty-disk.ts'

const { TORTURE_FAULT = '{}', TORTURE_HEARD } = process.env
await serveEngine(
  faultyDisk(JSON.parse(TORTURE_FAULT) as Partial<Fault>, (operation, file) => {
    if (TORTURE_HEARD !== undefined) fs.appendFileSync(TORTURE_HEARD, `${operation} ${file}\n`)
  }),
)
