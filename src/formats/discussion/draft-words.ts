import type { Decision, PublishedContribution } from '../../books/discussion/published-contribution.ts'
import type { Language } from '../../books/text.ts'

/** The words of the document itself; everything else in it is the city's or the residents'. */
export interface DraftWords {
  subtitle: string
  period: string
  passport: string
  table: string
  none: string
  columns: { number: string; place: string; text: string; decision: string }
  kinds: Readonly<Record<PublishedContribution['kind'], string>>
  channels: Readonly<Record<PublishedContribution['channel'], string>>
  resident: string
  suggested: string
  withheld: string
  decisions: Readonly<Record<Decision, string>>
  unanswered: string
  whole: string
}

export const draftWords: Readonly<Record<Language, DraftWords>> = {
  kk: {
    subtitle: 'Жоба және қоғамдық талқылауда айтылған пікірлер',
    period: 'Талқылау мерзімі',
    passport: 'Бағдарлама паспорты',
    table: 'Пікірлер мен ұсыныстар жиынтығы',
    none: 'Талқылауда пікір айтылған жоқ.',
    columns: { number: '№', place: 'Жобаның мәтіні', text: 'Пікір немесе ұсыныс', decision: 'Ресми жауап' },
    kinds: { comment: 'Пікір', suggestion: 'Ұсыныс', reply: 'Пікірге жауап' },
    channels: { web: 'сайт', paper: 'қағаз бланк', meeting: 'жиналыс' },
    resident: 'Тұрғын',
    suggested: 'Ұсынылған мәтін',
    withheld: 'Мәтін жасырылған немесе жойылған.',
    decisions: {
      accepted: 'Қабылданды',
      partly: 'Ішінара қабылданды',
      not_accepted: 'Қабылданбады',
      outside_powers: 'Қаланың құзыретіне кірмейді',
    },
    unanswered: 'Жауап әлі берілген жоқ',
    whole: 'Бүкіл бөлім туралы',
  },
  ru: {
    subtitle: 'Проект с комментариями общественного обсуждения',
    period: 'Срок обсуждения',
    passport: 'Паспорт программы',
    table: 'Свод комментариев и предложений',
    none: 'Комментариев не поступило.',
    columns: { number: '№', place: 'Текст проекта', text: 'Комментарий или предложение', decision: 'Официальный ответ' },
    kinds: { comment: 'Комментарий', suggestion: 'Предложение', reply: 'Ответ на комментарий' },
    channels: { web: 'сайт', paper: 'бумажный бланк', meeting: 'собрание' },
    resident: 'Житель',
    suggested: 'Предложенная формулировка',
    withheld: 'Текст скрыт или удалён.',
    decisions: { accepted: 'Принято', partly: 'Принято частично', not_accepted: 'Не принято', outside_powers: 'Вне полномочий города' },
    unanswered: 'Ответа пока нет',
    whole: 'Обо всём разделе',
  },
  en: {
    subtitle: 'Draft with the comments of the public consultation',
    period: 'Period of the consultation',
    passport: 'Passport of the programme',
    table: 'Summary of comments and suggestions',
    none: 'There were no comments.',
    columns: { number: 'No', place: 'Text of the draft', text: 'Comment or suggestion', decision: 'Official answer' },
    kinds: { comment: 'Comment', suggestion: 'Suggestion', reply: 'Reply to a comment' },
    channels: { web: 'web site', paper: 'paper form', meeting: 'meeting' },
    resident: 'Resident',
    suggested: 'Suggested wording',
    withheld: 'The text is hidden or erased.',
    decisions: {
      accepted: 'Accepted',
      partly: 'Accepted in part',
      not_accepted: 'Not accepted',
      outside_powers: 'Outside the city’s powers',
    },
    unanswered: 'No answer yet',
    whole: 'About the whole section',
  },
}
