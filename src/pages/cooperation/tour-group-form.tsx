import type { FC } from 'hono/jsx'
import { readySchemes } from '../../books/cooperation/tour-group/schemes.ts'
import { SelectField, TextField } from '../parts/form.tsx'
import type { MessageKey, Words } from '../words.ts'

const numbers = ['least', 'most', 'max_days', 'notice_hours', 'validity_months', 'blank_pages'] as const
const demands: ReadonlyArray<readonly [id: string, label: MessageKey]> = [
  ['same-nationality', 'tourGroup.same_nationality'],
  ['same-document', 'tourGroup.same_document'],
  ['same-entry', 'tourGroup.same_entry'],
  ['leader-required', 'tourGroup.leader_required'],
]

/**
 * The form of the checker. It waits in a template, out of use until the script takes it: what is written into it can never be sent, not even
 * by a browser without scripts.
 */
export const TourGroupForm: FC<{ words: Words }> = ({ words }) => (
  <template>
    <form class="stack tour-form" autocomplete="off">
      <div data-part="problems" />
      <TextField
        id="tg-zones"
        label={words.t('tourGroup.zones')}
        hint={words.t('tourGroup.zones_hint')}
        rows={6}
        autocomplete="off"
        spellcheck={false}
        class="zones"
      />
      <div class="f">
        <label for="tg-file">{words.t('tourGroup.file')}</label>
        <span class="hint" id="tg-file-hint">
          {words.t('tourGroup.file_hint')}
        </span>
        <input type="file" id="tg-file" accept=".csv,.xlsx,text/csv" aria-describedby="tg-file-hint" />
      </div>
      <fieldset>
        <legend>{words.t('tourGroup.trip')}</legend>
        <div class="tour-fields">
          <TextField id="tg-entry" type="date" label={words.t('tourGroup.trip_entry')} />
          <TextField id="tg-exit" type="date" label={words.t('tourGroup.trip_exit')} />
          <TextField
            id="tg-leader"
            inputmode="numeric"
            label={words.t('tourGroup.trip_leader')}
            hint={words.t('tourGroup.trip_leader_hint')}
            autocomplete="off"
          />
        </div>
      </fieldset>
      <fieldset>
        <legend>{words.t('tourGroup.rules')}</legend>
        <p class="fine">{words.t('tourGroup.rules_hint')}</p>
        <div class="tour-fields">
          <SelectField
            id="tg-scheme"
            label={words.t('tourGroup.scheme')}
            value="own"
            choices={readySchemes.map(({ id }) => ({ value: id, label: words.t(`tourGroup.scheme_${id}`) }))}
          />
          <TextField
            id="tg-nationalities"
            label={words.t('tourGroup.nationalities')}
            hint={words.t('tourGroup.nationalities_hint')}
            autocomplete="off"
          />
          {numbers.map((name) => (
            <TextField
              id={`tg-${name.replace('_', '-')}`}
              inputmode="numeric"
              label={words.t(`tourGroup.${name}`)}
              autocomplete="off"
              {...(name === 'validity_months' ? { value: '0' } : {})}
            />
          ))}
          <SelectField
            id="tg-validity-after"
            label={words.t('tourGroup.validity_after')}
            value="exit"
            choices={[
              { value: 'entry', label: words.t('tourGroup.validity_entry') },
              { value: 'exit', label: words.t('tourGroup.validity_exit') },
            ]}
          />
        </div>
        <div class="tour-demands">
          {demands.map(([id, label]) => (
            <label>
              <input type="checkbox" id={`tg-${id}`} /> {words.t(label)}
            </label>
          ))}
        </div>
      </fieldset>
      <p class="acts">
        <button class="btn main" type="submit">
          {words.t('tourGroup.do_check')}
        </button>
        <button class="btn" type="reset">
          {words.t('tourGroup.do_clear')}
        </button>
      </p>
    </form>
  </template>
)
