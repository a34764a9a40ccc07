import type { FC } from 'hono/jsx'
import type { OpenRecord } from '../../../books/cooperation/desk-view.ts'
import { link, type Frame } from '../../frame.ts'
import { Section } from '../../parts/section.tsx'
import { RecordItems } from './record-items.tsx'
import { fieldLabel, recordPath } from './record-words.ts'

/** What belongs to a record because it names it: who took part in an event, what was said and promised there. Each can be added to. */
export const NamingSections: FC<{ frame: Frame; open: OpenRecord; mayWrite: boolean }> = ({ frame, open, mayWrite }) => {
  const { words } = frame
  const { record, naming, named } = open
  return (
    <>
      {naming
        .filter(({ count }) => count > 0 || mayWrite)
        .map(({ kind, field, records, count }) => {
          const query = { [field]: String(record.number) }
          // Two fields of one kind may name it: who promised, and to whom.
          const isOnly = naming.filter((other) => other.kind === kind).length === 1
          const plural = words.t(`cooperation.kinds_${kind}`)
          return (
            <Section id={`${kind}-${field}`} title={isOnly ? plural : `${plural}: ${fieldLabel(kind, field, words)}`}>
              <RecordItems {...{ frame, records, named }} />
              {count > records.length && (
                <p>
                  <a href={link(frame, recordPath(kind), query)}>{words.t('deskCooperation.all_of_them', { count })}</a>
                </p>
              )}
              {mayWrite && (
                <p>
                  <a href={link(frame, `${recordPath(kind)}/new`, query)}>
                    {words.t('deskCooperation.add_kind', { kind: words.t(`cooperation.kind_${kind}`) })}
                  </a>
                </p>
              )}
            </Section>
          )
        })}
    </>
  )
}
