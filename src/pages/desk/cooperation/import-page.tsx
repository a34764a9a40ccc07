import type { FC } from 'hono/jsx'
import {
  importedKinds,
  recordColumns,
  type CheckedRows,
  type ImportedKind,
  type RecordColumn,
} from '../../../books/cooperation/import-rows.ts'
import type { Notice } from '../../../books/notice.ts'
import type { Refusal } from '../../../books/outcome.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { isMessageKey } from '../../messages.ts'
import { ErrorSummary, FileField, FormKey, problemOf, RadioField, type Problem } from '../../parts/form.tsx'
import { ScrollTable } from '../../parts/scroll-table.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import type { Words } from '../../words.ts'
import { cooperationCrumbs, formFieldLabel } from './record-words.ts'

/** Address of the import, inside the city. */
export const importPath = '/desk/cooperation/import'

interface ImportPageProps {
  frame: Frame
  kind: ImportedKind
  /** What the table holds; null: none was brought yet. */
  checked: (CheckedRows & { notices: readonly Notice[] }) | null
  problems: readonly Problem[]
  formKey: string
}

/** A table of partners or agreements: what it holds and what is wrong with it; only then can it be added. */
export const ImportPage: FC<ImportPageProps> = ({ frame, kind, checked, problems, formKey }) => {
  const { words } = frame
  const title = words.t('cooperationImport.title')
  return (
    <Layout frame={frame} title={title} unlisted failed={problems.length > 0} crumbs={cooperationCrumbs(frame, null, title)}>
      <ErrorSummary problems={problems} words={words} />
      <Title title={title}>
        <p>{words.t('cooperationImport.lede')}</p>
      </Title>
      {checked !== null && <Checked {...{ frame, kind, checked, formKey }} />}
      <BringTable {...{ frame, kind, problems }} />
      {importedKinds.map((one) => (
        <Columns kind={one} words={words} />
      ))}
    </Layout>
  )
}

