import type { ItemRef } from '../artefact.ts'
import type { ArtefactId } from '../model.ts'
import { classOf, urnOf } from '../urn.ts'
import { escapeXml, xmlAttributes } from './escape-xml.ts'
import type { MlStructureVersion } from './write-ml-structure.ts'

/** An artefact that is referred to: as `Ref` in 2.1, where it needs the package and class; as URN in 3.0. */
export function writeReference(tag: string, kind: string, target: ArtefactId, version: MlStructureVersion): string {
  if (version === '3.0') return `<structure:${tag}>${escapeXml(urnOf(kind, target))}</structure:${tag}>`
  return `<structure:${tag}>${writeRef(kind, target)}</structure:${tag}>`
}

/** The `Ref` of 2.1 to an artefact. */
export const writeRef = (kind: string, { agency, id, version }: ArtefactId): string => refTag(kind, { agencyID: agency, id, version })

/** An item of a scheme that is referred to. */
export function writeItemReference(tag: string, kind: string, { scheme, item }: ItemRef, version: MlStructureVersion): string {
  if (version === '3.0') return `<structure:${tag}>${escapeXml(urnOf(kind, scheme, item))}</structure:${tag}>`
  const of = { maintainableParentID: scheme.id, maintainableParentVersion: scheme.version, agencyID: scheme.agency, id: item }
  return `<structure:${tag}>${refTag(kind, of)}</structure:${tag}>`
}

function refTag(kind: string, of: Readonly<Record<string, string>>): string {
  const [place, type] = classOf(kind).split('.')
  return `<Ref${xmlAttributes({ ...of, package: place, class: type })}/>`
}
