import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { programOf, QUICK_START } from './program.ts'
import { SimulatedDisk } from './simulated-disk.ts'
import { readTrace } from './trace.ts'
import { lives } from './workload.ts'

/** Records the whole workload into `folder` and tells where the trace is. One that is there already is taken. */
export function recordWorkload(folder: string, size: number): string {
  const trace = path.join(folder, 'trace')
  if (fs.existsSync(trace)) return trace
  const unfinished = path.join(folder, 'trace.unfinished')
  const directory = path.join(folder, 'data')
  for (const each of [unfinished, directory]) fs.rmSync(each, { recursive: true, force: true })
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(unfinished, '')
  const program = fileURLToPath(programOf('record-life'))
  const last = lives(size).length - 1
  for (let life = 0; life <= last; life++) {
    const parts = [directory, unfinished, String(life), String(size), ...(life === last ? ['close'] : [])]
    const { status, stderr } = spawnSync(process.execPath, [QUICK_START, program, ...parts], { encoding: 'utf8' })
    if (status !== 0) throw new Error(`The workload could not be recorded: ${stderr}`)
  }
  compareWithDisk(unfinished, directory)
  fs.renameSync(unfinished, trace)
  fs.rmSync(directory, { recursive: true })
  return trace
}

/** Without a power failure the simulated disk must be, byte for byte, what the real one is. */
function compareWithDisk(trace: string, directory: string): void {
  const disk = new SimulatedDisk('ordered')
  for (const entry of readTrace(trace)) disk.apply(entry)
  const simulated = new Map(disk.everything().files.map((file) => [file.path, file]))
  const real = fs
    .readdirSync(path.join(directory, 'database'), { recursive: true, encoding: 'utf8' })
    .map((name) => path.join('database', name))
    .filter((name) => fs.statSync(path.join(directory, name)).isFile())
  const different = real.filter((name) => !simulated.get(name)?.content.equals(fs.readFileSync(path.join(directory, name))))
  const tooMany = [...simulated.keys()].filter((name) => !real.includes(name))
  if (different.length + tooMany.length > 0)
    throw new Error(`The simulation is not the disk: ${[...different, ...tooMany].slice(0, 10).join(', ')}`)
}
