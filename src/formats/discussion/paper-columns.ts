import { languages, type MultilingualText } from '../../books/text.ts'

/** A column of the table of paper forms. */
export interface PaperColumn {
  name: 'receipt' | 'written_on' | 'place' | 'language' | 'sentence' | 'text' | 'suggested_wording' | 'votes' | 'participation_code'
  needed: boolean
  title: Required<MultilingualText>
  meaning: Required<MultilingualText>
}

export const paperColumns: readonly PaperColumn[] = [
  {
    name: 'receipt',
    needed: true,
    title: { kk: 'Тіркеу нөмірі', ru: 'Регистрационный номер', en: 'Receipt number' },
    meaning: {
      kk: 'Бланк қабылданғанда қойылған нөмір. Әр бланкінің өз нөмірі болады: екі рет енгізілген бланк осы нөмір бойынша табылады.',
      ru: 'Номер, поставленный при приёме бланка. У каждого бланка свой: по нему находят бланк, введённый дважды.',
      en: 'The number put on the form when it was taken in. Each form has its own: one that was entered twice is found by it.',
    },
  },
  {
    name: 'written_on',
    needed: true,
    title: { kk: 'Күні', ru: 'Дата', en: 'Date' },
    meaning: {
      kk: 'Нысан толтырылған немесе жиналыс өткен күн: 05.11.2026 немесе 2026-11-05.',
      ru: 'День, когда заполнили бланк или прошло собрание: 05.11.2026 или 2026-11-05.',
      en: 'Day on which the form was filled in or the meeting was held: 05.11.2026 or 2026-11-05.',
    },
  },
  {
    name: 'place',
    needed: false,
    title: { kk: 'Орны', ru: 'Место', en: 'Place' },
    meaning: {
      kk: 'Қайда қабылданды: кітапхана, ХҚКО, № 5 мектептегі жиналыс. Адамның мекенжайы емес.',
      ru: 'Где приняли: библиотека, ЦОН, собрание в школе № 5. Не адрес человека.',
      en: 'Where it was taken in: library, service centre, meeting at school No 5. Not a person’s address.',
    },
  },
  {
    name: 'language',
    needed: true,
    title: { kk: 'Тілі', ru: 'Язык', en: 'Language' },
    meaning: {
      kk: 'Нысан толтырылған тіл: kk, ru немесе en.',
      ru: 'Язык, на котором заполнен бланк: kk, ru или en.',
      en: 'Language in which the form is filled in: kk, ru or en.',
    },
  },
  {
    name: 'sentence',
    needed: false,
    title: { kk: 'Сөйлем', ru: 'Предложение', en: 'Sentence' },
    meaning: {
      kk: 'Нысанда көрсетілген сөйлемнің коды, мысалы s-1a2b3c4d. Бүкіл жоба туралы болса, бос қалдырыңыз.',
      ru: 'Код предложения, указанный на бланке, например s-1a2b3c4d. Если речь обо всём проекте, оставьте пустым.',
      en: 'Code of the sentence as printed on the form, such as s-1a2b3c4d. Leave it empty when it is about the whole draft.',
    },
  },
  {
    name: 'text',
    needed: true,
    title: { kk: 'Пікір', ru: 'Комментарий', en: 'Comment' },
    meaning: {
      kk: 'Адамның сөзі бланкіде қалай жазылса, солай енгізіледі. Аты-жөнін, телефонын және ЖСН-ін енгізбеңіз.',
      ru: 'Слова человека, как на бланке. Имя, телефон и ИИН не вносите.',
      en: 'The person’s words, as on the form. Do not enter names, phone numbers or identity numbers.',
    },
  },
  {
    name: 'suggested_wording',
    needed: false,
    title: { kk: 'Ұсынылған мәтін', ru: 'Предложенная формулировка', en: 'Suggested wording' },
    meaning: {
      kk: 'Сөйлемнің ұсынылған мәтіні, егер жазылса.',
      ru: 'Как предложено записать это предложение, если предложено.',
      en: 'How the sentence should read, if the form says so.',
    },
  },
  {
    name: 'votes',
    needed: false,
    title: { kk: 'Дауыстар', ru: 'Голоса', en: 'Votes' },
    meaning: {
      kk: 'Пайымдаудың нөмірі және жауабы: 12=+ қолдаймын, 13=- қолдамаймын, 14=0 өткізіп жіберу. Арасына бос орын қойыңыз.',
      ru: 'Номер утверждения и ответ: 12=+ поддерживаю, 13=- не поддерживаю, 14=0 пропустить. Через пробел.',
      en: 'Number of the statement and the answer: 12=+ agree, 13=- disagree, 14=0 pass. Separated by spaces.',
    },
  },
  {
    name: 'participation_code',
    needed: false,
    title: { kk: 'Қатысу коды', ru: 'Код участия', en: 'Participation code' },
    meaning: {
      kk: 'Қала берген код, егер бланкіде тұрса. Бір код – бір қатысушы: қағазда да, сайтта да.',
      ru: 'Код, выданный городом, если он есть на бланке. Один код – один участник: и на бумаге, и на сайте.',
      en: 'The code that the city gave out, if the form bears one. One code is one participant, on paper and on the web together.',
    },
  },
]

/** The column that a header means: its name in code, or its title in any language. */
export const columnNamed = (header: string): PaperColumn['name'] | null => {
  const plain = header.normalize('NFC').trim().toLowerCase()
  const found = paperColumns.find(
    ({ name, title }) => name === plain || languages.some((language) => title[language].toLowerCase() === plain),
  )
  return found?.name ?? null
}
