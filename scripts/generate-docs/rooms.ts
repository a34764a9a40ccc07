import path from 'node:path'
import { code, page, table } from './page.ts'
import { productFiles } from './sources.ts'

const beside = 'main'

/** The graph of rooms as it is: who imports whom, and which packages. `test/architecture.test.ts` says who may. */
export function describeRooms(): string {
  const rooms = new Map<string, { imports: Set<string>; packages: Set<string> }>()
  for (const [file, text] of productFiles()) {
    const room = roomOf(file)
    const own = rooms.get(room) ?? { imports: new Set<string>(), packages: new Set<string>() }
    rooms.set(room, own)
    for (const module of importsOf(text)) {
      if (!module.startsWith('.')) {
        if (!module.startsWith('node:')) own.packages.add(packageOf(module))
        continue
      }
      const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), module))
      const other = target.startsWith('../') ? (target.split('/')[1] ?? '') : roomOf(target)
      if (other !== room) own.imports.add(other)
    }
  }
  const sorted = [...rooms].sort(([a], [b]) => (a < b ? -1 : 1))
  const edges = sorted.flatMap(([room, { imports }]) => [...imports].sort().map((other) => `  ${room} --> ${other}`))
  return page(
    'Rooms',
    'Who imports whom in `src/`, read from the code. `main` is `main.ts` with the files beside it; `locales` lies beside `src/`.',
    ['```mermaid', 'flowchart BT', ...edges, '```'].join('\n'),
    table(
      ['room', 'imports', 'npm packages'],
      sorted.map(([room, { imports, packages }]) => [
        code(room),
        [...imports].sort().join(', ') || '–',
        [...packages].sort().map(code).join(', ') || '–',
      ]),
    ),
  )
}

const roomOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? beside) : beside)

const packageOf = (module: string): string =>
  module
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/')

const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s+['"]([^'"]+)['"]|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  )
