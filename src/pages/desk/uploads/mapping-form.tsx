import type { FC } from 'hono/jsx'
import type { UploadColumn, UploadExplanation } from '../../../books/indicators/entry/upload.ts'
import { isMessageKey } from '../../messages.ts'
import { dimensionWords } from '../../indicators/series-words.ts'
import { link } from '../../frame.ts'
import { Drawer } from '../../parts/drawer.tsx'
import { FormKey, problemOf, SelectField, TextField, type Choice, type Problem } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { LanguageFields } from '../language-fields.tsx'
import type { UploadPageProps } from './upload-page.tsx'

/** What columns and constants can be chosen from. */
export interface MappingChoices {
  indicators: readonly Choice[]
  areas: readonly Choice[]
  units: readonly Choice[]
  sources: readonly Choice[]
  /** Ids of the code lists of dimensions. */
  dimensions: readonly string[]
}

type Props = UploadPageProps & { explanation: UploadExplanation; problems: readonly Problem[] }

/** What each column means, and what is the same in every row. */
export const MappingForm: FC<Props> = (props) => {
  const { frame, upload, explanation, fields, choices, newKey, problems } = props
  const { words } = frame
  const inTheTable = { value: '', label: words.t('entry.inTheTable') }
  const three = (name: string) => ({ kk: fields[`${name}-kk`] ?? '', ru: fields[`${name}-ru`] ?? '', en: fields[`${name}-en`] ?? '' })
  return (
    <Section
      id="mapping"
      title={words.t('entry.mappingTitle')}
      aside={
        <>
          <p>{words.t('entry.mappingAside')}</p>
          <p>{words.t('entry.rows', { count: explanation.rows })}</p>
        </>
      }
    >
      <form class="data" method="post" action={link(frame, `/desk/uploads/${upload.id}/mapping`)}>
        <FormKey value={newKey()} />
        {(['encoding', 'separator', 'header', 'sheet'] as const).map((name) => (
          <input type="hidden" name={name} value={fields[name] ?? ''} />
        ))}
        {explanation.columns.map((column, at) => (
          <Column {...props} column={column} at={at} />
        ))}
        <fieldset class="part">
          <legend>{words.t('entry.constants')}</legend>
          <div class="g3">
            <SelectField
              id="indicator"
              label={words.t('figure.indicator')}
              value={fields['indicator'] ?? ''}
              choices={[inTheTable, ...choices.indicators]}
              problem={problemOf(problems, 'indicator')}
            />
            <SelectField
              id="area"
              label={words.t('figure.area')}
              value={fields['area'] ?? ''}
              choices={[inTheTable, ...choices.areas]}
              problem={problemOf(problems, 'area')}
            />
            <SelectField
              id="unit"
              label={words.t('figure.unit')}
              value={fields['unit'] ?? ''}
              choices={[inTheTable, ...choices.units]}
              problem={problemOf(problems, 'unit')}
            />
          </div>
        </fieldset>
        <fieldset class="part">
          <legend>{words.t('figure.source')}</legend>
          <SelectField
            id="source"
            label={words.t('figure.source')}
            value={fields['source'] ?? ''}
            choices={[{ value: '', label: words.t('entry.newSource') }, ...choices.sources]}
            problem={problemOf(problems, 'source')}
          />
          <Drawer
            summary={words.t('entry.newSourceNames')}
            open={problemOf(problems, 'source') !== undefined || Object.values(three('source')).some((one) => one !== '')}
          >
            <LanguageFields words={words} id="source" label={words.t('entry.sourceName')} values={three('source')} />
          </Drawer>
        </fieldset>
        <fieldset class="part">
          <legend>{words.t('entry.numbers')}</legend>
          <div class="g3">
            <SelectField
              id="decimal"
              label={words.t('entry.decimal')}
              value={fields['decimal'] ?? ''}
              choices={(['comma', 'point'] as const).map((value) => ({ value, label: words.t(`entry.decimal_${value}`) }))}
            />
            <SelectField
              id="thousands"
              label={words.t('entry.thousands')}
              value={fields['thousands'] ?? ''}
              choices={(['none', 'space', 'comma', 'point', 'apostrophe'] as const).map((value) => ({
                value,
                label: words.t(`entry.thousands_${value}`),
              }))}
            />
          </div>
        </fieldset>
        <fieldset class="part">
          <legend>{words.t('entry.releaseName')}</legend>
          <LanguageFields words={words} id="title" label={words.t('entry.releaseName')} values={three('title')} maxlength={300} />
        </fieldset>
        <p class="acts">
          <button type="submit" class="btn main">
            {words.t('entry.check')}
          </button>
        </p>
        <p class="fine">{words.t('entry.checkHint')}</p>
      </form>
    </Section>
  )
}

const Column: FC<Props & { column: UploadColumn; at: number }> = ({ frame, fields, choices, problems, column, at }) => {
  const { words } = frame
  const roles: Choice[] = [
    ...(['ignored', 'period', 'value', 'indicator', 'area', 'unit'] as const).map((value) => ({
      value,
      label: words.t(`entry.role_${value}`),
    })),
    ...choices.dimensions.map((id) => ({
      value: `dimension:${id}`,
      label: words.t('entry.role_dimension', { name: dimensionWords(id, words) }),
    })),
  ]
  return (
    <fieldset class="part">
      <legend>
        <bdi>{column.name === '' ? words.t('entry.unnamedColumn', { number: at + 1 }) : column.name}</bdi>
      </legend>
      <p class="fine">
        {words.t('entry.columnValues', { different: column.distinctValues, empty: column.emptyCells })}{' '}
        {column.firstValues.map((value) => (
          <>
            <code>{value.length > 80 ? `${value.slice(0, 80)}…` : value}</code>{' '}
          </>
        ))}
      </p>
      {column.problems.map((problem) => {
        const key = `notices.${problem.code}`
        return (
          <p class="fine">
            {words.t('figure.line', { line: String(problem.line) })}: {isMessageKey(key) ? words.t(key) : problem.code}{' '}
            <code>{problem.value.slice(0, 80)}</code>
          </p>
        )
      })}
      <SelectField
        id={`role-${at}`}
        label={words.t('entry.meaning')}
        value={fields[`role-${at}`] ?? 'ignored'}
        choices={column.name === '' ? roles.slice(0, 1) : roles}
        problem={problemOf(problems, `role-${at}`)}
      />
      {column.words.length > 0 && (
        <Drawer
          summary={words.t('entry.codesTitle')}
          open={(fields[`codes-${at}`] ?? '') !== '' || problemOf(problems, `codes-${at}`) !== undefined}
        >
          <TextField
            id={`codes-${at}`}
            label={words.t('entry.codes')}
            hint={words.t('entry.codesHint', { words: column.words.slice(0, 8).join(', ').slice(0, 200) })}
            value={fields[`codes-${at}`] ?? ''}
            rows={Math.min(8, Math.max(3, column.words.length))}
            spellcheck={false}
            problem={problemOf(problems, `codes-${at}`)}
          />
        </Drawer>
      )}
    </fieldset>
  )
}
