/**
 * The header that names a file for saving (RFC 6266): a plain name for old programs, and the whole of it in UTF-8. Nothing in a name
 * can end the header or begin another.
 *
 * @example
 * attachmentName('жол"\r\n.csv') // => "attachment; filename=\"____.csv\"; filename*=UTF-8''%D0%B6%D0%BE%D0%BB%22.csv"
 */
export function attachmentName(name: string): string {
  const whole = name.replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
  const plain = whole.replaceAll(/[^\w .()-]/g, '_')
  const encoded = encodeURIComponent(whole).replaceAll(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
