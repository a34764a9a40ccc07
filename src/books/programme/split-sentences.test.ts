import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitSentences } from './split-sentences.ts'

test.each([
  { case: 'two plain sentences', text: 'Жол жөнделеді. Көше жарықтандырылады.', count: 2 },
  { case: 'Kazakh year «ж.» does not end it', text: 'Ол 2014 ж. Алматыда ашылды. Қала өсті.', count: 2 },
  { case: 'Russian city «г.» does not end it', text: 'Акимат г. Алматы принял решение. Оно опубликовано.', count: 2 },
  { case: '«млрд.» before a currency', text: 'Бюджет — 431,2 млрд. теңге. Үштен бірі жасылдандыруға.', count: 2 },
  { case: '«млн.» before a name in capitals', text: 'Бөлінді 12 млн. АҚШ доллары. Игерілді.', count: 2 },
  { case: 'an outline number begins the sentence', text: '3.1.1. Сапалы жолдар және көлік. Мақсат 3.1.1.1. Жолдарды жөндеу.', count: 2 },
  { case: 'a simple number begins the sentence', text: '1. Жолдар. 2. Көлік.', count: 2 },
  { case: 'a sentence may end with a number', text: 'Мақсатты жыл — 2020. Одан кейін бағаланады.', count: 2 },
  { case: 'a sentence may begin with a number', text: 'Үлес 80 %-ға жетеді. 2014 жылы ол 65 % болған.', count: 2 },
  { case: 'initials', text: 'Кездесуге Ш. Ахтар мен С.П. Иванов қатысты. Ол сәтті өтті.', count: 2 },
  { case: 'a quotation that ends with its own mark', text: 'Ол: «Келісемін.» Содан соң қол қойды.', count: 2 },
  { case: 'a lower-case letter goes on', text: 'В 2015 г. доля выросла. Она растёт.', count: 2 },
  { case: 'English abbreviations', text: 'Decision No. 394 was taken, see Art. 5. It is in force.', count: 2 },
  { case: '«т.б.» ends the sentence', text: 'Жол, көпір, т.б. Олар жөнделеді.', count: 2 },
  { case: 'question and exclamation', text: 'Қайда барамыз? Алға! Бірге…', count: 3 },
  { case: 'a blank line always ends it', text: 'Тақырып\n\nМәтін басталды', count: 2 },
  { case: 'a single line break is a space', text: 'Бір\nсөйлем.', count: 1 },
  { case: 'empty', text: ' \n ', count: 0 },
])('$case', ({ text, count }) => {
  expect(splitSentences(text)).toHaveLength(count)
})

test('no letter is lost, whatever the text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('А', 'б', '3.1.', 'ж.', '. ', '! ', '«', '»', ' ', '\n\n', '2020', 'Б. ')), (parts) => {
      const text = parts.join('')
      expect(splitSentences(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    }),
  )
})
