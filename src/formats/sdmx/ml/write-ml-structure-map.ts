import type { StructureMap } from '../artefact.ts'
import { writeReference } from './write-ml-reference.ts'
import type { MlStructureVersion } from './write-ml-structure.ts'

/** Which component becomes which. In 2.1 a map stands in a set of maps, which has the same name. */
export function writeStructureMap({ id, source, target, components }: StructureMap, names: string, version: MlStructureVersion): string {
  const ends = `${writeReference('Source', 'datastructure', source, version)}${writeReference('Target', 'datastructure', target, version)}\n`
  const component = (name: string): string => (version === '3.0' ? name : `<Ref id="${name}"/>`)
  const maps = components
    .map(
      ([from, to]) =>
        `<structure:ComponentMap><structure:Source>${component(from)}</structure:Source><structure:Target>${component(to)}</structure:Target></structure:ComponentMap>\n`,
    )
    .join('')
  return version === '3.0' ? `${ends}${maps}` : `\n<structure:StructureMap id="${id}">${names}${ends}${maps}</structure:StructureMap>\n`
}
