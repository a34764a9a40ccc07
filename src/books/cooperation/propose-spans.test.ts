import fs from 'node:fs'
import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import { findSpanFault } from './evidence.ts'
import { proposeSpans, strengthsOfVerb, type ProposedSpan } from './propose-spans.ts'

const demo = new URL('../../../demo/almaty/cooperation/', import.meta.url)

interface KnownPromise {
  strength: string
  marker: string
  evidence: ReadonlyArray<{ start: number; end: number }>
}

describe('the report of the first visit', () => {
  const text = fs.readFileSync(new URL('bangkok-2016-report-kk.txt', demo), 'utf8').normalize('NFC').trim()
  const { commitment } = parse(fs.readFileSync(new URL('bangkok-2016.yaml', demo), 'utf8')) as { commitment: Record<string, KnownPromise> }
  const known = Object.values(commitment)
  const proposed = proposeSpans(text, 'kk')
  const covers = (one: ProposedSpan, { strength, marker, evidence }: KnownPromise): boolean =>
    one.strength === strength &&
    marker.includes(text.slice(one.marker.start, one.marker.end).split(' ').at(-1) ?? ' ') &&
    evidence.some(({ start, end }) => one.start <= start && one.end >= end && one.marker.start >= start - 1 && one.marker.end <= end)

  test('each of its nine commitments lies in a sentence that is proposed, with its step and its verb', () => {
    expect(known).toHaveLength(9)
    expect(known.filter((one) => !proposed.some((span) => covers(span, one)))).toEqual([])
  })

  test('one more is proposed, which is a wish and no commitment', () => {
    const others = proposed.filter((span) => !known.some((one) => covers(span, one)))
    expect(others.map(({ strength, marker }) => [strength, text.slice(marker.start, marker.end)])).toEqual([['wishes', 'ашқымыз келеді']])
    expect(proposed).toHaveLength(6)
  })

  test('every proposal is a place that evidence may be made of', () => {
    expect(proposed.map(({ exact, start, end, marker }) => findSpanFault(text, { exact, start, end }, marker))).toEqual(
      proposed.map(() => null),
    )
  })
})

/** Texts of our own: what each sentence is, as a person reads it; '' for one that promises nothing. */
const read: Record<'kk' | 'ru' | 'en', ReadonlyArray<[sentence: string, strength: string]>> = {
  ru: [
    ['Аким города встретился с делегацией провинции.', ''],
    ['Стороны подписали меморандум о сотрудничестве.', 'signed'],
    ['Губернатор намерен увеличить число прямых рейсов.', 'intends'],
    ['Министерство рассмотрит вопрос об упрощении визового режима.', 'will_consider'],
    ['Стороны согласились в ближайшее время изучить опыт друг друга.', 'agreed_to_consider'],
    ['Было отмечено, что товарооборот вырос на 12 %.', ''],
    ['Компания обязуется построить завод до конца года.', 'will_do'],
    ['Город будет проводить фестиваль ежегодно.', 'will_do'],
    ['Участники договорились провести следующую встречу весной.', 'agreed_to_do'],
    ['Инвестор планирует вложить 20 млн долларов.', 'intends'],
    ['Соглашение стороны пока не подписали.', ''],
    ['Мы откроем представительство в вашем городе.', 'will_do'],
    ['Гости хотели бы увидеть новую линию метро.', 'wishes'],
    ['Посол поблагодарил за тёплый приём.', ''],
    ['Заседание будет в четверг.', ''],
    ['Завод планируют посетить журналисты, сообщила пресс-служба.', ''],
  ],
  en: [
    ['The mayor met the delegation on Monday.', ''],
    ['The two cities signed a memorandum of understanding.', 'signed'],
    ['The governor intends to open a direct flight.', 'intends'],
    ['The ministry will consider simpler visa rules.', 'will_consider'],
    ['The parties agreed to jointly explore new bus routes.', 'agreed_to_consider'],
    ['They agreed to meet again in spring.', 'agreed_to_do'],
    ['The company committed to training 200 people.', 'will_do'],
    ['The university will host the next forum.', 'will_do'],
    ['The parties did not sign the contract.', ''],
    ['It will be sunny in April.', ''],
    ['Trade grew by 12 % last year.', ''],
    ['The bank plans to lend 20 million dollars.', 'intends'],
    ['We are going to build a new terminal.', 'will_do'],
    ['The guests would like to see the new metro line.', 'wishes'],
  ],
  kk: [
    ['Әкім делегациямен кездесті.', ''],
    ['Тараптар меморандумға қол қойды.', 'signed'],
    ['Министрлік виза мәселесін қарастыруға келісті.', 'agreed_to_consider'],
    ['Компания зауыт салуды жоспарлап отыр.', 'intends'],
    ['Инвестор жаңа цех ашпақшы.', 'intends'],
    ['Университет келесі форумды өткізетін болады.', 'will_do'],
    ['Келіссөздер екі сағатқа созылды.', ''],
    ['Келісім бойынша сауда өсті.', ''],
    ['Біз сіздерге көмектесеміз.', 'will_do'],
    ['Облыс тікелей рейс ашуға ниет білдірді.', 'intends'],
    ['Байбек еңбек ұжымымен сөйлесті.', ''],
  ],
}

