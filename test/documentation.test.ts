import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { help } from '../src/cli/help.ts'

/** What the documentation names is there: pages, anchors, files, commands, settings. */
const root = path.resolve(import.meta.dirname, '..')
const documents = [
  'README.md',
  'CHANGELOG.md',
  ...fs
    .readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll(path.sep, '/')}`),
].sort()
const textOf = (document: string): string => fs.readFileSync(path.join(root, document), 'utf8')
const withoutCode = (text: string): string => text.replace(/^( {4}|\t).*$/gm, '').replace(/```[\s\S]*?```/g, '')

/** Anchors of the headings, as code hosts make them. */
const anchorsOf = (text: string): string[] =>
  [...withoutCode(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  )

describe.each(documents)('%s', (document) => {
  const text = textOf(document)

  test('links lead somewhere', () => {
    const broken = [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^(https?:|mailto:)/.test(target))
      .filter((target) => {
        const [file = '', anchor] = target.split('#')
        const aimed = file === '' ? document : path.posix.join(path.posix.dirname(document), file)
        if (!fs.existsSync(path.join(root, aimed))) return true
        return anchor !== undefined && !anchorsOf(textOf(aimed)).includes(anchor)
      })
    expect(broken).toEqual([])
  })

  test('files that it names are there', () => {
    const named = [...text.matchAll(/`((?:src|test|scripts|bench|locales|docs|demo|bin)\/[^`\s]*)`/g)].map(([, name = '']) => name)
    expect(named.filter((name) => !/[{<*…]/.test(name) && !/\/your-/.test(name) && !fs.existsSync(path.join(root, name)))).toEqual([])
  })

  test('commands that it names are known, with their options', () => {
    expect(commandsIn(text).filter((command) => !isKnown(command))).toEqual([])
  })

  test('scripts of npm that it names are there', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }
    const named = [...text.matchAll(/\bnpm run ([a-z:-]+)/g)].map(([, name = '']) => name)
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })
})

/** Every `bagdar …` in code, as its words. */
function commandsIn(text: string): string[] {
  const code = [...text.matchAll(/```[\s\S]*?```|`[^`\n]+`/g)].flatMap(([span]) => span.replaceAll('`', '').split('\n'))
  return code.flatMap((line) => [...line.matchAll(/(?:^|\s)bagdar\s+(.+)$/g)].map(([, words = '']) => words.replace(/ {2,}.*$|\s#.*$/, '')))
}

/** A command whose help exists, with a verb and options that its help or the common help names. */
function isKnown(command: string): boolean {
  const [name = '', verb, ...rest] = command.split(/\s+/)
  if (name === '…' || name === '--help') return true
  const known = help[name]
  if (known === undefined) return false
  if (verb !== undefined && /^[a-z-]+$/.test(verb) && !verb.startsWith('-') && !new RegExp(`\\b${verb}\\b`).test(known)) return false
  return [verb, ...rest].filter((word) => word?.startsWith('--')).every((option) => `${known}\n${help['']}`.includes(option ?? ''))
}

/** Variables that `src/configuration.ts` reads, with their defaults as the guide writes them. */
function settings(): Map<string, string | null> {
  const [, schema = ''] = /const schema = z\.object\(\{\n([\s\S]*?)\n\}\)/.exec(textOf('src/configuration.ts')) ?? []
  return new Map(
    schema.split(/\n(?= {2}[A-Z])/).map((entry) => {
      const [, name = ''] = /^ {2}([A-Z_]+):/.exec(entry) ?? []
      const [, value = ''] = /\.default\('?([^')]*)'?\)/.exec(entry) ?? []
      return [name, value === '' ? null : `\`${value}\``]
    }),
  )
}

test('the guide for a city names exactly the settings that there are, with their defaults', () => {
  const table = /## Configuration[\s\S]*?(?=\n## )/.exec(textOf('docs/guides/for-a-city.md'))?.[0] ?? ''
  const named = new Map([...table.matchAll(/^\| `([A-Z_]+)` +\| ([^|]+?) +\|/gm)].map(([, name = '', value = '']) => [name, value]))
  const read = settings()
  expect(read.size).toBeGreaterThan(5)
  expect([...named.keys()].sort()).toEqual([...read.keys()].sort())
  for (const [name, value] of read) if (value !== null) expect(named.get(name), name).toBe(value)
})
