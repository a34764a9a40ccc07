/**
 * Text as XML 1.0 can hold it (section 2.2): a control character would make the whole document unreadable, so it is left out.
 *
 * @example
 * xmlText('жол\u0000 1') // => 'жол 1'
 */
export const xmlText = (text: string): string => text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu, '')
