// Builds dist/: the server and the database thread (packages stay in node_modules), and for the browser the
// stylesheet, scripts and fonts under hashed names. dist/assets.json tells which name became which.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Files that run on their own beside the server, by their name in dist/. */
const THREADS = {
  'embedded-worker': 'src/store/embedded/worker.ts',
  'reader-child': 'src/reader-child.ts',
  'compute-thread': 'src/compute-thread.ts',
  'opinion-thread': 'src/opinion-thread.ts',
  'typeset-thread': 'src/typeset-thread.ts',
}

/** Parts of general use, for other programs: what `exports` of package.json names. Each stands alone. */
const PARTS = {
  'osm-pbf': 'src/formats/osm-pbf/index.ts',
  gtfs: 'src/formats/gtfs/index.ts',
  geotiff: 'src/formats/geotiff/index.ts',
  population: 'src/formats/population/index.ts',
  sdmx: 'src/formats/sdmx/index.ts',
  'opinion-groups': 'src/books/discussion/opinion-groups/index.ts',
}

/** Read at run time, beside the bundle as beside their source. */
const COPIED = { 'base.tar.br': 'src/store/embedded/base.tar.br', migrations: 'src/store/migrations' }

/** Built aside and then put in place, so that a build that fails or is stopped leaves the old one. */
export async function build() {
  const out = path.join(root, `dist.new-${process.pid}`)
  try {
    await Promise.all([buildServer(out), buildAssets(out), buildParts(out)])
    for (const [name, source] of Object.entries(COPIED)) fs.cpSync(path.join(root, source), path.join(out, name), { recursive: true })
    const old = path.join(root, `dist.old-${process.pid}`)
    if (fs.existsSync(path.join(root, 'dist'))) fs.renameSync(path.join(root, 'dist'), old)
    fs.renameSync(out, path.join(root, 'dist'))
    fs.rmSync(old, { recursive: true, force: true })
  } finally {
    fs.rmSync(out, { recursive: true, force: true })
  }
}

const common = { absWorkingDir: root, bundle: true, format: 'esm', logLevel: 'warning' }

async function buildServer(outdir) {
  const threads = Object.entries(THREADS).filter(([, source]) => fs.existsSync(path.join(root, source)))
  await esbuild.build({
    ...common,
    entryPoints: [['main', 'src/main.ts'], ...threads].map(([out, source]) => ({ out, in: source })),
    outdir,
    platform: 'node',
    target: 'node20.19',
    // Bundled whole: loading a thousand small files takes longer than the server takes to open its database.
    external: ['@electric-sql/pglite', '@electric-sql/pglite/*', '@node-rs/argon2', 'tsx', 'tsx/*', 'pg-native'],
    banner: { js: "import { createRequire as requireIn } from 'node:module'; const require = requireIn(import.meta.url);" },
    splitting: true,
    jsx: 'automatic',
    jsxImportSource: '#jsx',
    sourcemap: true,
  })
}

async function buildParts(out) {
  await esbuild.build({
    ...common,
    entryPoints: Object.entries(PARTS).map(([name, source]) => ({ out: name, in: source })),
    outdir: path.join(out, 'parts'),
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    sourcemap: true,
  })
}

async function buildAssets(out) {
  const folder = path.join(root, 'src/islands')
  const islands = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.includes('.test.')) : []
  const { metafile } = await esbuild.build({
    ...common,
    entryPoints: [
      'src/pages/styles/site.css',
      'src/pages/styles/desk.css',
      'src/pages/styles/discussion.css',
      'src/pages/styles/cooperation.css',
      ...islands.map((name) => `src/islands/${name}`),
    ],
    outdir: path.join(out, 'public/assets'),
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    minify: true,
    target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
    loader: { '.woff2': 'file', '.svg': 'file' },
    metafile: true,
  })
  const assets = {}
  for (const [file, { entryPoint, inputs }] of Object.entries(metafile.outputs)) {
    const source = entryPoint ?? Object.keys(inputs)[0] // a font has no entry point, but is made of one file
    assets[path.basename(source).replace(/\.ts$/, '.js')] = `/assets/${path.basename(file)}`
  }
  const sorted = Object.fromEntries(Object.entries(assets).sort(([a], [b]) => (a < b ? -1 : 1)))
  fs.writeFileSync(path.join(out, 'assets.json'), JSON.stringify(sorted, null, 2) + '\n')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await build()
