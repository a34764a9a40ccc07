import type { FC } from 'hono/jsx'
import { markerIn } from '../../../books/cooperation/publish-rules.ts'
import { link } from '../../frame.ts'
import { FormKey } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import type { RecordPageProps } from './record-page.tsx'
import { readingPath, recordPath, recordTitle } from './record-words.ts'
import { SpanFields } from './span-fields.tsx'

/** Where a record stands in the sources, and one place more. */
export const EvidenceSection: FC<RecordPageProps> = ({ frame, open, mayWrite, span, places, problems, newKey }) => {
  const { words } = frame
  const { record, evidence, named, sources } = open
  const { kind, number } = record
  return (
    <Section id="evidence" title={words.t('deskCooperation.evidence')} aside={<p>{words.t('deskCooperation.evidence_aside')}</p>}>
      {evidence.length === 0 && <p class="absent">{words.t('deskCooperation.evidence_none')}</p>}
      <ul class="stack-s">
        {evidence.map((one) => {
          const source = named.get(`source/${one.source}`)
          const marker = markerIn(one)
          return (
            <li>
              <q lang={source?.kind === 'source' ? (source.content as { language: string }).language : undefined}>{one.exact}</q>{' '}
              <a href={link(frame, readingPath(one.source, `#place-${one.number}`))}>
                {source === undefined ? one.source : recordTitle(source, words, named)}
              </a>
              {marker !== null && <>. {words.t('deskCooperation.marked_verb', { marker })}</>}
              {mayWrite && open.untiable.has(one.number) && (
                <form method="post" action={link(frame, recordPath(kind, number, '/untie'))}>
                  <FormKey value={newKey()} />
                  <input type="hidden" name="evidence" value={String(one.number)} />
                  <button class="btn" type="submit" aria-label={`${words.t('deskCooperation.untie')}: ${one.exact.slice(0, 80)}`}>
                    {words.t('deskCooperation.untie')}
                  </button>
                </form>
              )}
            </li>
          )
        })}
      </ul>
      {mayWrite && (
        <form method="post" action={link(frame, recordPath(kind, number, '/evidence'))} class="data">
          <FormKey value={newKey()} />
          <fieldset class="part">
            <legend>{words.t('deskCooperation.mark_place')}</legend>
            <SpanFields {...{ span, places, problems, words }} sources={{ choices: sources, named }} withMarker={kind === 'commitment'} />
          </fieldset>
          <div class="acts">
            <button class="btn" type="submit">
              {words.t('deskCooperation.mark')}
            </button>
          </div>
        </form>
      )}
    </Section>
  )
}
