import { listObservations } from '../../src/actions/list-observations.ts'
import type { PublishedFigure } from '../../src/formats/observations-csv.ts'
import type { CityRecord } from '../../src/actions/record.ts'
import { figurePath } from '../../src/pages/indicators/series-words.ts'

/** One address, without language, for each kind of page and each state that changes how a page looks. */
const withoutFigures: Readonly<Record<string, string>> = {
  'list of cities': '',
  'discussions of the city': '/ulgiqala/discussion',
  'no discussion': '/almaty/discussion',
  'discussion, open': '/ulgiqala/discussion/2',
  'discussion, answered': '/ulgiqala/discussion/1',
  'text under discussion': '/ulgiqala/discussion/2/text',
  'section under discussion': '/ulgiqala/discussion/2/text/g-1-1',
  'comments and suggestions': '/ulgiqala/discussion/2/contributions',
  'comments, filtered without a hit': '/ulgiqala/discussion/2/contributions?kind=reply&answer=accepted',
  'suggestion with its trace': '/ulgiqala/discussion/1/contributions/4',
  'contribution, taken down': '/ulgiqala/discussion/2/contributions/26',
  'official answers': '/ulgiqala/discussion/1/answers',
  'statements and votes': '/ulgiqala/discussion/2/statements',
  'one statement': '/ulgiqala/discussion/2/statements/1',
  'map of opinions': '/ulgiqala/discussion/2/opinions',
  'map of opinions, nobody voted': '/ulgiqala/discussion/1/opinions',
  'whose voice it is': '/ulgiqala/discussion/2/voices',
  'whose voice it is, nothing published': '/ulgiqala/discussion/1/voices',
  'changes after a discussion': '/ulgiqala/discussion/1/changes/2',
  gallery: '/gallery',
  home: '/almaty',
  'home of an invented city': '/ulgiqala',
  'home in the past': '/almaty?asOf=2024-12-31',
  'home before the first release': '/almaty?asOf=2010-01-01',
  programme: '/almaty/programme',
  'programme with measures': '/ulgiqala/programme',
  goal: '/almaty/programme/goals/3.1.1.1',
  'goal with measures': '/ulgiqala/programme/goals/1.1',
  budget: '/ulgiqala/programme/budget',
  'budget that nobody has published': '/almaty/programme/budget',
  reports: '/ulgiqala/reports',
  'yearly report': '/ulgiqala/reports/yearly',
  'yearly report without money': '/almaty/reports/yearly?year=2020',
  'voluntary local review': '/almaty/reports/vlr',
  'voluntary local review, its longest chapter': '/almaty/reports/vlr?chapter=6',
  'city section': '/almaty/reports/city',
  'example sheet': '/almaty/reports/example',
  brief: '/almaty/reports/brief',
  'press note': '/ulgiqala/reports/press',
  versions: '/ulgiqala/programme/versions',
  version: '/ulgiqala/programme/versions/3',
  difference: '/ulgiqala/programme/difference/2/3',
  catalogue: '/almaty/indicators',
  'catalogue, filtered': '/almaty/indicators?q=%D0%BA%D0%B0%D0%BB%D0%B0&withFigures=1',
  'catalogue without a hit': '/almaty/indicators?q=xyzzy',
  'indicator with rival figures': '/almaty/indicators/11.6.2',
  'indicator with many cuts': '/almaty/indicators/8.3.1',
  'indicator with a programme target': '/almaty/indicators/11.2.1.1',
  'indicator, invented city': '/ulgiqala/indicators/11.2.1',
  gaps: '/almaty/gaps',
  releases: '/ulgiqala/releases',
  'release with many notices': '/almaty/releases/2',
  'release, withdrawn': '/ulgiqala/releases/5',
  search: '/almaty/search?q=%D0%B0%D1%83%D0%B0',
  'search, nothing asked': '/almaty/search',
  methods: '/almaty/methods',
  method: '/ulgiqala/methods/11.2.1',
  'method without data': '/almaty/methods/11.2.1',
  'method of open space': '/ulgiqala/methods/11.7.1',
  'method of open space without data': '/almaty/methods/11.7.1',
  map: '/ulgiqala/map',
  'map with a change': '/ulgiqala/map?add=-20.03%2C-0.03',
  'map without data': '/almaty/map',
  about: '/almaty/about',
  trust: '/almaty/trust',
  'trust of the site': '/trust',
  licence: '/almaty/licence',
  accessibility: '/almaty/accessibility',
  privacy: '/almaty/privacy',
  'privacy, of the whole site': '/privacy',
  contact: '/almaty/contact',
  api: '/almaty/api',
  cooperation: '/almaty/cooperation',
  'cooperation of an invented city': '/ulgiqala/cooperation',
  'visit with its meetings': '/almaty/cooperation/events/1',
  'meeting within a visit': '/almaty/cooperation/events/3',
  'visit to come': '/ulgiqala/cooperation/events/1',
  commitments: '/ulgiqala/cooperation/commitments',
  'commitments, filtered without a hit': '/almaty/cooperation/commitments?status=done',
  'commitment that nothing was heard of': '/almaty/cooperation/commitments/7',
  'commitment with its history': '/ulgiqala/cooperation/commitments/1',
  'economic notes': '/almaty/cooperation/economy',
  'economic note of margins': '/almaty/cooperation/economy/bangkok',
  'economic note, whole': '/ulgiqala/cooperation/economy/tengizkent',
  partners: '/almaty/cooperation/partners',
  partner: '/almaty/cooperation/partners/3',
  'sister city': '/ulgiqala/cooperation/partners/2',
  'sister city, dormant': '/ulgiqala/cooperation/partners/3',
  agreements: '/ulgiqala/cooperation/agreements',
  'no agreements': '/almaty/cooperation/agreements',
  agreement: '/ulgiqala/cooperation/agreements/1',
  'investment projects': '/ulgiqala/cooperation/projects',
  'investment project': '/ulgiqala/cooperation/projects/1',
  'source with its marked places': '/almaty/cooperation/sources/1',
  'checker of group lists': '/almaty/cooperation/tour-group',
  'not found': '/almaty/no-such-page',
  'day that is none': '/almaty?asOf=yesterday',
}

