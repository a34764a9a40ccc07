/**
 * Passwords of twelve characters and more that many people choose, made from how they are made: walks over the keyboard, words said
 * twice, a word with a year or with 1234. The parts are what every published count of leaked passwords shows at its top; the list is our
 * own, about ten thousand of them, and is made when it is first needed.
 */
export function commonPasswords(): ReadonlySet<string> {
  return (made ??= new Set(makeAll().filter((password) => [...password].length >= 12)))
}

let made: Set<string> | undefined

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1234567890', '!@#$%^&*()_+', 'йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю', 'әіңғүұқөһ']
const columns = [
  '1qaz',
  '2wsx',
  '3edc',
  '4rfv',
  '5tgb',
  '6yhn',
  '7ujm',
  '8ik',
  '9ol',
  'q1w2e3r4t5y6u7i8o9p0',
  'a1s2d3f4g5h6j7k8l9',
  '1й2ц3у4к5е6н7г8ш9щ0з',
]

/** Words that passwords are made of most often. */
export const commonWords: readonly string[] = [
  // English
  ...'password letmein welcome monkey dragon football baseball master sunshine princess iloveyou shadow superman michael computer'.split(
    ' ',
  ),
  ...'whatever trustno1 freedom charlie hello secret summer winter spring autumn flower soccer hockey killer pepper ginger'.split(' '),
  ...'jordan jennifer michelle daniel thomas andrew joshua matthew hunter ranger buster tigger cookie chocolate banana orange'.split(' '),
  ...'internet google facebook admin administrator root user login access changeme default system server network guest test'.split(' '),
  ...'qwerty asdfgh zxcvbn abc abcd abcdef changeit passphrase mustang starwars pokemon batman liverpool chelsea arsenal'.split(' '),
  // Russian, and Russian words in Latin letters or typed on the other layout
  ...'пароль любовь привет солнце наташа марина андрей сергей максим кристина спартак зенит россия москва люблю'.split(' '),
  ...'родина победа мамочка зайчик котенок малышка админ администратор'.split(' '),
  ...'parol privet lubov solnce natasha marina andrey sergey maxim kristina spartak zenit russia moskva lublu rodina'.split(' '),
  ...'gfhjkm ghbdtn k.,jdm cjkywt yfnfif vfhbyf fylhtq cthutq vfrcbv'.split(' '),
  // Kazakh
  ...'құпиясөз сәлем махаббат күн жұлдыз отан қазақ арман айгерім нұрсұлтан алихан дәурен ерлан асхат бауыржан'.split(' '),
  ...'salem mahabbat zhuldyz otan kazakh qazaq arman aigerim nursultan alikhan dauren erlan askhat baurzhan kazakhstan'.split(' '),
  ...'almaty astana shymkent karaganda aktobe taraz pavlodar semey aktau atyrau kostanay алматы астана шымкент қарағанды'.split(' '),
]

const endings = [
  '1',
  '12',
  '123',
  '1234',
  '12345',
  '123456',
  '1234567',
  '12345678',
  '123456789',
  '!',
  '!!',
  '1!',
  '123!',
  '01',
  '007',
  '111',
  '777',
]

function makeAll(): string[] {
  const years = Array.from({ length: 2031 - 1950 }, (_, index) => String(1950 + index))
  return [
    ...walks(),
    ...commonWords.flatMap((word) => [word.repeat(2), word.repeat(3), ...[...endings, ...years].flatMap((end) => withEnding(word, end))]),
  ]
}

/** Along rows and columns of a keyboard, there, back, twice, and one after another. */
function walks(): string[] {
  const lines = [...rows, ...columns]
  const pairs = lines.flatMap((one) => lines.map((other) => one + other))
  const long = [...lines, ...pairs, columns.slice(0, 9).join(''), rows.slice(0, 3).join('')]
  const both = long.flatMap((line) => [line, [...line].reverse().join('')])
  // People stop after twelve to twenty characters, wherever on the row that is.
  return both.flatMap((line) => Array.from({ length: 9 }, (_, extra) => line.slice(0, 12 + extra)))
}

const withEnding = (word: string, end: string): string[] => [word + end, end + word]
