/**
 * A text in Kazakh, Russian or English as its sentences.
 *
 * Own rules, not `Intl.Segmenter`: sentence ids rest on the result, so it must be the same on every installation,
 * whatever its version of ICU. Where a full stop may be either, the sentence goes on: two sentences in one are a
 * smaller harm than a sentence cut at «г.». An author who wants another cut lists the sentences.
 *
 * @example
 * splitSentences('2014 ж. үлес 65 % болды. Ол 80 %-ға жетеді.') // => ['2014 ж. үлес 65 % болды.', 'Ол 80 %-ға жетеді.']
 * @example
 * splitSentences('3.1.1. Сапалы жолдар. Жол жөнделеді.') // => ['3.1.1. Сапалы жолдар.', 'Жол жөнделеді.']
 */
export function splitSentences(text: string): string[] {
  return text.split(/\n\s*\n/).flatMap((paragraph) => splitParagraph(paragraph.replace(/\s+/g, ' ').trim()))
}

/** A mark that may end a sentence, closing quotes and brackets, a space, and something that may begin the next one. */
const boundary = /([.!?…]+)(["»”’)\]]*) (?=["«„“(\[]*[\p{Lu}\p{N}—–])/gu

function splitParagraph(paragraph: string): string[] {
  const sentences: string[] = []
  let start = 0
  for (const match of paragraph.matchAll(boundary)) {
    const [whole, marks = '', closing = ''] = match
    if (marks === '.' && closing === '' && goesOn(paragraph.slice(start, match.index))) continue
    const end = match.index + whole.length
    sentences.push(paragraph.slice(start, end).trim())
    start = end
  }
  const rest = paragraph.slice(start).trim()
  return rest === '' ? sentences : [...sentences, rest]
}

/** Whether the full stop after these words only shortens or numbers. */
function goesOn(sentenceSoFar: string): boolean {
  const words = sentenceSoFar.split(' ')
  const last = (words.at(-1) ?? '').replace(/^["«„“(\[]+/, '')
  const isInitial = /^\p{Lu}$/u.test(last) || /^(\p{Lu}\.)+\p{Lu}$/u.test(last) // Ш. Ахтар, А.Б. Иванов
  const isOutlineNumber = /^\d+(\.\d+){2,}$/.test(last) || (words.length === 1 && /^\d+(\.\d+)*$/.test(last)) // 3.1.1. / 1.
  return isInitial || isOutlineNumber || abbreviations.has(last.toLowerCase())
}

/** What is followed by a name, a number or a unit. «т.б.», «т.д.», «etc.» are not here: they mostly end a sentence. */
const abbreviations = new Set(
  [
    'ж жж ғ ғғ б бет қ ауд обл көш даң тг млн млрд трлн мың мыс т.с.с', // Kazakh
    'г гг в вв ул пр просп д кв стр ст п пп гл рис табл см ср тыс руб чел долл им акад проф т.е т.н т.к', // Russian
    'no nos art ch sec p pp fig st dr mr mrs ms prof approx vs e.g i.e cf u.s u.k', // English
  ].flatMap((line) => line.split(' ')),
)
