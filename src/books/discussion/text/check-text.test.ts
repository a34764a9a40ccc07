import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkText, longestContribution } from './check-text.ts'
import { linkHosts } from './find-links.ts'

const codesIn = (text: string) => checkText(text).map(({ code }) => code)

test.each([
  'Біздің ауладағы жарық үшінші апта жанбайды, әсіресе мектеп жанында қорқынышты.',
  '№ 37 автобус 40 минутта бір келеді, ЖЭО-2 түтіні көрініп тұр. ЭСКАТО мен БҰҰ не дейді?',
  'Маршрут 37: интервал 40 минут!!! Прошу увеличить до 10–15 мин. (см. п. 3.1.1.1 программы и т.д.)',
  'Wi-Fi-дың жылдамдығы төмен, SMS-пен код келмейді, PDFтің көлемі үлкен, Zoomда өтсін, QRды сканерлеп, Tele2нің байланысы.',
  'COVID-19 кезінде PM2.5 өлшеу тоқтады, 2019ж. деректер жоқ. e-Gov, eGov-та, «InDriver» такси.',
  'Үлгіқала/Ülgiqala: café, naïve, д’Артаньян, Ш. Уәлиханов көшесі, ул. Гоголя, 15/2, кв. 4.',
  'Бюджет 880 101 300 017 тенге, 12 500 000 000 тг, код 190540012345.',
  'НДС, ЦОН, ТБО, ОСИ, КСК — прошу объяснить, за что мы платим.',
  'Жақсы-жақсы, өте-өте жақсы! Тез, тез, тез жасаңыздаршы. Ха-ха',
  'Спасибо 👨‍👩‍👧‍👦 🏳️‍🌈 за новый парк 👍🏽. Очень ждём!',
  'ёлка, йод, Қаңтар'.normalize('NFD'),
  'The bus comes at 8 a.m. - or it does not. See section 11.2.1, version 2.0.',
])('nothing to say: %s', (text) => {
  expect(checkText(text)).toEqual([])
})

