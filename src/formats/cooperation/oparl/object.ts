import type { PublicTimes } from '../../../books/cooperation/record-history.ts'
import { pickText, type MultilingualText } from '../../../books/text.ts'

/**
 * Objects of OParl 1.1, the standard of German councils: partners are organizations, visits and meetings are meetings, topics are agenda
 * items, sources and agreements are papers. What the standard has no place for stands under `bagdar:`, as it allows (chapter 3.0).
 *
 * Missing  a date that is not known to the day, a time that is not known to the minute: the standard has no other. Such stand under
 *          `bagdar:` as they are.
 */
export interface OparlObject {
  id: string
  type: string
  created: string
  modified: string
  deleted?: true
  [property: string]: unknown
}

export const oparlLists = [
  ...(['organization', 'person', 'membership', 'meeting', 'agendaItem', 'paper', 'file', 'location'] as const),
  // Nothing of the kind is kept; the standard asks for the lists all the same.
  ...(['legislativeTerm', 'consultation'] as const),
] as const
export type OparlList = (typeof oparlLists)[number]

export interface OparlPlace {
  /** Address of the city's body: `https://bagdar.example/oparl/1.1/body/almaty`. */
  body: string
  /** Zone of the city, for events without one. */
  timeZone: string
  /** Full address of a page inside the city. */
  pageOf(path: string): string
}

export type Times = Pick<PublicTimes, 'created' | 'modified'>

export const typeOf = (name: string): string => `https://schema.oparl.org/1.1/${name}`
export const idOf = (place: OparlPlace, list: OparlList, id: number | string): string => `${place.body}/${list}/${id}`

/** Of what was taken back nothing stays but that it was there (chapter 2.8). */
export const tombstone = (place: OparlPlace, list: OparlList, id: number | string, times: Times): OparlObject => ({
  ...{ id: idOf(place, list, id), type: typeOf(`${list.charAt(0).toUpperCase()}${list.slice(1)}`) },
  ...{ created: times.created, modified: times.modified, deleted: true },
})

export function object(
  place: OparlPlace,
  list: OparlList,
  id: number | string,
  type: string,
  { created, modified }: Times,
  fields: Readonly<Record<string, unknown>>,
): OparlObject {
  return { id: idOf(place, list, id), type: typeOf(type), ...given(fields), created, modified }
}

/** The standard knows one language: the city's own, or the nearest that has words. */
export const inOne = (text: MultilingualText): string | undefined => pickText(text, 'kk')?.text

export const wholeDay = (date: string): string | undefined => (date.length === 10 ? date : undefined)

export const given = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
