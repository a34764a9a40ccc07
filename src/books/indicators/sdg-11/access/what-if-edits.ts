/** Degrees, as an address carries them: five decimals are a metre. */
export interface Place {
  lon: number
  lat: number
}

/** What somebody tries with the stops of a city. `removed` and the keys of `moved` are ids of the timetable. */
export interface WhatIfEdits {
  added: readonly Place[]
  removed: readonly string[]
  moved: ReadonlyMap<string, Place>
}

export const noEdits: WhatIfEdits = { added: [], removed: [], moved: new Map() }

/** More edits than this are not a question but a plan; and an address has to stay an address. */
export const mostEdits = 60

const decimals = 5
const longestId = 200

export const countEdits = ({ added, removed, moved }: WhatIfEdits): number => added.length + removed.length + moved.size

/**
 * Edits as the query of an address says them: `add=lon,lat`, `remove=id`, `move=id:lon,lat`, each as often as needed. What is not
 * understood is passed over, and so is what comes after the first sixty. A stop that is removed is not moved. A form has earlier edits
 * in one field, `tried`, as a query of its own.
 *
 * @example
 * readEdits(new URLSearchParams('add=76.9,43.2&remove=A7')).removed // => ['A7']
 */
export function readEdits(query: URLSearchParams): WhatIfEdits {
  const pairs = [...query].flatMap((pair) => (pair[0] === 'tried' ? [...new URLSearchParams(pair[1])] : [pair]))
  const added: Place[] = []
  const removed = new Set<string>()
  const moved = new Map<string, Place>()
  let count = 0
  for (const [key, value] of pairs) {
    if (count === mostEdits) break
    count++
    if (key === 'add') {
      const place = readPlace(value)
      if (place !== null) added.push(place)
    } else if (key === 'remove' && value !== '' && value.length <= longestId) removed.add(value)
    else if (key === 'move') {
      const colon = value.lastIndexOf(':')
      const place = readPlace(value.slice(colon + 1))
      if (colon > 0 && colon <= longestId && place !== null) moved.set(value.slice(0, colon), place)
    } else count--
  }
  for (const id of removed) moved.delete(id)
  return { added, removed: [...removed], moved }
}

/**
 * The same as pairs for an address: `readEdits` reads back what `writeEdits` wrote.
 *
 * @example
 * writeEdits({ ...noEdits, added: [{ lon: 76.9, lat: 43.25 }] }) // => [['add', '76.9,43.25']]
 */
export function writeEdits({ added, removed, moved }: WhatIfEdits): Array<[key: 'add' | 'remove' | 'move', value: string]> {
  return [
    ...added.map((place): ['add', string] => ['add', writePlace(place)]),
    ...removed.map((id): ['remove', string] => ['remove', id]),
    ...[...moved].map(([id, place]): ['move', string] => ['move', `${id}:${writePlace(place)}`]),
  ]
}

/**
 * A place as an address carries it.
 *
 * @example
 * writePlace({ lon: 76.945612, lat: 43.25 }) // => '76.94561,43.25'
 */
export const writePlace = ({ lon, lat }: Place): string => `${roundDegrees(lon)},${roundDegrees(lat)}`

/** A place to a metre: two that an address cannot tell apart are the same. */
export const roundPlace = ({ lon, lat }: Place): Place => ({ lon: roundDegrees(lon), lat: roundDegrees(lat) })

const roundDegrees = (value: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals + 0

function readPlace(text: string): Place | null {
  const parts = /^(-?\d{1,3}(?:\.\d{1,12})?),(-?\d{1,2}(?:\.\d{1,12})?)$/.exec(text)
  if (parts === null) return null
  const place = roundPlace({ lon: Number(parts[1]), lat: Number(parts[2]) })
  return Math.abs(place.lon) <= 180 && Math.abs(place.lat) <= 90 ? place : null
}