test.each([
  {
    case: 'Latin a and e in Kazakh words',
    text: 'Алмaты қaласының тұрғыны, пaрк керек',
    codes: ['mixed_script', 'mixed_script', 'mixed_script'],
  },
  { case: 'a Latin word with a Cyrillic letter', text: 'Go to Gооgle now', codes: ['mixed_script'] },
  { case: 'Latin i in a Kazakh word', text: 'бiз сұраймыз', codes: ['mixed_script'] },
  { case: 'Latin c in front of a Russian word', text: 'cтройка мешает', codes: ['mixed_script'] },
  { case: 'three Latin lookalikes in front', text: 'Toptan сатылатын топ: TOPда', codes: ['mixed_script'] },
  { case: 'zero width spaces', text: 'каз\u200bино на\u200bбережной', codes: ['invisible_characters', 'invisible_characters'] },
  { case: 'a joiner between letters', text: 'каз\u200dино', codes: ['invisible_characters'] },
  { case: 'right-to-left override', text: 'не \u202eеинешер\u202c верно', codes: ['bidi_characters', 'bidi_characters'] },
  { case: 'a NUL', text: 'бас\u0000қа', codes: ['control_characters'] },
  { case: 'half a pair', text: 'бас\ud83dқа', codes: ['control_characters'] },
  { case: 'a tower of marks', text: 'х\u0301\u0302\u0303\u0304аос', codes: ['stacked_marks'] },
  { case: 'a link', text: 'Қараңыз: https://stat.gov.kz/kk/region/almaty.', codes: ['link'] },
  { case: 'a link without a scheme', text: 'Пишите на hochu-kvartiru.kz, ответим', codes: ['link'] },
  { case: 'a link to a bare number', text: 'http://0x7f.1/x', codes: ['hidden_link_host'] },
  { case: 'a link behind a user name', text: 'https://egov.kz@evil.example/', codes: ['hidden_link_host', 'email_address'] },
  { case: 'a shortener', text: 'см. bit.ly/3abc и clck.ru/xyz', codes: ['hidden_link_host'] },
  { case: 'a script', text: 'нажми javascript://alert(1)', codes: ['hidden_link_host'] },
  { case: 'a host of two scripts', text: 'https://егov.kz', codes: ['hidden_link_host', 'mixed_script'] },
  { case: 'four links', text: 'a.kz b.kz c.kz d.kz', codes: ['link', 'many_links', 'link', 'link', 'link'] },
  { case: 'shouting', text: 'КОГДА УЖЕ ОТРЕМОНТИРУЮТ НАШУ ДОРОГУ', codes: ['shouting'] },
  { case: 'shouting in Kazakh', text: 'БІЗГЕ АУЫЗ СУ КЕРЕК ҚАШАНҒА ДЕЙІН КҮТЕМІЗ', codes: ['shouting'] },
  { case: 'one word again and again', text: 'позор, позор, позор, позор!', codes: ['repetition'] },
  { case: 'one letter', text: 'поооооооооомогите', codes: ['repetition'] },
  { case: 'marks', text: 'Почему?!?!?!', codes: ['repetition'] },
  {
    case: 'one sentence three times',
    text: 'Дайте воду в наш район. Дайте воду в наш район! дайте воду в наш район',
    codes: ['repetition'],
  },
  { case: 'a phone number', text: 'Звоните 8 (727) 123-45-67', codes: ['phone_number'] },
  { case: 'a mobile number', text: 'менің нөмірім +77011234567', codes: ['phone_number'] },
  { case: 'an e-mail address', text: 'aigul.s@mail.kz-ке жазыңыз', codes: ['email_address'] },
  { case: 'an identity number', text: 'ИИН 880101300010, прошу ответить', codes: ['identity_number'] },
  { case: 'an identity number in groups', text: 'ЖСН 880101 300010', codes: ['identity_number'] },
  { case: 'nothing', text: ' \n', codes: ['text_empty'] },
  { case: 'no letters', text: '?!…', codes: ['text_empty'] },
  { case: 'too long', text: 'жол салу '.repeat(longestContribution / 8), codes: ['text_too_long'] },
])('$case', ({ text, codes }) => {
  expect(codesIn(text)).toEqual(codes)
})

test('a finding says where and what; what cannot be seen is named', () => {
  expect(checkText('бір\u200bге жаз: a@b.kz')).toEqual([
    { code: 'invisible_characters', severity: 'hold', start: 3, end: 4, words: 'U+200B' },
    { code: 'email_address', severity: 'hint', start: 12, end: 18, words: 'a@b.kz' },
  ])
})

test('hosts as a browser reads them, each once', () => {
  expect(linkHosts('stat.gov.kz/a, HTTPS://Stat.gov.kz/b и https://қала.қаз')).toEqual(['stat.gov.kz', 'xn--80aa6a83a.xn--80ao21a'])
})

test('any text is read to its end, and every finding lies inside it', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'а', 'қ', 'Ж', ' ', '.', '@', '8', '+', '/', ':', '\u200b', '\u202e', '👍', '\u0301', '\n', '-'),
    maxLength: 200,
  })
  fc.assert(
    fc.property(text, (words) => {
      for (const { start, end } of checkText(words)) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeLessThanOrEqual(words.length)
        expect(end).toBeGreaterThanOrEqual(start)
      }
    }),
  )
})

test.each([
  { case: 'one letter', text: 'а'.repeat(20_000) },
  { case: 'dots', text: 'a.'.repeat(10_000) },
  { case: 'digits', text: '8 7'.repeat(7_000) },
  { case: 'at signs', text: 'a@'.repeat(10_000) },
  { case: 'hyphens', text: 'a-'.repeat(10_000) },
  { case: 'one word', text: 'жол '.repeat(5_000) },
  { case: 'letters and dots in turn', text: 'a.a-'.repeat(5_000) },
])('twenty thousand characters of $case do not stop it', ({ text }) => {
  expect(checkText(text).length).toBeGreaterThan(0)
})
