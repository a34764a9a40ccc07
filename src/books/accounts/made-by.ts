/**
 * Whether a release was made or withdrawn by somebody of the city's staff: pages say so in words and name nobody.
 *
 * @example
 * isStaffName('staff:7b7ef1b0-0000-4000-8000-000000000000') // => true
 */
export const isStaffName = (madeBy: string): boolean => madeBy.startsWith('staff:')