const Checked: FC<Pick<ImportPageProps, 'frame' | 'kind' | 'formKey'> & { checked: NonNullable<ImportPageProps['checked']> }> = (props) => {
  const { frame, kind, checked, formKey } = props
  const { words } = frame
  const { rows, refused, notices } = checked
  const wrong = [
    ...notices.map(({ line, column, code, value }) => ({
      line: line ?? 0,
      column: column ?? '',
      text: importProblem({ code }, words),
      value: value ?? '',
    })),
    ...refused.flatMap(({ line, problems }) =>
      problems.map((one) => ({
        line,
        column: one.field ?? '',
        text: importProblem(one, words),
        value: String(one.details?.['value'] ?? ''),
      })),
    ),
  ].toSorted((a, b) => a.line - b.line)
  return (
    <>
      <Section id="checked" title={words.t('cooperationImport.checked')}>
        <p>{rows.length === 0 ? words.t('cooperationImport.found_none') : words.t('cooperationImport.found', { count: rows.length })}</p>
        {rows.length > 0 && (
          <form class="stack" method="post" action={link(frame, importPath)} enctype="multipart/form-data">
            <FormKey value={formKey} />
            <input type="hidden" name="kind" value={kind} />
            <input type="hidden" name="rows" value={JSON.stringify(rows)} />
            <p>{words.t('cooperationImport.add_note')}</p>
            <p class="acts">
              <button class="btn main" type="submit">
                {words.t('cooperationImport.add', { count: rows.length })}
              </button>
            </p>
          </form>
        )}
      </Section>
      {wrong.length > 0 && (
        <Section id="wrong" title={words.t('cooperationImport.wrong')}>
          <ScrollTable labelledBy="wrong" words={words}>
            <thead>
              <tr>
                {(['row', 'column', 'what_is_wrong', 'cell'] as const).map((head) => (
                  <th scope="col">{words.t(`cooperationImport.${head}`)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {wrong.slice(0, mostShown).map(({ line, column, text, value }) => (
                <tr>
                  <th scope="row">{line}</th>
                  <td>{column}</td>
                  <td>{text}</td>
                  <td>{value.slice(0, 200)}</td>
                </tr>
              ))}
            </tbody>
          </ScrollTable>
        </Section>
      )}
      {rows.length > 0 && (
        <Section id="rows" title={words.t('cooperationImport.will_add')}>
          <ScrollTable labelledBy="rows" words={words}>
            <thead>
              <tr>
                <th scope="col">{words.t('cooperationImport.row')}</th>
                {shownColumns(kind, rows).map((name) => (
                  <th scope="col">{formFieldLabel(kind, name, words)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, mostShown).map(({ line, form }) => (
                <tr>
                  <th scope="row">{line}</th>
                  {shownColumns(kind, rows).map((name) => (
                    <td>{(form[name] ?? '').slice(0, 200)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </ScrollTable>
        </Section>
      )}
    </>
  )
}

const mostShown = 200

/** Columns that hold anything at all. */
const shownColumns = (kind: ImportedKind, rows: CheckedRows['rows']): string[] =>
  recordColumns(kind).flatMap(({ name }) => (rows.some(({ form }) => form[name] !== undefined) ? [name] : []))

const BringTable: FC<Pick<ImportPageProps, 'frame' | 'kind' | 'problems'>> = ({ frame, kind, problems }) => {
  const { words } = frame
  return (
    <Section id="bring" title={words.t('cooperationImport.label_file')}>
      <form class="stack" method="post" action={link(frame, `${importPath}/check`)} enctype="multipart/form-data" novalidate>
        <RadioField
          id="kind"
          label={words.t('cooperationImport.label_kind')}
          value={kind}
          problem={problemOf(problems, 'kind')}
          choices={importedKinds.map((value) => ({ value, label: words.t(`cooperation.kinds_${value}`) }))}
        />
        <FileField id="file" label={words.t('cooperationImport.label_file')} problem={problemOf(problems, 'file')} accept=".csv,text/csv" />
        <p class="acts">
          <button class="btn" type="submit">
            {words.t('cooperationImport.check')}
          </button>
        </p>
      </form>
    </Section>
  )
}

const Columns: FC<{ kind: ImportedKind; words: Words }> = ({ kind, words }) => (
  <Section
    id={`columns-${kind}`}
    title={`${words.t('cooperationImport.columns')}: ${words.t(`cooperation.kinds_${kind}`)}`}
    aside={<p>{words.t('cooperationImport.columns_aside')}</p>}
  >
    <ScrollTable labelledBy={`columns-${kind}`} words={words}>
      <thead>
        <tr>
          {(['column_name', 'column_meaning', 'column_values'] as const).map((head) => (
            <th scope="col">{words.t(`cooperationImport.${head}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {recordColumns(kind).map((column) => (
          <tr>
            <th scope="row">
              <code>{column.name}</code>
            </th>
            <td>{formFieldLabel(kind, column.name, words)}</td>
            <td>{howToFill(column, words)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  </Section>
)

function howToFill({ field, needed }: RecordColumn, words: Words): string {
  const key = `cooperationImport.values_${field.type}`
  const values = field.type === 'choice' ? field.of.join(', ') : isMessageKey(key) ? words.t(key) : ''
  if (!needed) return values
  return `${values} (${words.t(field.type === 'words' ? 'cooperationImport.needed_words' : 'cooperationImport.needed')})`
}

/** What is wrong with a table or one of its rows, and what to do. */
export function importProblem({ code, field = '', details }: Refusal, words: Words): string {
  const own = [`cooperationImport.problem_${code}`, `cooperation.refused_${code}`].find(isMessageKey)
  const keys = own === undefined ? [`notices.${code}`, `notices.${code}_do`].filter(isMessageKey) : [own]
  return keys.map((key) => words.t(key, { field, ...details }).replace(/\.?$/, '.')).join(' ') || code
}
