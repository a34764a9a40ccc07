import type { FC } from 'hono/jsx'
import { formOfRecord, type RecordForm } from '../../../books/cooperation/fill-record.ts'
import type { CooperationRecord, RecordKind } from '../../../books/cooperation/records.ts'
import { compareWords } from '../../../books/programme/compare-words.ts'
import { Diff } from '../../parts/diff.tsx'
import { Section } from '../../parts/section.tsx'
import type { Words } from '../../words.ts'
import { formFieldLabel } from './record-words.ts'

interface DifferencesProps {
  kind: RecordKind
  /** As it is stored now. */
  theirs: CooperationRecord
  /** As it was typed. */
  mine: RecordForm
  words: Words
}

/** Long texts are compared by eye: a source has hundreds of pages. */
const mostCompared = 5000

/** Both versions of a record that two people changed, field by field. What was typed stays in the form. */
export const Differences: FC<DifferencesProps> = ({ kind, theirs, mine, words }) => {
  const stored = formOfRecord(kind, theirs.content)
  const fields = [...new Set([...Object.keys(stored), ...Object.keys(mine)])].filter(
    (field) => plain(stored[field]) !== plain(mine[field]) && plain(mine[field] ?? stored[field]).length < mostCompared,
  )
  return (
    <Section id="differences" title={words.t('desk.conflict_differences')} aside={<p>{words.t('deskCooperation.conflict_aside')}</p>}>
      {fields.map((field) => (
        <div class="changed-section stack-s">
          <h3>{formFieldLabel(kind, field, words)}</h3>
          <dl class="versions">
            <dt>{words.t('desk.conflict_theirs')}</dt>
            <dd>{stored[field] || <span class="quiet">{words.t('desk.blank')}</span>}</dd>
            <dt>{words.t('desk.conflict_yours')}</dt>
            <dd>
              <Diff parts={compareWords(stored[field] ?? '', mine[field] ?? '')} words={words} />
            </dd>
          </dl>
        </div>
      ))}
    </Section>
  )
}

/** "no" and nothing are the same answer of a box that is not ticked. */
const plain = (value: string | undefined): string => (value === undefined || value === 'no' ? '' : value.trim())