describe.each([
  { language: 'kk', missed: ['Біз сіздерге көмектесеміз.'], wrong: [] },
  {
    language: 'ru',
    missed: ['Мы откроем представительство в вашем городе.'],
    wrong: ['Завод планируют посетить журналисты, сообщила пресс-служба.'],
  },
  { language: 'en', missed: ['We are going to build a new terminal.'], wrong: ['It will be sunny in April.'] },
] as const)('$language', ({ language, missed, wrong }) => {
  const sentences = read[language]
  const proposed = proposeSpans(sentences.map(([sentence]) => sentence).join(' '), language)
  const of = (sentence: string) => proposed.filter(({ exact }) => exact === sentence).map(({ strength }) => strength as string)

  test('promises are found on their step; which ones the rules miss is written here', () => {
    const promises = sentences.filter(([, strength]) => strength !== '')
    expect(promises.filter(([sentence, strength]) => of(sentence).join() !== strength).map(([sentence]) => sentence)).toEqual(missed)
  })

  test('what promises nothing is left alone; which ones the rules take for a promise is written here', () => {
    const others = sentences.filter(([, strength]) => strength === '')
    expect(others.filter(([sentence]) => of(sentence).length > 0).map(([sentence]) => sentence)).toEqual(wrong)
  })
})

test('sentences keep their places across lines, spaces and quotes', () => {
  const text = 'Бірінші  жол.\n\n«Біз   қарастырамыз», – деді ол.\nТараптар\nкелісті.'
  for (const { start, end, exact, marker } of proposeSpans(text, 'kk'))
    expect(findSpanFault(text, { start, end, exact }, marker)).toBeNull()
  expect(proposeSpans(text, 'kk').map(({ exact }) => exact)).toEqual(['«Біз   қарастырамыз», – деді ол.', 'Тараптар\nкелісті.'])
})

test.each(['келісті ', 'согласились слово и слово ', 'agreed to really ', 'ш', 'қоюға '])(
  'a text of nothing but “%s” is no promise',
  (part) => {
    const text = part.repeat(500_000 / part.length)
    expect(['kk', 'ru', 'en'].flatMap((language) => proposeSpans(text, language))).toEqual([])
  },
)

test('a language without rules has no proposals', () => {
  expect(proposeSpans('ลงนามแล้ว', 'th')).toEqual([])
})

describe('the step that a marked verb reaches', () => {
  const reached = (sentence: string, verb: string, language: string) => {
    const start = sentence.indexOf(verb)
    return strengthsOfVerb(sentence, { start, end: start + verb.length }, language)
  }
  test.each([
    ['Тараптар мұны қарастыруға келісті.', 'қарастыруға келісті', 'kk', ['agreed_to_consider']],
    ['Тараптар мұны қарастыруға келісті.', 'келісті', 'kk', ['agreed_to_consider']],
    ['Тараптар өткізуге келісті, меморандумға қол қойды.', 'қол қойды', 'kk', ['signed']],
    ['Стороны согласились рассмотреть вопрос.', 'согласились', 'ru', ['agreed_to_consider']],
    ['They agreed to open a school.', 'agreed', 'en', ['agreed_to_do']],
    ['Тараптар кеңесті.', 'кеңесті', 'kk', []],
    [`${'Күн жылы болды. '.repeat(200)}Тараптар мұны қарастыруға келісті.`, 'келісті', 'kk', ['agreed_to_consider']],
    ['Тараптар келісті.', 'келісті', 'th', []],
  ])('%s: %s', (sentence, verb, language, strengths) => expect(reached(sentence, verb, language)).toEqual(strengths))
})
