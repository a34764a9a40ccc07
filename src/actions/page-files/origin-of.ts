import type { City, Release, Series, Source } from '../../books/indicators/figure.ts'
import type { Origin } from '../../formats/page-file/origin.ts'
import { inLanguage, link, type Frame } from '../../pages/frame.ts'
import type { CityRecord } from '../record.ts'

export type OriginNeeds = Pick<CityRecord, 'listSeries' | 'listSources' | 'listReleases'>

/** A page as everybody gets it. */
export interface ReadPage {
  html: string
  frame: Frame
  asOf: Date
}

/** Where a part of a page is from, by its text. */
export type OriginOf = (html: string) => Origin

/**
 * Where what a page shows is from: the sources of the figures that it links, with their terms, the newest release of the day, and the
 * address under which it will read the same for ever. What shows no figure is the city's own record.
 */
export async function originsOf({ html, frame, asOf }: ReadPage, needs: OriginNeeds): Promise<OriginOf> {
  const { words, city, publicUrl } = frame
  const { series, sources, release } = await namedIn(city, html, asOf, needs)
  const day = frame.asOf ?? frame.today
  const recorded = city === null ? words.t('pageFiles.recordOfSite') : words.t('pageFiles.recordOf', { city: words.pick(city.name) })
  const terms = words.t('pageFiles.terms', { address: publicUrl + link({ ...frame, asOf: null }, city === null ? '' : '/licence') })
  const named = (name: 'source' | 'licence' | 'release' | 'address', text: string) => ({ name: words.t(`pageFiles.${name}`), text })
  return (part) => {
    const ids = new Set(addressesIn(part).map((address) => series.get(address)?.source))
    const own = sources.filter(({ id }) => ids.has(id))
    const sourceNames = own.map((source) => words.pick(source.name) || source.id)
    const licences = own.map(({ licence }, at) => withName(sourceNames[at] ?? '', licence ?? words.t('about.licenceNotStated'), own.length))
    return {
      source: named('source', sourceNames.join('; ') || recorded),
      licence: named('licence', licences.join('; ') || terms),
      release: named('release', release === null ? '' : releaseWords(release, frame)),
      address: named('address', publicUrl + inLanguage({ ...frame, asOf: day }, words.language)),
    }
  }
}

const withName = (name: string, licence: string, count: number): string => (count === 1 ? licence : `${name}: ${licence}`)

const releaseWords = ({ number, publishedAt }: Release, { words }: Frame): string =>
  words.t('pageFiles.releaseNumber', { number: String(number), date: publishedAt === null ? '—' : words.date(publishedAt) })

interface Named {
  series: ReadonlyMap<string, Series>
  sources: readonly Source[]
  release: Release | null
}

async function namedIn(city: City | null, html: string, asOf: Date, needs: OriginNeeds): Promise<Named> {
  if (city === null) return { series: new Map(), sources: [], release: null }
  const addresses = addressesIn(html)
  const [series, sources, releases] = await Promise.all([
    addresses.length === 0 ? [] : needs.listSeries(city, asOf, { addresses }),
    needs.listSources(city, asOf),
    needs.listReleases(city, asOf),
  ])
  const published = releases.find(({ status }) => status === 'published') ?? null
  return { series: new Map(series.map((one) => [one.address, one])), sources, release: published }
}

/** The series whose figures are linked. */
const addressesIn = (html: string): string[] => [
  ...new Set([...html.matchAll(/\/figures\/([^/"?#]+)\//g)].map(([, address = '']) => address)),
]
