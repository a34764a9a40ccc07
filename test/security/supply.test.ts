import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

interface Sbom {
  bomFormat: string
  specVersion: string
  serialNumber: string
  metadata: { component: { 'bom-ref': string } }
  components: Array<{ 'bom-ref': string; name: string; version: string; hashes?: Array<{ alg: string; content: string }> }>
  dependencies: Array<{ ref: string; dependsOn: string[] }>
}
const textOfSbom = (): string =>
  execFileSync(process.execPath, [path.join(root, 'scripts/sbom.mjs')], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })

const lock = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<
    string,
    {
      version?: string
      resolved?: string
      integrity?: string
      dev?: boolean
      hasInstallScript?: boolean
      link?: boolean
      inBundle?: boolean
    }
  >
}
const { dependencies, allowScripts, files } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>
  allowScripts: Record<string, boolean>
  files: string[]
}
const installed = Object.entries(lock.packages).filter(([place]) => place !== '')

describe('V15.1.2 what the program is made of', () => {
  const text = textOfSbom()
  const sbom = JSON.parse(text) as Sbom
  const byName = new Map(sbom.components.map((one) => [`${one.name}@${one.version}`, one]))

  test('every installed package stands in the list, with its version and hash', () => {
    for (const [place, { version, integrity }] of installed) {
      const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
      const component = byName.get(`${name}@${version}`)
      expect(component, place).toBeDefined()
      if (integrity?.startsWith('sha512-'))
        expect(component?.hashes?.[0]).toEqual({ alg: 'SHA-512', content: Buffer.from(integrity.slice(7), 'base64').toString('hex') })
    }
  })

  test('it is a CycloneDX document whose parts refer to each other', () => {
    expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 })
    expect(sbom.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
    const refs = new Set(sbom.components.map((one) => one['bom-ref']))
    expect(refs.size).toBe(sbom.components.length)
    for (const { ref, dependsOn } of sbom.dependencies) {
      expect(refs.has(ref) || ref === sbom.metadata.component['bom-ref'], ref).toBe(true)
      for (const one of dependsOn) expect(refs, `${ref} needs ${one}`).toContain(one)
    }
    const [own] = sbom.dependencies
    for (const name of Object.keys(dependencies))
      expect(
        own!.dependsOn.some((ref) => ref.startsWith(`pkg:npm/${name.replace('@', '%40')}@`)),
        name,
      ).toBe(true)
  })

  test('the same lock file gives the same bytes', () => {
    expect(textOfSbom()).toBe(text)
  })
})

test('V15.2.1 every package is held to its hash, and none comes from an address of its own', () => {
  for (const [place, { resolved, integrity, link, inBundle }] of installed) {
    if (link || inBundle) continue
    if (resolved !== undefined) expect(resolved, place).toMatch(/^https:\/\/registry\.npmjs\.org\//)
    expect(integrity, place).toMatch(/^sha512-/)
  }
})

test('V15.2.3 nothing of a package runs when it is installed', () => {
  const running = installed
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([place]) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length))
  for (const name of new Set(running)) expect(allowScripts[name] ?? (name === 'fsevents' ? false : undefined), name).toBe(false)
})

test('V15.2.3 what is published is the built program, its start and the demonstration', () => {
  expect([...files].sort()).toEqual(['bin', 'demo', 'dist'])
})

test('V15.1.1 SECURITY.md says how to report and how soon what is found is mended', () => {
  const text = fs.readFileSync(path.join(root, 'SECURITY.md'), 'utf8')
  for (const heading of ['Report', 'How soon', 'Third-party packages']) expect(text).toMatch(new RegExp(`^## .*${heading}`, 'm'))
  expect(text).toMatch(/critical.*\| *\d+ (hours|days)/i)
})
