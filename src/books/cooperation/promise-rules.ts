import type { Strength } from './strength.ts'

/** Verbs that reach a step. Longer wordings come first: "agreed to consider" is no "agreed". */
export interface PromiseRule {
  strength: Strength
  verbs: RegExp
}

/** Whole words only; `\b` knows no Cyrillic letters. */
const words = (...alternatives: string[]): RegExp => new RegExp(`(?<!\\p{L})(?:${alternatives.join('|')})(?!\\p{L})`, 'giu')

/**
 * Kazakh puts the verb last and the step in its ending. The simple future («ашады») is also the present and is left out; so is «-мақ» without
 * «-шы», which ends many nouns (еңбек, сабақ).
 */
const kazakh: PromiseRule[] = [
  { strength: 'signed', verbs: words('қол қой(?:ды|дық|ысты|ылды)', 'қол қойған') },
  {
    strength: 'agreed_to_consider',
    verbs: words('(?:қарастыр|қара|зерделе|талқыла|пысықта)(?:уға|уді|уды) (?:келіс(?:ті|тік|ілді)|уағдаласты(?:қ)?)'),
  },
  {
    strength: 'agreed_to_do',
    verbs: words(
      '(?:\\p{L}+(?:уға|уге|юға|юге) )?(?:келіс(?:ті|тік|ілді)|уағдаласты(?:қ)?)',
      'келісімге кел(?:ді|дік)',
      'уағдаластыққа қол жеткіз(?:ді|ілді|дік)',
    ),
  },
  {
    strength: 'will_consider',
    verbs: words(
      'қарастыра(?:ды|мыз|мын)',
      'қарастырылады',
      'қара(?:стыр)?(?:атын|йтын) бола(?:ды|мыз)',
      'зерделей(?:ді|міз)',
      'пысықтай(?:ды|мыз)',
    ),
  },
  {
    strength: 'will_do',
    verbs: words(
      '\\p{L}+(?:атын|етін|йтын|йтін) бола(?:ды|мыз|мын)',
      'міндетте(?:неді|неміз|нді|ндік)',
      'міндеттеме(?:сін|лерін)? алды',
      'уәде (?:берді|етті|береді|етеді|береміз|етеміз)',
    ),
  },
  {
    strength: 'intends',
    verbs: words(
      'ниетті(?:міз|мін)?',
      'ниет(?:ін)? білдірді',
      'ниеттен(?:еді|іп отыр)',
      'жоспарлап отыр(?:мыз|ған)?',
      'жоспарлай(?:ды|мыз)',
      'жоспарланып отыр',
      'көздеп отыр(?:мыз)?',
      'дайын екен\\p{L}+',
      '\\p{L}+(?:мақшы|мекші|бақшы|бекші|пақшы|пекші)',
    ),
  },
  {
    strength: 'wishes',
    verbs: words(
      '\\p{L}+(?:ғ|қ|г|к)[ыі](?:мыз|міз|м|сы|сі) келеді',
      'тілек білдірді',
      'тілейді',
      '(?:мүдделілік|ынта|ықылас|қызығушылық) (?:таныт|білдір)ты?ді?',
    ),
  },
]

const toConsider = '(?:рассмотреть|рассматривать|изучить|проработать|обсудить|подумать)'
const infinitive = '\\p{L}+(?:ть|ти|чь)(?:ся|сь)?'

/** The perfective future («откроем») has no form of its own to know it by, and is left out. */
const russian: PromiseRule[] = [
  { strength: 'signed', verbs: words('подписал(?:и|а|о)?', 'подписан(?:ы|о|а)?') },
  {
    strength: 'agreed_to_consider',
    verbs: words(`(?:согласил|договорил|условил)(?:ся|ись|ась) (?:(?!${infinitive} )\\p{L}+ ){0,4}?${toConsider}`),
  },
  {
    strength: 'agreed_to_do',
    verbs: words(
      '(?:согласил|договорил|условил)(?:ся|ись|ась)',
      'достигнута договор[её]нность',
      'достигли договор[её]нности',
      'пришли к соглашению',
    ),
  },
  {
    strength: 'will_consider',
    verbs: words(
      'рассмотр(?:ит|им|ят)',
      'изуч(?:ит|им|ат)',
      'проработа(?:ет|ем|ют)',
      '(?:буду|будет|будем|будут) (?:рассматривать|изучать|прорабатывать)',
      `готов(?:а|о|ы)? (?:рассмотреть|изучить|обсудить)`,
    ),
  },
  {
    strength: 'will_do',
    verbs: words(
      'обязу(?:ется|ются|емся|юсь)',
      'обязал(?:ся|ась|ись)',
      'взял(?:а|и)? на себя обязательств\\p{L}+',
      'пообещал(?:а|и)?',
      'обеща(?:ет|ют|ем|л|ла|ли)',
      `(?:буду|будет|будем|будут) ${infinitive}`,
    ),
  },
  {
    strength: 'intends',
    verbs: words(
      'намерен(?:а|о|ы)?',
      'намерева(?:ется|ются|емся)',
      'планиру(?:ет|ют|ем|ется|ются)',
      'собира(?:ется|ются|емся)',
      'выразил(?:а|и)? (?:намерение|готовность)',
      `готов(?:а|о|ы)? ${infinitive}`,
    ),
  },
  {
    strength: 'wishes',
    verbs: words(
      'хотел(?:а|и|о)? бы',
      'хот(?:им|ят)',
      'жела(?:ет|ют|ем)',
      'выразил(?:а|и)? (?:желание|заинтересованность|пожелание)',
      'заинтересован(?:а|о|ы)',
    ),
  },
]

const consider = '(?:\\w+ly )?(?:consider|explore|look into|study|examine|discuss|review)'

const english: PromiseRule[] = [
  { strength: 'signed', verbs: words('signed') },
  { strength: 'agreed_to_consider', verbs: words(`agreed to ${consider}`) },
  { strength: 'agreed_to_do', verbs: words('agreed(?: to| on| that)?', 'reached an agreement') },
  { strength: 'will_consider', verbs: words(`(?:will|shall) ${consider}`, `(?:is|are) ready to ${consider}`) },
  {
    strength: 'will_do',
    verbs: words(
      '(?:will|shall)(?! not\\b| never\\b) \\w+',
      'committed(?: itself| themselves| himself| herself)? to',
      'pledge(?:s|d)?(?: to)?',
      'undertakes? to',
      'undertook to',
      'promise(?:s|d)(?: to)?',
    ),
  },
  {
    strength: 'intends',
    verbs: words(
      'intend(?:s|ed)? to',
      'plan(?:s|ned)? to',
      '(?:is|are) planning to',
      'aims? to',
      'expressed (?:its|their|his|her|the) (?:intention|readiness)',
      '(?:is|are) ready to',
    ),
  },
  {
    strength: 'wishes',
    verbs: words(
      'would like to',
      'wish(?:es|ed)? to',
      'hope(?:s|d)? to',
      'expressed (?:its|their|his|her|an|the) (?:wish|interest|desire|hope)',
    ),
  },
]

export const promiseRules: Readonly<Record<string, readonly PromiseRule[]>> = { kk: kazakh, ru: russian, en: english }
