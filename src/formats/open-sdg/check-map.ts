import { notice, type Notice } from '../../books/notice.ts'
import { decodeText } from '../csv.ts'
import type { OpenSdgFile } from './open-folder.ts'
import { readYaml, textOf, type YamlMapping } from './read-yaml.ts'

/**
 * Whether the areas of the maps in `config_data.yml` are those of the data: where no code matches, the map stays empty
 * and nobody is told.
 */
export function checkMap(files: readonly OpenSdgFile[], areas: ReadonlySet<string>, notices: Notice[]): void {
  const config = files.find((file) => file.path === 'config_data.yml')
  if (config === undefined) return
  const layers = readYaml(config, notices)['map_layers']
  if (!Array.isArray(layers)) return
  for (const layer of layers as YamlMapping[]) {
    const name = textOf(layer, 'geojson_file')
    const property = textOf(layer, 'id_property')
    const file = files.find((one) => one.path === name)
    if (file === undefined) {
      notices.push(notice('map_not_checked', 'info', { file: 'config_data.yml', column: 'geojson_file', value: name }))
      continue
    }
    const ids = readIds(file, property)
    if (ids === null) {
      notices.push(notice('map_not_readable', 'error', { file: name }))
      continue
    }
    const unmatched = ids.filter((id) => !areas.has(id))
    if (unmatched.length > 0) {
      notices.push(
        notice('map_codes_unmatched', unmatched.length === ids.length ? 'error' : 'warning', {
          file: name,
          column: property,
          value: unmatched.slice(0, 20).join(', '),
          details: { unmatched: unmatched.length, shapes: ids.length },
        }),
      )
    }
  }
}

function readIds(file: OpenSdgFile, property: string): string[] | null {
  try {
    const { features } = JSON.parse(decodeText(file.bytes).text) as { features: Array<{ properties?: Record<string, unknown> | null }> }
    return features.map((feature) => String(feature.properties?.[property] ?? ''))
  } catch {
    return null
  }
}
