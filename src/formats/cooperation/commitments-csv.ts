import { smartTests } from '../../books/cooperation/commitment-tests.ts'
import type { CommitmentView } from '../../books/cooperation/commitment-view.ts'
import { languages, type MultilingualText } from '../../books/text.ts'
import { writeTable } from '../city-folder/table.ts'

/** A commitment as the table has it. */
export interface CommitmentRow {
  view: CommitmentView
  /** SDG targets of what was talked about at its event. */
  sdgTargets: readonly string[]
  /** Places of the promise in public sources. */
  sources: ReadonlyArray<{ title: MultilingualText; url: string; exact: string }>
  /** Address of its page; in English. */
  page: string
}

type Column = readonly [name: string, cell: (row: CommitmentRow) => string]

/** A column per language, so that no cell needs to be taken apart. */
const inEachLanguage = (name: string, textOf: (row: CommitmentRow) => MultilingualText | readonly MultilingualText[]): Column[] =>
  languages.map((language) => [
    `${name}_${language}`,
    (row) =>
      [textOf(row)]
        .flat()
        .map((text) => (text as MultilingualText)[language] ?? '')
        .filter((text) => text !== '')
        .join('; '),
  ])

/**
 * The fields of the register of voluntary commitments of the UN, in its order: what, by whom, with whom, for which targets, the SMART
 * tests, the deliverable with its date and resources, and how it goes. What only we have stands at the end: how firmly it was said, and
 * where.
 *
 * Source  UN DESA, SDG Actions Platform, registration and progress report forms.
 */
const columns: readonly Column[] = [
  ['number', ({ view }) => String(view.number)],
  ...inEachLanguage('title', ({ view }) => view.content.title),
  ...inEachLanguage('implementing_organizations', ({ view }) => view.by.map(({ name }) => name)),
  ...inEachLanguage('partners', ({ view }) => view.to.map(({ name }) => name)),
  ['sdg_targets', ({ sdgTargets }) => sdgTargets.join(' ')],
  ...smartTests.map((test): Column => [`smart_${test}`, ({ view }) => (view.smart[test] ? 'yes' : 'no')]),
  ['start_date', ({ view }) => view.madeOn],
  ...inEachLanguage('deliverable', ({ view }) => view.content.formOfCompletion),
  ['deliverable_date', ({ view }) => view.due],
  ...inEachLanguage('resources', ({ view }) => view.content.resources),
  ['responsible', ({ view }) => view.content.owner],
  ['progress', ({ view }) => view.status],
  ['progress_light', ({ view }) => view.light.light],
  ['last_report', ({ view }) => (view.light.of === 'report' ? view.light.since : '')],
  ['flags', ({ view }) => view.flags.join(' ')],
  ['strength', ({ view }) => view.content.strength],
  ...inEachLanguage('event', ({ view }) => view.event?.title ?? {}),
  ['source_quote', ({ sources }) => sources.map(({ exact }) => exact).join('; ')],
  ...inEachLanguage('source', ({ sources }) => sources.map(({ title }) => title)),
  ['source_url', ({ sources }) => [...new Set(sources.map(({ url }) => url))].filter((url) => url !== '').join(' ')],
  ['url', ({ page }) => page],
]

/** Commitments as open data. Every cell stands as it is: programs read it. */
export const writeCommitmentsCsv = (rows: readonly CommitmentRow[]): string =>
  writeTable(
    columns.map(([name]) => name),
    rows.map((row) => columns.map(([, cell]) => cell(row))),
  )
