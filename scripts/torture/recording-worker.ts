// The program of the database's thread while it is recorded: TORTURE_ROOT is its data directory, TORTURE_TRACE the file.
import fs from 'node:fs'
import { serveEngine } from '../../src/store/embedded/serve-engine.ts'
import { recordingDisk } from './recording-disk.ts'

const { TORTURE_ROOT = '', TORTURE_TRACE = '' } = process.env
await serveEngine(recordingDisk(TORTURE_ROOT, fs.openSync(TORTURE_TRACE, 'a')))
