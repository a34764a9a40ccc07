import type { FC } from 'hono/jsx'
import type { ProgressState } from '../../books/indicators/assess-series.ts'
import type { Status as Needle } from '../../books/indicators/progress/fold-status.ts'
import { Status, type StatusKind } from '../parts/status.tsx'
import { Warn } from '../parts/warn.tsx'
import type { Words } from '../words.ts'

/** The needle's positions and the glyphs that show them. */
export const glyphOf: Readonly<Record<Needle, StatusKind>> = { on: 'on', accelerate: 'accel', reverse: 'reverse', none: 'none' }
const stateGlyph: Readonly<Record<Exclude<ProgressState, 'disagree'>, StatusKind>> = { ...glyphOf, reached: 'on', missed: 'reverse' }

/** Where an indicator stands, in one word. Methods that disagree get no needle: they would not point one way. */
export const ProgressBadge: FC<{ state: ProgressState; words: Words }> = ({ state, words }) =>
  state === 'disagree' ? (
    <Warn>{words.t('progress.status_disagree')}</Warn>
  ) : (
    <Status kind={stateGlyph[state]} words={words.t(`progress.status_${state}`)} />
  )