/** Every kind of page by its name; figures are looked up, because their addresses come from their keys. */
export async function pageKinds(record: CityRecord): Promise<Record<string, string>> {
  const [disputed, gap, month, day, year] = await oddFigures(record)
  return {
    ...withoutFigures,
    figure: year,
    'figure, disputed': disputed,
    'figure that is a gap': gap,
    'figure of a month': month,
    'figure of a day': day,
    'report of a mistake': `${year}/mistakes`,
    'report of a mistake, sent': `${year}/mistakes?sent=1`,
  }
}

/** Addresses of `count` figures spread over a city, the odd kinds among them. */
export async function sampleFigures(record: CityRecord, count: number): Promise<string[]> {
  const odd = await oddFigures(record)
  const samples = await Promise.all(
    ['almaty', 'ulgiqala'].map(async (slug) => {
      const figures = await figuresOf(slug, record)
      const step = figures.length / ((count - odd.length) / 2)
      return figures.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step)).map((one) => addressOf(slug, one))
    }),
  )
  return [...new Set([...odd, ...samples.flat()])]
}

type Five = [disputed: string, gap: string, month: string, day: string, year: string]

async function oddFigures(record: CityRecord): Promise<Five> {
  const figures = await figuresOf('almaty', record)
  return [
    (one: PublishedFigure) => one.figure.disputed,
    ({ figure }: PublishedFigure) => figure.value === null && !figure.disputed,
    ({ figure }: PublishedFigure) => /^\d{4}-\d{2}$/.test(figure.timePeriod),
    ({ figure }: PublishedFigure) => /^\d{4}-\d{2}-\d{2}$/.test(figure.timePeriod),
    ({ figure }: PublishedFigure) => /^\d{4}$/.test(figure.timePeriod),
  ].map((is) => {
    const found = figures.find(is)
    if (found === undefined) throw new Error('The demonstration has no figure of a kind that is tested here.')
    return addressOf('almaty', found)
  }) as Five
}

const addressOf = (slug: string, { series, figure }: PublishedFigure): string => `/${slug}${figurePath(series.address, figure.timePeriod)}`

async function figuresOf(slug: string, record: CityRecord): Promise<PublishedFigure[]> {
  const city = await record.findCity(slug)
  if (city === null) throw new Error(`${slug} is not in the record`)
  return (await listObservations(city, new Date(), {}, { after: null, limit: Number.POSITIVE_INFINITY }, record)).items
}
