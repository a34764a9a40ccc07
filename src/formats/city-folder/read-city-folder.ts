import { createHash } from 'node:crypto'
import { LineCounter, parseDocument } from 'yaml'
import type { Area, City, Code, Indicator, ReleaseFile, Source } from '../../books/indicators/figure.ts'
import type { ReadingSet } from '../../books/indicators/reading-set.ts'
import { notice, type Notice } from '../../books/notice.ts'
import { uuidOf } from '../../kernel/natural-key.ts'
import { computedFolder, tableFolder, type CityFolderReading, type CityRelease, type CitySet } from './city-folder.ts'
import { Fields, fieldsOf } from './fields.ts'
import { noticeFile, readNotices } from './notice-table.ts'
import { readObservations } from './observation-table.ts'
import { readTable } from './table.ts'

export type Files = ReadonlyMap<string, Uint8Array>

/** What all releases of a folder draw their names from. */
interface Names {
  areas: ReadonlyMap<string, Area>
  codes: readonly Code[]
  sources: ReadonlyMap<string, Source>
  indicators: ReadonlyMap<string, Indicator>
}

/**
 * A city's folder as readings by release, with everything that could not be understood named by file and line.
 *
 * Nothing is guessed: a row that is one cell short gives no reading, a release without a known source is left out.
 *
 * Missing  null when there is no `city.yaml` that names the city: then there is nothing to read.
 * Cost     one pass; about 32,000 observations in a third of a second.
 */
export function readCityFolder(files: Files): { folder: CityFolderReading | null; problems: readonly Notice[] } {
  const problems: Notice[] = []
  const header = readYaml(files, 'city.yaml', problems)
  const slug = header.text('slug')
  const refArea = header.text('refArea')
  if (slug === null || refArea === null) return { folder: null, problems }
  const city: City = {
    id: uuidOf('city', slug),
    slug,
    name: header.words('name'),
    refArea,
    timeZone: header.text('timeZone') ?? 'UTC',
    invented: header.flag('invented'),
    comparison: header.flag('comparison'),
  }

  const names: Names = {
    areas: new Map(readAreas(files, problems).map((area) => [area.code, area])),
    codes: readCodes(files, problems),
    sources: new Map(readSources(files, problems).map((source) => [source.id, source])),
    indicators: new Map(readIndicators(files, problems).map((indicator) => [indicator.code, indicator])),
  }
  const releases = readYaml(files, 'releases.yaml', problems).list('releases')
  const sets = releases.length === 0 ? [namesAlone(city, names)] : releases.flatMap((fields) => readRelease(fields, files, names, problems))
  const rivalReasons = readYaml(files, 'rivals.yaml', problems, 'may be absent')
    .list('reasons')
    .map((fields) => ({
      indicator: fields.required('indicator'),
      refArea: fields.required('refArea'),
      sources: fields.texts('sources'),
      reason: fields.has('reason') ? fields.words('reason') : null,
      known: fields.words('known'),
      citations: fields.list('citations').map((citation) => ({ title: citation.words('title'), url: citation.optional('url') })),
    }))
  const programmeFiles = new Map([...files].filter(([path]) => path.startsWith('programme/')))
  return { folder: { city, about: header.words('about'), sets, rivalReasons, programmeFiles, problems }, problems }
}

/** A city that begins has names and no figures yet: they come as a release of their own, or they would be lost. */
function namesAlone(city: City, { areas, codes, sources, indicators }: Names): CitySet {
  const [source = { id: city.slug, name: city.name, url: null, licence: null }] = sources.values()
  const nobody = { withdrawnAt: null, withdrawnBy: null, withdrawnReason: null }
  return {
    release: {
      id: 'names',
      kind: 'entry',
      title: city.name,
      source: source.id,
      madeBy: 'bagdar',
      publishedAt: null,
      parameters: {},
      codeVersion: '',
      ...nobody,
    },
    readings: {
      title: city.name,
      source,
      indicators: [...indicators.values()],
      areas: [...areas.values()],
      codes,
      readings: [],
      notices: [],
      files: [],
      rows: 0,
    },
  }
}

