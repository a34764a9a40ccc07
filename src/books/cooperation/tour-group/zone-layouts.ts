/** Where a field stands in a machine-readable zone: its line, its first place, and the place after its last, counted from 0. */
export type Place = readonly [line: number, from: number, to: number]

export interface ZoneLayout {
  kind: 'TD1' | 'TD2' | 'TD3'
  lines: number
  width: number
  names: Place
  number: Place
  nationality: Place
  birth: Place
  sex: Place
  expiry: Place
  optional: Place
  /** Of the optional data, where it has one. */
  optionalCheck: Place | null
  /** What the last check digit covers, in this order, and where it stands. */
  composite: readonly Place[]
  compositeCheck: Place
}

/**
 * The three sizes of travel documents. A check digit stands right behind its field. Type and issuing state are the same in all three.
 *
 * Source   ICAO Doc 9303, part 4 (TD3), part 5 (TD1), part 6 (TD2), section 4.2 of each.
 */
export const zoneLayouts: readonly ZoneLayout[] = [
  {
    ...{ kind: 'TD3', lines: 2, width: 44, names: [0, 5, 44], number: [1, 0, 9], nationality: [1, 10, 13] },
    ...{ birth: [1, 13, 19], sex: [1, 20, 21], expiry: [1, 21, 27], optional: [1, 28, 42], optionalCheck: [1, 42, 43] },
    composite: [
      [1, 0, 10],
      [1, 13, 20],
      [1, 21, 43],
    ],
    compositeCheck: [1, 43, 44],
  },
  {
    ...{ kind: 'TD2', lines: 2, width: 36, names: [0, 5, 36], number: [1, 0, 9], nationality: [1, 10, 13] },
    ...{ birth: [1, 13, 19], sex: [1, 20, 21], expiry: [1, 21, 27], optional: [1, 28, 35], optionalCheck: null },
    composite: [
      [1, 0, 10],
      [1, 13, 20],
      [1, 21, 35],
    ],
    compositeCheck: [1, 35, 36],
  },
  {
    ...{ kind: 'TD1', lines: 3, width: 30, names: [2, 0, 30], number: [0, 5, 14], nationality: [1, 15, 18] },
    ...{ birth: [1, 0, 6], sex: [1, 7, 8], expiry: [1, 8, 14], optional: [0, 15, 30], optionalCheck: null },
    composite: [
      [0, 5, 30],
      [1, 0, 7],
      [1, 8, 15],
      [1, 18, 29],
    ],
    compositeCheck: [1, 29, 30],
  },
]

export const documentTypePlace: Place = [0, 0, 2]
export const issuerPlace: Place = [0, 2, 5]
