import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { machine } from './harness.ts'

/**
 * `bagdar import open-sdg` as a whole command into an empty embedded database: reading in the child process, comparing,
 * storing. Then the same folder again, and once more with one data file changed. Argument: another folder.
 */
const runs = 5
const root = join(import.meta.dirname, '..')
const shared = process.env['BAGDAR_SHARED'] ?? join(root, '../shared')
const source = process.argv[2] ?? join(shared, 'data/kazstat-open-sdg')
if (!existsSync(source)) throw new Error(`No folder "${source}". Name one as argument.`)

interface Answer {
  added: number
  changed: number
  milliseconds: Record<string, number>
}

const work = mkdtempSync(join(tmpdir(), 'bagdar-import-'))
const bagdar = (directory: string, ...args: string[]): Answer & { wall: number } => {
  const begin = performance.now()
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, 'dist/main.js'), ...args, '--json'], {
    env: { ...process.env, DATA_DIR: directory },
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  })
  if (status !== 0) throw new Error(stderr)
  return { ...(JSON.parse(stdout) as Answer), wall: performance.now() - begin }
}

const cases: Record<string, Array<Answer & { wall: number }>> = {
  'into an empty database': [],
  'the same again': [],
  'one file changed': [],
}
try {
  const city = join(work, 'city')
  mkdirSync(city)
  writeFileSync(join(city, 'city.yaml'), 'slug: bench\nname: { en: Bench }\nrefArea: KZALA\ntimeZone: Asia/Almaty\ninvented: false\n')
  writeFileSync(join(city, 'releases.yaml'), 'releases: []\n')
  writeFileSync(join(city, 'sources.yaml'), 'sources: []\n')
  writeFileSync(join(city, 'indicators.yaml'), 'indicators: []\n')
  writeFileSync(join(city, 'areas.csv'), 'code,kind,parent,valid_from,valid_to,name_kk,name_ru,name_en\n')
  writeFileSync(join(city, 'codes.csv'), 'codelist,code,name_kk,name_ru,name_en\n')
  const folder = join(work, 'folder')
  cpSync(source, folder, { recursive: true })
  for (let run = 0; run < runs; run++) {
    const directory = join(work, `data-${run}`)
    bagdar(directory, 'import', 'city', city)
    cases['into an empty database']?.push(bagdar(directory, 'import', 'open-sdg', folder))
    cases['the same again']?.push(bagdar(directory, 'import', 'open-sdg', folder))
    const file = join(folder, 'data/indicator_6-3-1.csv')
    const before = readFileSync(file, 'utf8')
    appendFileSync(
      file,
      before.endsWith('\n')
        ? before
            .split('\n')
            .slice(-2)
            .join('\n')
            .replace(/^\d{4}/, '2031')
        : '',
    )
    cases['one file changed']?.push(bagdar(directory, 'import', 'open-sdg', folder))
    writeFileSync(file, before)
    rmSync(directory, { recursive: true })
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}

console.log(machine())
for (const [name, answers] of Object.entries(cases)) {
  const stages = Object.keys(answers[0]?.milliseconds ?? {})
  const least = (of: (answer: Answer & { wall: number }) => number) => Math.round(Math.min(...answers.map(of)))
  const parts = stages.map((stage) => `${stage} ${least((answer) => answer.milliseconds[stage] ?? 0)}`).join(', ')
  const sum = least((answer) => Object.values(answer.milliseconds).reduce((a, b) => a + b, 0))
  console.log(
    `${name}: ${parts}; together ${sum} ms; whole command ${least((answer) => answer.wall)} ms (least of ${answers.length}; ${answers[0]?.added} new, ${answers[0]?.changed} changed)`,
  )
}
