import type { FC } from 'hono/jsx'
import type { Clash } from '../../../books/indicators/entry/clash.ts'
import type { EntryView } from '../../../books/indicators/entry/values-view.ts'
import { enteredStatuses } from '../../../books/indicators/entry/entered-value.ts'
import { longestPlace, type EntryForm } from '../../../books/indicators/entry/read-entry.ts'
import { link, type Frame } from '../../frame.ts'
import { areaWords, cutWords, figurePath, sourceWords, unitWords } from '../../indicators/series-words.ts'
import { Layout } from '../../layout.tsx'
import { isMessageKey } from '../../messages.ts'
import { Figure } from '../../parts/figure.tsx'
import { ErrorSummary, FormKey, problemOf, SelectField, TextField, type Problem } from '../../parts/form.tsx'
import { Picked } from '../../parts/picked.tsx'
import { ScrollTable } from '../../parts/scroll-table.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { LanguageFields } from '../language-fields.tsx'
import { ClashNotice } from './clash-notice.tsx'
import { keyFields } from './series-address.ts'
import { valueWords } from './waiting-table.tsx'

interface SeriesPageProps {
  frame: Frame
  view: EntryView
  form: EntryForm
  formKey: string
  /** ISO moment at which the form was opened. */
  openedAt: string
  problems?: readonly Problem[]
  clash?: Clash
}

const shownPeriods = 12

/** One series: its last figures, and the form that takes a value. */
export const SeriesPage: FC<SeriesPageProps> = (props) => {
  const { frame, view, problems = [], clash } = props
  const { words } = frame
  const { labelled, indicator } = view
  return (
    <Layout
      frame={frame}
      title={words.t(clash === undefined ? 'entry.seriesTitle' : 'entry.clashTitle')}
      unlisted
      failed={problems.length > 0}
      crumbs={[
        { label: words.t('entry.desk'), href: link(frame, '/desk') },
        { label: words.t('entry.valuesTitle'), href: link(frame, '/desk/values') },
        { label: indicator.code, href: link(frame, '/desk/values', { indicator: indicator.code }) },
        { label: words.t('entry.seriesTitle') },
      ]}
    >
      <Title title={<Picked text={indicator.name} words={words} otherwise={indicator.code} />}>
        <p>{view.isNew ? words.t('entry.seriesNewLede') : words.t('entry.seriesLede')}</p>
      </Title>
      <ErrorSummary problems={problems} words={words} />
      {clash && <ClashNotice frame={frame} clash={clash} mine={props.form.remove ? null : props.form.value} />}
      <Section id="enter" title={words.t('entry.formTitle')} aside={<Key frame={frame} view={view} />}>
        <EntryFormFields {...props} problems={problems} />
      </Section>
      <Section id="figures" title={words.t('entry.figuresTitle')}>
        {view.figures.length === 0 ? <p class="absent">{words.t('entry.noFigures')}</p> : <Figures frame={frame} view={view} />}
        {labelled.series.address !== '' && view.figures.length > shownPeriods && (
          <p>
            <a href={link(frame, `/indicators/${indicator.code}`, { series: labelled.series.address })}>{words.t('figure.wholeSeries')}</a>
          </p>
        )}
      </Section>
    </Layout>
  )
}

const Key: FC<{ frame: Frame; view: EntryView }> = ({ frame: { words }, view: { labelled } }) => (
  <>
    <p>{areaWords(labelled, words)}</p>
    <p>{cutWords(labelled, words)}</p>
    <p>{unitWords(labelled, words)}</p>
    <p>{sourceWords(labelled, words)}</p>
  </>
)

