import { mayDoWith } from '../../books/accounts/department.ts'
import type { Viewer } from '../../books/accounts/viewer.ts'
import type { Upload } from '../../books/indicators/entry/upload.ts'
import type { Area, City, Code, Indicator, Source } from '../../books/indicators/figure.ts'
import type { DeskDataRecord } from './record.ts'
import { mayEnter } from './show-values.ts'

interface Asked {
  city: City
  viewer: Viewer
  now: Date
}

/** Uploads that the viewer sees: her own, and all where her role reaches the whole city. */
export async function showUploads({ city, viewer }: Asked, record: DeskDataRecord): Promise<Upload[]> {
  return (await record.listUploads(city)).filter((upload) => isHers(upload, city, viewer))
}

/** One upload, where it is the viewer's. */
export async function findOwnUpload({ city, viewer, id }: Asked & { id: string }, record: DeskDataRecord): Promise<Upload | null> {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null
  const upload = await record.findUpload(city, id)
  return upload !== null && isHers(upload, city, viewer) ? upload : null
}

const isHers = (upload: Upload, city: City, { personId, memberships }: Viewer): boolean =>
  upload.personId === personId || memberships.some((one) => one.cityId === city.id && one.role === 'editor')

/** What the columns of a table can be said to be. */
export interface UploadLists {
  indicators: readonly Indicator[]
  areas: readonly Area[]
  units: readonly Code[]
  sources: readonly Source[]
  dimensions: readonly string[]
  /** Indicators of the table that are not the viewer's. */
  foreign: readonly string[]
}

const notDimensions: ReadonlySet<string> = new Set(['UNIT_MEASURE', 'UNIT_MULT', 'METHOD', 'BOUNDARY', 'OBS_STATUS'])

/** The city's lists, as far as the viewer may use them. */
export async function listsFor({ city, viewer, now }: Asked, upload: Upload, record: DeskDataRecord): Promise<UploadLists> {
  const [indicators, areas, codes, sources, departments] = await Promise.all([
    record.listIndicators(city, now),
    record.listAreas(city, now),
    record.listCodes(city, now),
    record.listSources(city, now),
    record.listDepartments(city),
  ])
  return {
    indicators: indicators.filter((one) => mayEnter(viewer, city, one.code, departments)),
    areas,
    units: codes.filter((one) => one.codelist === 'UNIT_MEASURE' && one.code !== 'UNIT_MEASURE'),
    sources,
    dimensions: [...new Set(codes.map((one) => one.codelist))].filter((one) => !notDimensions.has(one)).sort(),
    foreign: (upload.report?.indicators ?? []).filter(
      (indicator) => !mayDoWith(viewer, city, 'readings.publish', { indicator }, departments),
    ),
  }
}
