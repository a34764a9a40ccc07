// `node scripts/sbom.mjs [file]`: every third-party package of the program as a CycloneDX 1.6 document, made from package-lock.json.
// The same lock file gives the same bytes: no date, no random serial number.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.resolve(fileURLToPath(import.meta.url), '../..')
const read = (name) => JSON.parse(fs.readFileSync(path.join(root, name), 'utf8'))

export function writeSbom(lock = read('package-lock.json'), { name, version, license } = read('package.json')) {
  const installed = Object.entries(lock.packages).filter(([place, one]) => place !== '' && !one.link)
  const components = new Map()
  for (const [place, one] of installed) {
    const component = componentOf(place, one)
    // The same version in several folders is one component; it is needed to run when any of them is.
    const known = components.get(component['bom-ref'])
    if (known === undefined || known.scope === 'excluded') components.set(component['bom-ref'], component)
  }
  const sorted = [...components.values()].sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1))
  const content = JSON.stringify(sorted)
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(content)}`,
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': `${name}@${version}`, name, version, licenses: [{ license: { id: license } }] },
    },
    components: sorted,
    dependencies: [
      { ref: `${name}@${version}`, dependsOn: dependsOn('', lock.packages[''], lock) },
      ...sorted.map((one) => ({ ref: one['bom-ref'], dependsOn: edgesOf(one, installed, lock) })),
    ],
  }
}

const nameOf = (place, one) => one.name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
const purlOf = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`

function componentOf(place, one) {
  const name = nameOf(place, one)
  const [, algorithm = '', digest = ''] = /^(sha\d+)-(.+)$/.exec(one.integrity ?? '') ?? []
  return {
    type: 'library',
    'bom-ref': purlOf(name, one.version),
    name,
    version: one.version,
    purl: purlOf(name, one.version),
    scope: one.dev ? 'excluded' : one.optional ? 'optional' : 'required',
    ...(digest === ''
      ? {}
      : { hashes: [{ alg: algorithm.toUpperCase().replace('SHA', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') }] }),
    ...(one.license === undefined ? {} : { licenses: [{ expression: one.license }] }),
    ...(one.resolved === undefined ? {} : { externalReferences: [{ type: 'distribution', url: one.resolved }] }),
  }
}

const edgesOf = (component, installed, lock) => [
  ...new Set(
    installed
      .filter(([place, one]) => nameOf(place, one) === component.name && one.version === component.version)
      .flatMap(([place, one]) => dependsOn(place, one, lock)),
  ),
]

/** What a package finds when it asks for each of its dependencies: in its own folder, or in those above. */
function dependsOn(place, one, lock) {
  const wanted = { ...one.dependencies, ...one.optionalDependencies, ...(place === '' ? one.devDependencies : {}) }
  return Object.keys(wanted)
    .map((name) => {
      for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
        const found = lock.packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`]
        if (found !== undefined) return purlOf(found.name ?? name, found.version)
        if (folder === '') return null
      }
    })
    .filter((ref) => ref !== null)
    .sort()
}

/** A number that names this content: from its hash, so that nothing is random. */
function uuidOf(content) {
  const hex = createHash('sha256').update(content).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const text = `${JSON.stringify(writeSbom(), null, 2)}\n`
  const [, , file] = process.argv
  if (file === undefined) process.stdout.write(text)
  else fs.writeFileSync(file, text)
}
