import type { FC } from 'hono/jsx'
import type { CityEconomy } from '../../books/economy/note/city-economy.ts'
import { formulas, type FormulaId } from '../../books/economy/note/formulas.ts'
import type { TwinNote } from '../../books/economy/note/note.ts'
import { link, type Frame } from '../frame.ts'
import { Facts } from '../parts/facts.tsx'
import { OutsideLink } from '../parts/outside-link.tsx'
import { ScrollTable } from '../parts/scroll-table.tsx'
import type { MessageKey, Words } from '../words.ts'
import { unitWords } from './note-words.ts'

interface DataProps {
  frame: Frame
  note: TwinNote
  /** Address of the loaded table as a list of flows; null: it is too large for that, or only margins. */
  flows: string | null
}

/** Part 8: where every number comes from, by which formula, and what the note does not say. */
export const NoteData: FC<DataProps> = ({ frame, note, flows }) => {
  const { words } = frame
  const { source } = note
  const used = new Set(note.parts.flatMap(({ tables }) => tables.flatMap(formulasOf)))
  return (
    <>
      <h3>{words.t('economy.sources')}</h3>
      <Facts
        facts={[
          [words.t(source.kind === 'table' ? 'economy.source_table' : 'economy.source_margins'), source.title],
          [words.t('economy.source_address'), <OutsideLink href={source.address} />],
          [words.t('economy.source_years'), source.years.join(', ')],
          [words.t('economy.source_unit'), unitWords(source.unit, words)],
          [words.t('economy.source_licence'), source.licence],
          [words.t('economy.source_hash'), <code>{source.sha256}</code>],
          ...[note.a, note.b].map(
            (city) => [words.t('economy.source_city', { city: words.pick(city.name) }), cityWords(city, words)] as const,
          ),
          ...(used.has('measured_error') ? [[words.t('economy.source_finland'), formulas.measured_error.source] as const] : []),
        ]}
      />
      {flows !== null && (
        <p>
          <a href={flows}>{words.t('economy.flows_csv')}</a>
        </p>
      )}
      <h3 id="formulas">{words.t('economy.formulas')}</h3>
      <ScrollTable labelledBy="formulas" words={words}>
        <thead>
          <tr>
            <th scope="col">{words.t('economy.row_head_index')}</th>
            <th scope="col">{words.t('methods.formula')}</th>
            <th scope="col">{words.t('economy.formula_source')}</th>
          </tr>
        </thead>
        <tbody>
          {(Object.keys(formulas) as FormulaId[])
            .filter((id) => used.has(id))
            .map((id) => (
              <tr id={`formula-${id}`}>
                <th scope="row">{words.t(`economy.formula_${id}` as MessageKey)}</th>
                <td>
                  <code>{formulas[id].text}</code>
                </td>
                <td lang={words.language === 'en' ? undefined : 'en'}>{formulas[id].source}</td>
              </tr>
            ))}
        </tbody>
      </ScrollTable>
      <h3>{words.t('economy.limits')}</h3>
      <p>{words.t('economy.limits_text')}</p>
      <p>
        <a href={link(frame, `/cooperation/economy/${note.b.code}/tables.csv`)}>{words.t('economy.csv_all')}</a>
      </p>
    </>
  )
}

const formulasOf = ({ columns, rows }: TwinNote['parts'][number]['tables'][number]): FormulaId[] => [
  ...columns.map(({ formula }) => formula),
  ...rows.flatMap(({ label }) => (label.kind === 'index' ? [label.formula] : [])),
]

/** What is known of a city, each with its source. */
function cityWords({ output, demand, visitors }: CityEconomy, words: Words): string {
  const known = [
    output && words.t('economy.city_output', { source: words.pick(output.source) }),
    demand && words.t('economy.city_demand', { share: words.percent(demand.share), source: words.pick(demand.source) }),
    visitors && words.t('economy.city_visitors', { source: words.pick(visitors.source) }),
  ].filter((one) => one !== null)
  return known.length === 0 ? words.t('economy.city_unknown') : known.join('; ')
}
