import fs from 'node:fs'
import path from 'node:path'
import * as esbuild from 'esbuild'

/** Everything that runs as a process or thread of its own, and the three kinds themselves. */
const PROGRAMS = {
  ...Object.fromEntries(
    ['power', 'power-child', 'record-life', 'recording-worker', 'io', 'io-child', 'faulty-worker', 'kill'].map((name) => [
      name,
      `scripts/torture/${name}.ts`,
    ]),
  ),
  'embedded-worker': 'src/store/embedded/worker.ts',
}

/** Read at run time, beside the bundle as beside their source. */
const COPIED = { 'base.tar.br': 'src/store/embedded/base.tar.br', migrations: 'src/store/migrations' }

/**
 * Bundles the programs into one folder, which is removed when this process ends: each run starts dozens of processes,
 * and to load the source file by file takes each a second and a half.
 *
 * @returns where they are
 */
export async function bundlePrograms(root: string): Promise<string> {
  const folder = path.join(root, `dist.new-torture-${process.pid}`) // beside dist/, so that paths to the repository are the same
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }))
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: Object.entries(PROGRAMS).map(([out, source]) => ({ out, in: source })),
    outdir: folder,
    bundle: true,
    format: 'esm',
    splitting: true,
    platform: 'node',
    target: 'node20.19',
    logLevel: 'warning',
    external: ['@electric-sql/pglite', '@electric-sql/pglite/*', '@node-rs/argon2', 'tsx', 'tsx/*', 'pg-native'],
    banner: { js: "import { createRequire as requireIn } from 'node:module'; const require = requireIn(import.meta.url);" },
    jsx: 'automatic',
    jsxImportSource: '#jsx',
    sourcemap: true,
  })
  for (const [name, source] of Object.entries(COPIED)) fs.cpSync(path.join(root, source), path.join(folder, name), { recursive: true })
  return folder
}