function readRelease(fields: Fields, files: Files, names: Names, problems: Notice[]): CitySet[] {
  const id = fields.required('id')
  const source = names.sources.get(fields.required('source'))
  if (source === undefined) {
    problems.push(fields.problem('unknown_source', 'source'))
    return []
  }
  const kept = files.get(noticeFile(id))
  const notices: Notice[] = kept === undefined ? [] : readNotices(noticeFile(id), decode(kept), problems)
  const inputs: ReleaseFile[] = fields
    .list('inputs')
    .map((input) => ({ path: input.required('path'), sha256: input.required('sha256'), bytes: input.number('bytes') ?? 0 }))
  const own = new Map<string, ReleaseFile>()
  const readings = fields.list('tables').flatMap((entry) => {
    const path = tableFolder(id) + entry.required('file')
    const bytes = files.get(path)
    if (bytes === undefined) {
      problems.push(notice('file_missing', 'error', { file: path }))
      return []
    }
    own.set(path, { path, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.byteLength })
    return readObservations({ path, always: entry.strings('always'), text: decode(bytes) }, source.id, notices)
  })
  const used = new Set(readings.map((reading) => reading.origin?.file ?? ''))
  const set: ReadingSet = {
    title: fields.words('title'),
    source,
    ...namesOf(readings, names, problems, id),
    readings,
    notices,
    files: [...inputs, ...[...own.values()].filter((file) => used.has(file.path))],
    rows: fields.number('rows') ?? readings.length,
  }
  const folder = computedFolder(id)
  const computed = new Map([...files].flatMap(([path, bytes]) => (path.startsWith(folder) ? [[path.slice(folder.length), bytes]] : [])))
  return [{ release: releaseOf(fields, id), readings: set, computed }]
}

const kinds = ['import', 'computation', 'entry'] as const

function releaseOf(fields: Fields, id: string): CityRelease {
  const kind = kinds.find((one) => one === fields.required('kind'))
  if (kind === undefined) fields.report('unknown_release_kind', 'kind')
  return {
    id,
    kind: kind ?? 'import',
    title: fields.words('title'),
    source: fields.required('source'),
    madeBy: fields.required('madeBy'),
    publishedAt: fields.moment('publishedAt'),
    withdrawnAt: fields.moment('withdrawnAt'),
    withdrawnBy: fields.optional('withdrawnBy'),
    withdrawnReason: fields.optional('withdrawnReason'),
    parameters: fields.object('parameters'),
    codeVersion: fields.optional('codeVersion') ?? '',
  }
}

/** The names that a release's readings need: indicators, areas with those above them, and the lists their codes are from. */
function namesOf(readings: ReadingSet['readings'], names: Names, problems: Notice[], release: string) {
  const indicators = new Set<Indicator>()
  const areas = new Set<Area>()
  const codelists = new Map<string, Set<string>>()
  const unknown = new Set<string>()
  const use = (codelist: string, code: string) => {
    const codes = codelists.get(codelist) ?? new Set([codelist])
    codelists.set(codelist, codes.add(code))
  }
  for (const series of new Set(readings.map((reading) => reading.series))) {
    const indicator = names.indicators.get(series.indicator)
    if (indicator === undefined) unknown.add(`unknown_indicator ${series.indicator}`)
    else indicators.add(indicator)
    const area = names.areas.get(series.refArea)
    if (area === undefined) unknown.add(`unknown_ref_area ${series.refArea}`)
    for (let at = area; at !== undefined && !areas.has(at); at = at.parent === null ? undefined : names.areas.get(at.parent)) areas.add(at)
    use('UNIT_MEASURE', series.unit)
    use('METHOD', series.method)
    use('BOUNDARY', series.boundary)
    for (const [dimension, code] of Object.entries(series.dimensions)) use(dimension, code)
  }
  for (const one of unknown) {
    const [code = '', ...value] = one.split(' ')
    problems.push(notice(code, 'error', { file: 'releases.yaml', value: value.join(' '), details: { release } }))
  }
  return {
    indicators: [...names.indicators.values()].filter((one) => indicators.has(one)),
    areas: [...names.areas.values()].filter((one) => areas.has(one)),
    // A unit may be used by the programme alone.
    codes: names.codes.filter(({ codelist, code }) => codelist === 'UNIT_MEASURE' || codelists.get(codelist)?.has(code)),
  }
}

