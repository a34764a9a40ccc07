import { writeCodeId, writeIndicatorId } from '../../books/indicators/sdmx/code-id.ts'
import { isInFlow, type Flow } from '../../books/indicators/sdmx/flow.ts'
import { kindDescriptions, structureNames } from '../../books/indicators/sdmx/structure-words.ts'
import { artefactWords } from '../../books/indicators/sdmx/words.ts'
import type { Artefact } from '../../formats/sdmx/artefact.ts'
import type { CityCube } from './city-cube.ts'
import { version } from './data-query.ts'
import { namesOf } from './flow-names.ts'

/** What may be in a flow: of a goal its indicators, of the official figures only what the main source says of the city itself. */
export function allowedConstraint(cube: CityCube, flow: Flow): Artefact[] {
  const { agency, city, indicators } = cube
  const ofGoal = [...indicators.values()].filter(({ sdgGoal }) => sdgGoal === flow.goal).map(({ code }) => writeIndicatorId(code))
  const values: Array<[string, string[]]> =
    flow.goal !== null ? [['INDICATOR', ofGoal]] : flow.isOfficial ? [['REPORTING_TYPE', ['N']]] : []
  if (values.length === 0) return []
  return [
    {
      ...{ kind: 'dataconstraint', role: 'Allowed', agency, id: `ALLOWED_${flow.id}`, version, isStub: false, time: null, counts: null },
      ...{ names: namesOf(city.name, structureNames.allowed), descriptions: kindDescriptions.dataconstraint },
      ...{ attachedTo: { kind: 'dataflow', agency, id: flow.id, version }, values: new Map(values) },
    },
  ]
}

/** Which codes there are in a flow, of the dimensions that say what is measured; the others are asked for as availability. */
export function actualConstraint(cube: CityCube, flow: Flow): Artefact {
  const { agency, contents, indicators } = cube
  const rows = contents.measured.filter(({ indicator, source, method, boundary, unit }) =>
    isInFlow(
      flow,
      { indicator, source, method, boundary, unit, refArea: '', dimensions: {} },
      (code) => indicators.get(code)?.sdgGoal ?? null,
    ),
  )
  const codes = (list: string[]): string[] => [...new Set(list)].sort()
  const series = codes(rows.map(({ seriesCode, indicator }) => (seriesCode ? writeCodeId(seriesCode) : writeIndicatorId(indicator))))
  const own: Array<[string, string[]]> = [
    ['INDICATOR', codes(rows.map(({ indicator }) => writeIndicatorId(indicator)))],
    ['SOURCE', codes(rows.map(({ source }) => writeCodeId(source)))],
    ['METHOD', codes(rows.map(({ method }) => writeCodeId(method)))],
    ['BOUNDARY', codes(rows.map(({ boundary }) => writeCodeId(boundary)))],
    ['UNIT_MEASURE', codes(rows.map(({ unit }) => writeCodeId(unit)))],
  ]
  return {
    ...{ kind: 'dataconstraint', role: 'Actual', agency, id: `CON_${flow.id}`, version, isStub: false, time: null, counts: null },
    ...{ names: namesOf(cube.city.name, artefactWords.available), descriptions: kindDescriptions.dataconstraint },
    attachedTo: { kind: 'dataflow', agency, id: flow.id, version },
    values: new Map([['SERIES', series] as const, ...(flow.structure === 'SDG' ? [] : own)].filter(([, list]) => list.length > 0)),
  }
}
