// Runs checks one after another and counts what passed and failed.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from './ensure.mjs'

export class Checks {
  passed = 0
  failed = 0

  /** A program counts as one check; it passes when it ends with 0. */
  async program(name, file, ...args) {
    await this.step(name, async () => {
      const code = await run(process.execPath, [path.join(root, 'node_modules', file), ...args])
      if (code !== 0) throw new Error(`${name} ended with ${code}`)
    })
  }

  async step(name, work) {
    await timed(name, async () => {
      try {
        await work()
        this.passed++
        return true
      } catch (error) {
        console.log(error.message)
        this.failed++
        return false
      }
    })
  }

  async typesLintFormat() {
    await this.program('types', 'typescript/bin/tsc', '-p', '.')
    await this.program('lint', 'oxlint/bin/oxlint')
    await this.program('format', 'oxfmt/bin/oxfmt', '--check')
  }

  /** Every test counts; so does a test file that could not be read, and a run that broke off. Skipped tests are named. */
  async tests(name, { node = process.execPath, filters = [], environment = {} } = {}) {
    await timed(name, async () => {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-tests-'))
      const report = path.join(folder, 'report.json')
      const args = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...filters]
      const code = await run(node, args, environment)
      const { testResults } = fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')) : { testResults: [] }
      fs.rmSync(folder, { recursive: true })
      console.log(`Longest:\n${longest(testResults).join('\n')}`)
      const tests = testResults.flatMap((file) => file.assertionResults)
      const having = (...status) => tests.filter((test) => status.includes(test.status))
      const unread = testResults.filter(
        (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
      )
      const failed = having('failed').length + unread.length
      this.passed += having('passed').length
      this.failed += failed === 0 && code !== 0 ? 1 : failed
      const skipped = having('pending', 'skipped', 'todo')
      if (skipped.length > 0) console.log(`${skipped.length} skipped:\n${skipped.map((test) => `  ${test.fullName}`).join('\n')}`)
      return failed === 0 && code === 0
    })
  }

  /** The last line, and the exit code. */
  finish() {
    console.log(`${this.passed} passed, ${this.failed} failed`)
    process.exitCode = this.failed > 0 || this.passed === 0 ? 1 : 0
  }
}

/** Says when a check begins and how long it took; `work` tells whether it passed. */
async function timed(name, work) {
  const start = performance.now()
  console.log(`── ${name}`)
  const passed = await work()
  console.log(`── ${name}: ${passed ? 'passed' : 'FAILED'}, ${((performance.now() - start) / 1000).toFixed(1)} s`)
}

/** The files that a faster check would begin with. */
const longest = (files) =>
  files
    .map(({ name, startTime, endTime }) => ({ name: path.relative(root, name), seconds: (endTime - startTime) / 1000 }))
    .sort((one, other) => other.seconds - one.seconds)
    .slice(0, 30)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(8)} s  ${name}`)

function run(program, args, environment = {}) {
  return new Promise((resolve, reject) => {
    spawn(program, args, { cwd: root, stdio: ['ignore', 1, 2], env: { ...process.env, ...environment } })
      .on('error', reject)
      .on('close', (code) => resolve(code))
  })
}
