import type { OparlObject } from './object.ts'

/** As many as a page holds when nobody asks for fewer: what the standard recommends. */
export const mostOnPage = 100

export interface OparlQuery {
  /** Moments in milliseconds; null: any. */
  createdSince: number | null
  createdUntil: number | null
  modifiedSince: number | null
  modifiedUntil: number | null
  page: number
  elementsPerPage: number
}

/**
 * One page of an external list (chapter 2.5): the objects, how many there are, and the addresses of the other pages, which keep the
 * filters. What was deleted is told to whoever asks what has changed, and to nobody else.
 *
 * @param address  of the list, without query
 * @param filters  as they were asked for, in the order in which addresses have them
 */
export function writeOparlPage(
  objects: readonly OparlObject[],
  { address, filters, query }: { address: string; filters: ReadonlyArray<readonly [string, string]>; query: OparlQuery },
): object {
  const { page, elementsPerPage } = query
  const found = objects.filter((one) => isAsked(one, query))
  const totalPages = Math.max(1, Math.ceil(found.length / elementsPerPage))
  const at = (number: number): string => {
    const search = new URLSearchParams([
      ...filters.map(([name, value]) => [name, value]),
      ...(number === 1 ? [] : [['page', String(number)]]),
    ])
    return search.size === 0 ? address : `${address}?${search}`
  }
  return {
    data: found.slice((page - 1) * elementsPerPage, page * elementsPerPage),
    pagination: { totalElements: found.length, elementsPerPage, currentPage: page, totalPages },
    links: {
      first: at(1),
      ...(page > 1 ? { prev: at(Math.min(page - 1, totalPages)) } : {}),
      self: at(page),
      ...(page < totalPages ? { next: at(page + 1) } : {}),
      last: at(totalPages),
    },
  }
}

const isAsked = ({ created, modified, deleted }: OparlObject, query: OparlQuery): boolean =>
  (deleted !== true || query.modifiedSince !== null) &&
  isWithin(Date.parse(created), query.createdSince, query.createdUntil) &&
  isWithin(Date.parse(modified), query.modifiedSince, query.modifiedUntil)

const isWithin = (moment: number, since: number | null, until: number | null): boolean =>
  (since === null || moment >= since) && (until === null || moment <= until)
