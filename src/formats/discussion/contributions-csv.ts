import type { PublishedContribution } from '../../books/discussion/published-contribution.ts'
import { languages, type MultilingualText } from '../../books/text.ts'
import { writeTable } from '../city-folder/table.ts'
import { writeTableForPeople } from '../table-for-people.ts'

interface Column {
  name: string
  meaning: Required<MultilingualText>
  cell(one: PublishedContribution): string
}

/** What is multilingual has a column per language, so that no cell needs to be taken apart. */
const inEachLanguage = (
  name: string,
  meaning: Column['meaning'],
  textOf: (one: PublishedContribution) => MultilingualText | null,
): Column[] => languages.map((language) => ({ name: `${name}_${language}`, meaning, cell: (one) => textOf(one)?.[language] ?? '' }))

const columns: readonly Column[] = [
  {
    name: 'number',
    meaning: { kk: 'Пікірдің талқылаудағы нөмірі', ru: 'Номер в обсуждении', en: 'Number in the consultation' },
    cell: ({ number }) => String(number),
  },
  {
    name: 'kind',
    meaning: {
      kk: 'Түрі: comment — пікір, suggestion — мәтін ұсынысы, reply — басқа пікірге жауап',
      ru: 'Вид: comment — комментарий, suggestion — предложение формулировки, reply — ответ на другой комментарий',
      en: 'Kind: comment, suggestion of wording, or reply to another contribution',
    },
    cell: ({ kind }) => kind,
  },
  {
    name: 'parent',
    meaning: { kk: 'Қай нөмірге жауап', ru: 'Номер, на который это ответ', en: 'Number that a reply answers' },
    cell: ({ parent }) => (parent === null ? '' : String(parent)),
  },
  {
    name: 'section',
    meaning: { kk: 'Бағдарлама бөлімінің идентификаторы', ru: 'Идентификатор раздела программы', en: 'Id of the section of the programme' },
    cell: ({ place }) => place.section,
  },
  {
    name: 'sentence',
    meaning: {
      kk: 'Сөйлемнің идентификаторы; бүкіл бөлімге қатысты болса, бос',
      ru: 'Идентификатор предложения; пусто, если речь обо всём разделе',
      en: 'Id of the sentence; empty when it is about the whole section',
    },
    cell: ({ place }) => place.sentence ?? '',
  },
  {
    name: 'quote',
    meaning: { kk: 'Жобадан алынған сөздер', ru: 'Слова проекта, о которых идёт речь', en: 'The words of the draft that it is about' },
    cell: ({ place }) => place.quote ?? '',
  },
  {
    name: 'language',
    meaning: { kk: 'Жазылған тілі: kk, ru, en', ru: 'Язык, на котором написано: kk, ru, en', en: 'Language it is written in: kk, ru, en' },
    cell: ({ language }) => language,
  },
  {
    name: 'text',
    meaning: {
      kk: 'Автордың сөздері, өзгертілмеген; жасырылса немесе жойылса, бос',
      ru: 'Слова автора без изменений; пусто, если скрыто или удалено',
      en: 'The author’s words, unchanged; empty when hidden or erased',
    },
    cell: ({ text }) => text ?? '',
  },
  {
    name: 'withheld',
    meaning: {
      kk: 'yes — мәтінді модератор жасырған немесе автор өшірген',
      ru: 'yes — текст скрыл модератор или удалил автор',
      en: 'yes: the text was hidden by moderation or erased by its author',
    },
    cell: ({ text }) => (text === null ? 'yes' : ''),
  },
  {
    name: 'suggested_wording',
    meaning: { kk: 'Ұсынылған мәтін', ru: 'Предложенная формулировка', en: 'Suggested wording' },
    cell: ({ suggestedWording }) => suggestedWording ?? '',
  },
  {
    name: 'channel',
    meaning: {
      kk: 'Қалай келіп түсті: web — сайт, paper — қағаз бланк, meeting — жиналыс',
      ru: 'Как поступило: web — сайт, paper — бумажный бланк, meeting — собрание',
      en: 'How it came: web, paper form or meeting',
    },
    cell: ({ channel }) => channel,
  },
  ...inEachLanguage(
    'organisation',
    { kk: 'Ұйым; жеке адамда бос', ru: 'Организация; у частного лица пусто', en: 'Organisation; empty for a person' },
    ({ organisation }) => organisation,
  ),
  {
    name: 'written_at',
    meaning: { kk: 'Қашан жазылды (ISO 8601)', ru: 'Когда написано (ISO 8601)', en: 'When it was written (ISO 8601)' },
    cell: ({ writtenAt }) => writtenAt,
  },
  {
    name: 'status',
    meaning: {
      kk: 'open — жауап күтуде, answered — ресми жауап берілді',
      ru: 'open — ждёт ответа, answered — дан официальный ответ',
      en: 'open: waits for an answer; answered: has an official answer',
    },
    cell: ({ decision }) => (decision === null ? 'open' : 'answered'),
  },
  {
    name: 'decision',
    meaning: {
      kk: 'accepted — қабылданды, partly — ішінара, not_accepted — қабылданбады, outside_powers — қаланың құзыретіне кірмейді',
      ru: 'accepted — принято, partly — частично, not_accepted — не принято, outside_powers — вне полномочий города',
      en: 'accepted, partly, not_accepted, or outside_powers of the city',
    },
    cell: ({ decision }) => decision ?? '',
  },
  ...inEachLanguage(
    'reason',
    { kk: 'Ресми жауаптың негіздемесі', ru: 'Обоснование официального ответа', en: 'Reason given in the official answer' },
    ({ reason }) => reason,
  ),
  {
    name: 'answered_at',
    meaning: { kk: 'Қашан жауап берілді (ISO 8601)', ru: 'Когда дан ответ (ISO 8601)', en: 'When it was answered (ISO 8601)' },
    cell: ({ answeredAt }) => answeredAt ?? '',
  },
  {
    name: 'changes',
    meaning: {
      kk: 'Не өзгерді: «нұсқа:сөйлем», арасында бос орын',
      ru: 'Что изменилось: «редакция:предложение» через пробел',
      en: 'What it changed: “version:sentence”, separated by spaces',
    },
    cell: ({ changes }) => changes.map(({ version, sentence }) => `${version}:${sentence}`).join(' '),
  },
]

/** The contributions of a consultation as open data: every cell as it is, for machines. */
export const writeContributionsCsv = (contributions: readonly PublishedContribution[]): string =>
  writeTable(
    columns.map(({ name }) => name),
    contributions.map((one) => columns.map(({ cell }) => cell(one))),
  )

/** The same for a spreadsheet program: residents' words that begin as a formula are not run. */
export const writeContributionsForPeople = (contributions: readonly PublishedContribution[]): string =>
  writeTableForPeople([columns.map(({ name }) => name), ...contributions.map((one) => columns.map(({ cell }) => cell(one)))])

/** What each column means, as a table: `column`, then a meaning per language. */
export const writeContributionColumnsCsv = (): string =>
  writeTable(
    ['column', ...languages.map((language) => `meaning_${language}`)],
    columns.map(({ name, meaning }) => [name, ...languages.map((language) => meaning[language])]),
  )