const areaKinds = ['country', 'region', 'city', 'district', 'town', 'station'] as const

function readAreas(files: Files, problems: Notice[]): Area[] {
  return readRows(files, 'areas.csv', problems).map((fields) => {
    const kind = areaKinds.find((one) => one === fields.required('kind'))
    if (kind === undefined) fields.report('unknown_area_kind', 'kind')
    return {
      code: fields.required('code'),
      name: fields.columnWords('name'),
      kind: kind ?? 'region',
      parent: fields.optional('parent'),
      validFrom: fields.optional('valid_from'),
      validTo: fields.optional('valid_to'),
    }
  })
}

const readCodes = (files: Files, problems: Notice[]): Code[] =>
  readRows(files, 'codes.csv', problems).map((fields) => ({
    codelist: fields.required('codelist'),
    code: fields.required('code'),
    name: fields.columnWords('name'),
  }))

const readSources = (files: Files, problems: Notice[]): Source[] =>
  readYaml(files, 'sources.yaml', problems)
    .list('sources')
    .map((fields) => ({
      id: fields.required('id'),
      name: fields.words('name'),
      url: fields.optional('url'),
      licence: fields.optional('licence'),
    }))

const readIndicators = (files: Files, problems: Notice[]): Indicator[] =>
  readYaml(files, 'indicators.yaml', problems)
    .list('indicators')
    .map((fields) => ({
      code: fields.required('code'),
      name: fields.words('name'),
      sdgGoal: fields.number('sdgGoal'),
      sdgTarget: fields.optional('sdgTarget'),
      globalName: fields.has('globalName') ? fields.words('globalName') : null,
      definition: fields.words('definition'),
      computation: fields.words('computation'),
      limitations: fields.words('limitations'),
      compiledBy: fields.words('compiledBy'),
      reportingStatus: fields.optional('reportingStatus'),
      links: fields.texts('links'),
    }))

/** Rows of a table of names, each as fields that know their line. */
function readRows(files: Files, path: string, problems: Notice[]): Fields[] {
  const bytes = files.get(path)
  if (bytes === undefined) {
    problems.push(notice('file_missing', 'error', { file: path }))
    return []
  }
  const { columns, rows } = readTable(decode(bytes), path, problems)
  return rows.map(({ line, cells }) => {
    if (cells.length !== columns.length) problems.push(notice('row_too_short', 'error', { file: path, line }))
    const values = Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']))
    return new Fields(values, { file: path, line: () => line, problems })
  })
}

/** A YAML file as fields; one that cannot be read counts as empty and is named with its line. */
function readYaml(files: Files, path: string, problems: Notice[], absence: 'is an error' | 'may be absent' = 'is an error'): Fields {
  const bytes = files.get(path)
  if (bytes === undefined) {
    if (absence === 'is an error') problems.push(notice('file_missing', 'error', { file: path }))
    return new Fields({}, { file: path, line: () => null, problems })
  }
  const lineCounter = new LineCounter()
  const document = parseDocument(decode(bytes), { lineCounter })
  for (const error of document.errors)
    problems.push(
      notice('yaml_unreadable', 'error', { file: path, line: error.linePos?.[0].line ?? null, value: error.message.split('\n')[0] ?? '' }),
    )
  return fieldsOf(document, lineCounter, path, problems)
}

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
