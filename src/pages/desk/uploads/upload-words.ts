import type { Upload } from '../../../books/indicators/entry/upload.ts'
import type { Words } from '../../words.ts'

/** How far an upload is. */
export const stateWords = ({ state, task, releaseNumber }: Pick<Upload, 'state' | 'task' | 'releaseNumber'>, words: Words): string =>
  state !== 'done'
    ? words.t(`entry.state_${state}`)
    : task === 'draft' && releaseNumber !== null
      ? words.t('entry.doneDraft', { number: String(releaseNumber) })
      : words.t(`entry.done_${task === 'explain' ? 'explain' : 'compare'}`)
