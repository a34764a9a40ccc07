const decimal = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/

/**
 * Whether a cell, spaces off, is one published decimal number with a point. It is kept as this text for ever.
 *
 * @example
 * isDecimalText('2e-05') // => true
 * @example
 * isDecimalText('1,5') // => false
 */
export const isDecimalText = (text: string): boolean => decimal.test(text)

const period = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?|-Q[1-4])?$/

/**
 * Whether a cell is a time period as SDMX and ISO 8601 write it: year, month, day or quarter.
 *
 * @example
 * isTimePeriod('2023-Q1') // => true
 * @example
 * isTimePeriod('2023-13') // => false
 */
export const isTimePeriod = (text: string): boolean => period.test(text)
