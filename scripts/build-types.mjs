// Type declarations of the parts that other programs import, into dist/types; for the package, not needed to run.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const entries = ['osm-pbf', 'gtfs', 'geotiff', 'population'].map((part) => `src/formats/${part}/index.ts`)
entries.push('src/formats/geopackage/sql-js.d.ts', 'src/books/discussion/opinion-groups/index.ts')
const options = [
  '--ignoreConfig',
  '--target',
  'ES2023',
  '--module',
  'ESNext',
  '--moduleResolution',
  'bundler',
  '--strict',
  '--skipLibCheck',
]
const output = ['--declaration', '--emitDeclarationOnly', '--rewriteRelativeImportExtensions', '--rootDir', 'src', '--outDir', 'dist/types']
execFileSync('npx', ['tsc', ...options, '--types', 'node', ...output, ...entries], { cwd: root, stdio: 'inherit' })
