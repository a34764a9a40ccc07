import type { HierarchyArtefact } from '../artefact.ts'
import { xmlAttributes } from './escape-xml.ts'
import { writeItemReference, writeRef } from './write-ml-reference.ts'
import type { MlStructureVersion } from './write-ml-structure.ts'

/** Codes within each other. In 2.1 they stand in a hierarchy of a list of hierarchies, which has the same name. */
export function writeHierarchy({ id, codelist, codes }: HierarchyArtefact, names: string, version: MlStructureVersion): string {
  const write = (above: string | null): string =>
    codes
      .filter(({ parent }) => parent === above)
      .map((code) => {
        const reference = writeItemReference('Code', 'code', { scheme: codelist, item: code.id }, version)
        return `<structure:HierarchicalCode${xmlAttributes({ id: code.id })}>${reference}${write(code.id)}</structure:HierarchicalCode>\n`
      })
      .join('')
  if (version === '3.0') return `\n${write(null)}`
  return `<structure:IncludedCodelist alias="LIST">${writeRef('codelist', codelist)}</structure:IncludedCodelist>
<structure:Hierarchy id="${id}" leveled="false">${names}
${write(null)}</structure:Hierarchy>
`
}
