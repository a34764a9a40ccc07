import type { Child, FC } from 'hono/jsx'
import type { CatalogueView } from '../../books/indicators/catalogue-view.ts'
import { link, type Frame } from '../frame.ts'
import { goalWords } from './goal-words.ts'

/** Search and filters as a plain form: the answer is an address that can be sent to somebody. */
export const CatalogueFilters: FC<{ frame: Frame; view: CatalogueView }> = ({ frame, view }) => {
  const { words, asOf } = frame
  const { filter, choices } = view
  return (
    <form class="filters" action={link({ ...frame, asOf: null }, '/indicators')} method="get">
      {asOf !== null && <input type="hidden" name="asOf" value={asOf} />}
      <div class="f">
        <label for="q">{words.t('indicators.search')}</label>
        <p class="hint" id="q-hint">
          {words.t('indicators.searchHint')}
        </p>
        <input type="search" id="q" name="q" value={filter.text} maxlength={200} aria-describedby="q-hint" />
      </div>
      <Choose
        name="goal"
        label={words.t('indicators.sdgGoal')}
        any={words.t('indicators.any')}
        chosen={filter.sdgGoal === null ? null : String(filter.sdgGoal)}
        options={choices.sdgGoals.map(({ value, count }) => [String(value), `${goalWords(value, words)} (${count})`])}
      />
      <Choose
        name="programmeGoal"
        label={words.t('indicators.programmeGoal')}
        any={words.t('indicators.any')}
        chosen={filter.programmeGoal}
        options={choices.programmeGoals.map(({ value, number, title, count }) => [value, `${number} ${words.pick(title)} (${count})`])}
      />
      <Choose
        name="domain"
        label={words.t('indicators.umfDomain')}
        any={words.t('indicators.any')}
        chosen={filter.umfDomain}
        options={choices.umfDomains.map(({ value, count }) => [value, `${words.t(`progress.umf_${value}`)} (${count})`])}
      />
      <Choose
        name="objective"
        label={words.t('indicators.umfObjective')}
        any={words.t('indicators.any')}
        chosen={filter.umfObjective}
        options={choices.umfObjectives.map(({ value, count }) => [value, `${words.t(`progress.umf_${value}`)} (${count})`])}
      />
      <Choose
        name="state"
        label={words.t('indicators.state')}
        any={words.t('indicators.any')}
        chosen={filter.state}
        options={choices.states.map(({ value, count }) => [value, `${words.t(`progress.status_${value}`)} (${count})`])}
      />
      <div class="radios">
        <label>
          <input type="checkbox" name="withFigures" value="1" checked={filter.withFigures} /> {words.t('indicators.withFigures')}
        </label>
      </div>
      <div class="acts">
        <button type="submit" class="btn main">
          {words.t('indicators.apply')}
        </button>
        {frame.query !== '' && <a href={link(frame, '/indicators')}>{words.t('indicators.reset')}</a>}
      </div>
    </form>
  )
}

interface ChooseProps {
  name: string
  label: Child
  any: string
  chosen: string | null
  options: ReadonlyArray<readonly [value: string, words: string]>
}

/** One list to choose from; a list with nothing in it is not shown. */
const Choose: FC<ChooseProps> = ({ name, label, any, chosen, options }) => {
  if (options.length === 0) return <></>
  return (
    <div class="f">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <option value="" selected={chosen === null}>
          {any}
        </option>
        {options.map(([value, words]) => (
          <option value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
