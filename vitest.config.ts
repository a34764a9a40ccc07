import { fileURLToPath, pathToFileURL } from 'node:url'
import { defineConfig, type Plugin } from 'vitest/config'

/** Minutes each: every form and field with every kind of hostile text, every page of the desk. Run by `npm run test:long`. */
export const longTests = [
  'test/security/input.test.ts',
  'test/security/forms.test.ts',
  'test/browser/xss.test.ts',
  'test/browser/desk-pages.test.ts',
]

/** Part of `npm test` in a shorter form: each page and each way through them in one language, a third of the edits, of the HTML and of the pages without scripts, one hostile text for each field. `npm run test:long` does the whole. */
const shortened = [
  'test/browser/pages.test.ts',
  'test/browser/crawl.test.ts',
  'test/browser/use.test.ts',
  'test/browser/sign-in.test.ts',
  'test/browser/what-if-map.test.ts',
  'test/browser/desk-programme.test.ts',
  'test/browser/desk-data.test.ts',
  'test/browser/account.test.ts',
  'test/browser/tour-group.test.ts',
  'test/browser/first-consultation.test.ts',
  'test/discussion/anchors.test.ts',
  'test/security/cooperation-forms.test.ts',
]

/**
 * Threads of the program are taken from dist/, which `prepare-tests.mjs` brings up to date: to load their source through tsx takes half a
 * second for each database that is opened.
 */
const builtThreads: Plugin = {
  name: 'built-threads',
  enforce: 'pre',
  transform: (code, file) =>
    file.includes('/src/')
      ? code.replaceAll(/import\.meta\.url\.endsWith\('\.ts'\) \? '\.\/[\w-]+\.ts' : '\.\/([\w-]+\.js)'/g, (_, name) =>
          JSON.stringify(pathToFileURL(`dist/${name}`).href),
        )
      : undefined,
}

const isLong = process.env['LONG_TESTS'] === '1'

export default defineConfig({
  plugins: [builtThreads],
  resolve: { alias: { '#jsx': fileURLToPath(new URL('./src/jsx', import.meta.url)) } }, // as in tsconfig.json
  test: {
    include: isLong ? [...longTests, ...shortened] : ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    exclude: isLong ? [] : ['**/node_modules/**', ...longTests],
    pool: 'forks',
    // One graph of modules for all files of a worker: to load the program anew for each took a third of the time.
    isolate: false,
    globalSetup: ['test/support/prepare-tests.mjs'],
    setupFiles: ['test/support/keep-engine-code.ts'],
    // One less than the cores is the default: on two cores that would be one file after the other, for ten minutes. How many cores a
    // container may really use is not told, so it is never more.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
