import { link, type Frame } from '../../frame.ts'
import type { Crumb } from '../../parts/crumbs.tsx'

/** The way back to the desk. */
export const deskCrumbs = (frame: Frame, ...here: readonly (string | Crumb)[]): Crumb[] => [
  { label: frame.words.t('common.desk'), href: link(frame, '/desk') },
  ...here.map((one) => (typeof one === 'string' ? { label: one } : one)),
]
