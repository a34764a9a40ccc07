import type { FC } from 'hono/jsx'
import type { KeyLists } from '../../../books/indicators/entry/values-view.ts'
import type { MultilingualText } from '../../../books/text.ts'
import { link, type Frame } from '../../frame.ts'
import { dimensionWords } from '../../indicators/series-words.ts'
import { Drawer } from '../../parts/drawer.tsx'
import { SelectField } from '../../parts/form.tsx'
import { LanguageFields } from '../language-fields.tsx'

/** What a new series is about, from the city's own lists. Nothing is written: the next page takes the first value. */
export const NewSeriesForm: FC<{ frame: Frame; indicator: string; lists: KeyLists }> = ({ frame, indicator, lists }) => {
  const { words } = frame
  const named = ({ code, name }: { code: string; name: MultilingualText }) => ({ value: code, label: words.pick(name) || code })
  const dimension = ({ codelist, codes }: KeyLists['dimensions'][number]) => (
    <SelectField
      id={`dimension:${codelist}`}
      label={dimensionWords(codelist, words)}
      choices={[{ value: '', label: words.t('figure.total') }, ...codes.map(named)]}
    />
  )
  return (
    <form class="data" method="get" action={link(frame, '/desk/values/series')}>
      <input type="hidden" name="indicator" value={indicator} />
      <div class="g3">
        <SelectField id="area" label={words.t('figure.area')} choices={lists.areas.map(named)} />
        <SelectField id="unit" label={words.t('figure.unit')} choices={lists.units.map(named)} />
        <SelectField
          id="source"
          label={words.t('figure.source')}
          choices={[
            ...lists.sources.map((one) => ({ value: one.id, label: words.pick(one.name) || one.id })),
            { value: '', label: words.t('entry.newSource') },
          ]}
        />
      </div>
      <Drawer summary={words.t('entry.newSourceNames')}>
        <LanguageFields words={words} id="source" label={words.t('entry.sourceName')} values={{}} />
      </Drawer>
      {lists.dimensions.filter((one) => one.used).map(dimension)}
      {lists.dimensions.some((one) => !one.used) && (
        <Drawer summary={words.t('entry.moreDimensions')}>
          <div class="stack">{lists.dimensions.filter((one) => !one.used).map(dimension)}</div>
        </Drawer>
      )}
      <p class="acts">
        <button type="submit" class="btn">
          {words.t('entry.beginSeries')}
        </button>
      </p>
    </form>
  )
}
