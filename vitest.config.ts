import { defineConfig } from 'vitest/config'

/** Minutes each: every form and field with every kind of hostile text, every page of the desk. Run by `npm run test:long`. */
export const longTests = [
  'test/security/input.test.ts',
  'test/security/forms.test.ts',
  'test/browser/xss.test.ts',
  'test/browser/desk-pages.test.ts',
]

/** Part of `npm test` in a shorter form: each page in one language, a third of the edits, of the HTML and of the pages without scripts. `npm run test:long` does the whole. */
const shortened = [
  'test/browser/pages.test.ts',
  'test/browser/crawl.test.ts',
  'test/browser/use.test.ts',
  'test/discussion/anchors.test.ts',
]

const isLong = process.env['LONG_TESTS'] === '1'

export default defineConfig({
  test: {
    include: isLong ? [...longTests, ...shortened] : ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    exclude: isLong ? [] : ['**/node_modules/**', ...longTests],
    pool: 'forks',
    // One graph of modules for all files of a worker: to load the program anew for each took a third of the time.
    isolate: false,
    globalSetup: ['test/support/make-templates.ts'],
    // One less than the cores is the default: on two cores that would be one file after the other, for ten minutes.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