const EntryFormFields: FC<SeriesPageProps & { problems: readonly Problem[] }> = ({ frame, view, form, formKey, openedAt, problems }) => {
  const { words } = frame
  const hidden = [
    ...keyFields(view.labelled.series),
    ...Object.entries(view.newSource?.name ?? {}).map(([language, name]) => [`source-${language}`, name]),
  ]
  return (
    <form class="data" method="post" action={link(frame, '/desk/values/series')}>
      <FormKey value={formKey} />
      <input type="hidden" name="openedAt" value={openedAt} />
      {hidden.map(([name, value]) => (
        <input type="hidden" name={name ?? ''} value={value ?? ''} />
      ))}
      <div class="g3">
        <TextField
          id="period"
          label={words.t('figure.period')}
          hint={words.t('entry.periodHint')}
          value={form.timePeriod}
          problem={problemOf(problems, 'period')}
          maxlength={10}
          autocomplete="off"
        />
        <TextField
          id="value"
          label={words.t('figure.value')}
          hint={words.t('entry.valueHint')}
          value={form.value}
          inputmode="decimal"
          problem={problemOf(problems, 'value')}
          maxlength={60}
          autocomplete="off"
        />
        <SelectField
          id="status"
          label={words.t('figure.status')}
          value={form.obsStatus}
          problem={problemOf(problems, 'status')}
          choices={[
            { value: '', label: words.t('entry.statusNone') },
            ...enteredStatuses.map((code) => ({ value: code, label: statusWords(code, frame) })),
          ]}
        />
      </div>
      <TextField
        id="place"
        label={words.t('entry.place')}
        hint={words.t('entry.placeHint')}
        value={form.place}
        problem={problemOf(problems, 'place')}
        maxlength={longestPlace}
      />
      <TextField
        id="reason"
        label={words.t('entry.reason')}
        hint={words.t('entry.reasonHint')}
        value={form.reason}
        problem={problemOf(problems, 'reason')}
        maxlength={longestPlace}
      />
      <fieldset class="part">
        <legend>{words.t('entry.noteTitle')}</legend>
        <LanguageFields
          words={words}
          id="note"
          label={words.t('figure.note')}
          values={form.note}
          rows={3}
          maxlength={1000}
          problems={problems}
        />
      </fieldset>
      {view.figures.length > 0 && (
        <div class={problemOf(problems, 'remove') === undefined ? 'f' : 'f bad'}>
          {problemOf(problems, 'remove') && (
            <span class="err" id="remove-error">
              {problemOf(problems, 'remove')}
            </span>
          )}
          <div class="radios">
            <label>
              <input type="checkbox" id="remove" name="remove" value="1" checked={form.remove} />
              {words.t('entry.remove')}
            </label>
          </div>
        </div>
      )}
      <p class="acts">
        <button type="submit" class="btn main">
          {words.t('entry.keep')}
        </button>
      </p>
      <p class="fine">{words.t('entry.keepHint')}</p>
    </form>
  )
}

const Figures: FC<{ frame: Frame; view: EntryView }> = ({ frame, view }) => {
  const { words } = frame
  const { series } = view.labelled
  return (
    <ScrollTable labelledBy="figures" words={words}>
      <thead>
        <tr>
          <th scope="col">{words.t('figure.period')}</th>
          <th scope="col" class="r">
            {words.t('entry.standing')}
          </th>
          <th scope="col">{words.t('entry.waiting')}</th>
          <th scope="col">{words.t('entry.actions')}</th>
        </tr>
      </thead>
      <tbody>
        {view.figures
          .slice(-shownPeriods)
          .reverse()
          .map((figure) => (
            <tr>
              <th scope="row">{words.period(figure.timePeriod)}</th>
              <td class="r">
                <Figure
                  href={link(frame, figurePath(series.address, figure.timePeriod))}
                  value={figure.disputed ? words.t('entry.disputed') : valueWords(figure.value, words)}
                />
              </td>
              <td>
                {view.waiting
                  .filter((one) => one.timePeriod === figure.timePeriod)
                  .map((one) => valueWords(one.value, words))
                  .join('; ')}
              </td>
              <td>
                <a
                  href={`${link(frame, '/desk/values/series', Object.fromEntries([...keyFields(series), ['period', figure.timePeriod]]))}#enter`}
                >
                  {words.t('entry.correct')}
                  <span class="hidden">: {words.period(figure.timePeriod)}</span>
                </a>
              </td>
            </tr>
          ))}
      </tbody>
    </ScrollTable>
  )
}

function statusWords(code: string, { words }: Frame): string {
  const key = `figure.status_${code}`
  return isMessageKey(key) ? `${words.t(key)} (${code})` : code
}
