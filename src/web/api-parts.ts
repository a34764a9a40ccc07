import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { CooperationReads } from '../actions/cooperation/cooperation-record.ts'
import type { CityRecord } from '../actions/record.ts'
import { isAsOf } from '../books/as-of.ts'

/** What the open data needs. */
export interface ApiNeeds {
  record: CityRecord & CooperationReads
  now(): Date
  /** The site's address as the reader sees it. */
  publicUrlOf(c: Context): string
}

const asOfSchema = z
  .string()
  .refine(isAsOf, { message: 'asOf must be a day such as 2026-11-22, or a moment such as 2026-11-22T12:00:00Z' })
  .optional()
  .openapi({ example: '2026-11-22', description: 'The record as it stood at the end of this day; left out: now' })
/** Every list is of one city, as it stood on a day. */
export const cityQuery = z.object({ city: z.string().openapi({ example: 'almaty' }), asOf: asOfSchema })
export const listOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), next: z.string().nullable() })
export const failure = z.object({ error: z.string() }).loose()
export const failures = {
  400: { description: 'The request is not understood', content: { 'application/json': { schema: failure } } },
  404: { description: 'There is no such city', content: { 'application/json': { schema: failure } } },
}
export const noCity = (slug: string) => ({ error: 'city_not_found', says: `There is no city "${slug}". /api/v1/cities lists them.` })

/** The address of the page that follows. */
export function nextPage(url: string, after: string): string {
  const next = new URL(url)
  next.searchParams.set('after', after)
  return next.pathname + next.search
}
