import { isStaffName } from '../../books/accounts/made-by.ts'
import type { Words } from '../words.ts'

/** Who made a release, in words: staff stand as "City staff", without names. */
export const madeByWords = (madeBy: string, words: Words): string => (isStaffName(madeBy) ? words.t('entry.cityStaff') : madeBy)
