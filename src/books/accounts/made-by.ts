/**
 * Whether a release was made or withdrawn by somebody of the city's staff: pages say so in words and name nobody.
 *
 * @example
 * isStaffName('staff:7b7ef1b0-0000-4000-8000-000000000000') // => true
 */
export const isStaffName = (madeBy: string): boolean => madeBy === staff || madeBy.startsWith(`${staff}:`)

/**
 * The same for what leaves the installation: somebody of the staff is only that, without her id.
 *
 * @example
 * publicName('staff:7b7ef1b0-0000-4000-8000-000000000000') // => 'staff'
 * @example
 * publicName('bagdar') // => 'bagdar'
 */
export const publicName = (madeBy: string): string => (isStaffName(madeBy) ? staff : madeBy)

const staff = 'staff'
