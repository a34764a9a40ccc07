const weights = [7, 3, 1]

/**
 * The number that a character of a machine-readable zone stands for: digits themselves, A to Z 10 to 35, the filler `<` 0.
 *
 * Source   ICAO Doc 9303, part 3, section 4.9.
 * @returns -1 for a character that no zone has
 * @example
 * valueOfCharacter('A') // => 10
 */
export function valueOfCharacter(character: string): number {
  const code = character.charCodeAt(0)
  if (code >= 48 && code <= 57) return code - 48
  if (code >= 65 && code <= 90) return code - 55
  return character === '<' ? 0 : -1
}

/**
 * Check digit of a field: weights 7, 3, 1 in turn, sum modulo 10.
 *
 * What it cannot see: characters whose values are equal modulo 10 (0, A, K, U and <), and neighbours that change places and differ by a
 * multiple of 5. So 7.8 % of single wrong characters pass among letters and digits, none among digits alone; of two neighbouring digits
 * that were swapped 11.1 % pass, of two neighbouring characters of any kind 18.0 %.
 *
 * Source   ICAO Doc 9303, part 3, section 4.9.
 * @example
 * checkDigit('L898902C3') // => '6'
 * checkDigit('740812') // => '2'
 */
export function checkDigit(text: string): string {
  let sum = 0
  for (let at = 0; at < text.length; at++) sum += valueOfCharacter(text.charAt(at)) * (weights[at % 3] ?? 0)
  return String(((sum % 10) + 10) % 10)
}
