import { FormatError } from '../format-error.ts'
import { sdmxLimits } from './read-limits.ts'

type Values = Readonly<Record<string, string>>

/** Attributes that are said once for all series which have some dimension values in common. */
export class Groups {
  /** Dimensions of the part of the key → its values → attributes. */
  readonly #byDimensions = new Map<string, { ids: string[]; byValues: Map<string, Values> }>()
  #count = 0

  add(key: Values, attributes: Values): void {
    if (++this.#count > sdmxLimits.groups)
      throw new FormatError('sdmx_beyond_limits', `More than ${sdmxLimits.groups} groups.`, null, {
        what: 'groups',
        limit: sdmxLimits.groups,
      })
    const ids = Object.keys(key).sort()
    const name = ids.join(' ')
    let group = this.#byDimensions.get(name)
    if (group === undefined) this.#byDimensions.set(name, (group = { ids, byValues: new Map() }))
    const values = valuesOf(key, ids)
    group.byValues.set(values, { ...group.byValues.get(values), ...attributes })
  }

  /** Attributes of a series: those of its groups, and its own, which go before. */
  attributesOf(key: Values, own: Values): Values {
    if (this.#count === 0) return own
    let attributes: Values = {}
    for (const { ids, byValues } of this.#byDimensions.values()) attributes = { ...attributes, ...byValues.get(valuesOf(key, ids)) }
    return { ...attributes, ...own }
  }
}

const valuesOf = (key: Values, ids: readonly string[]): string => ids.map((id) => key[id] ?? '').join('\u001f')
