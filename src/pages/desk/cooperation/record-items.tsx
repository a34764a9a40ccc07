import type { FC } from 'hono/jsx'
import type { NamedRecords } from '../../../books/cooperation/desk-view.ts'
import type { CooperationRecord } from '../../../books/cooperation/records.ts'
import { link, type Frame } from '../../frame.ts'
import { recordPath, recordTitle } from './record-words.ts'

/** Records by number and name; drafts are marked. */
export const RecordItems: FC<{ frame: Frame; records: readonly CooperationRecord[]; named: NamedRecords }> = ({ frame, records, named }) =>
  records.length === 0 ? (
    <p class="quiet">{frame.words.t('deskCooperation.none_yet')}</p>
  ) : (
    <ul class="stack-s">
      {records.map((one) => (
        <li>
          <span class="num">{one.number}.</span>{' '}
          <a href={link(frame, recordPath(one.kind, one.number))}>{recordTitle(one, frame.words, named)}</a>
          {one.publishedAt === null && <span class="fine"> {frame.words.t('deskCooperation.draft')}</span>}
        </li>
      ))}
    </ul>
  )
