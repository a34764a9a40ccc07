import fs from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { describe, expect, test } from 'vitest'

/** What must not stand in the code of the product, whatever it is for. Each exception is named with its reason. */
const root = path.resolve(import.meta.dirname, '../..')
const filesIn = (folder: string): Array<[name: string, text: string]> =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll(path.sep, '/')}`)
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|d|examples)\.tsx?$/.test(file))
    .sort()
    .map((file) => [file, withoutComments(fs.readFileSync(path.join(root, file), 'utf8'))])

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}
const source = filesIn('src')

const forbidden: ReadonlyArray<{ what: string; pattern: RegExp; except?: Readonly<Record<string, string>> }> = [
  {
    what: 'V1.2.5 a shell',
    pattern:
      /\bexec(Sync)?\s*\(\s*['"`]|\bchild_process['"].*\bexec\b|shell:\s*true|\bimport\s*\{[^}]*\bexec(Sync)?\b[^}]*\}\s*from 'node:child_process'/,
  },
  { what: 'V1.3.2 code made from text', pattern: /\beval\s*\(|\bnew Function\s*\(|\bsetTimeout\s*\(\s*['"`]|\bvm\.(run|Script|compile)/ },
  { what: 'V1.5.2 objects made from bytes', pattern: /\bv8\b.*deserialize|\bdeserialize\s*\(/ },
  { what: 'V11.5.1 dice that can be guessed', pattern: /\bMath\.random\b/ },
  {
    what: 'V12.3.2 a certificate that is not looked at',
    pattern: /rejectUnauthorized\s*:\s*false|NODE_TLS_REJECT_UNAUTHORIZED|strictSSL\s*:\s*false|tls\s*:\s*\{\s*\}/,
  },
  {
    what: 'V3.2.2 V1.3.7 markup made from text',
    pattern: /dangerouslySetInnerHTML|\binnerHTML\b|\bouterHTML\b|insertAdjacentHTML|document\.write\b|\braw\(\s*[a-z`'"]/,
    except: {
      'src/store/write-record.ts': 'sql.raw with the names of column types that stand in the same file',
      'src/pages/reports/report-body.tsx': 'drawings of charts/, whose words are escaped where they are drawn',
      'src/pages/reports/report-document.tsx': 'the style sheet of the project, in a file to take along',
      'src/pages/layout.tsx': 'data for those who gather it: JSON in which no sign can end the element',
      'src/charts/standalone-chart.tsx': 'drawings of charts/, whose words are escaped where they are drawn',
      'src/pages/account/second-factor-pages.tsx': 'the squares of a QR code, drawn by a library; no text goes into the markup',
    },
  },
  { what: 'V3.5.5 messages between windows', pattern: /\bwindow\.postMessage|\bparent\.postMessage|\bopener\.postMessage/ },
  { what: 'V4.4.2 a WebSocket', pattern: /\bWebSocket\b|\bupgrade\b.*websocket/ },
  { what: 'V14.3.3 what a browser would keep', pattern: /\blocalStorage\b|\bindexedDB\b/ },
  {
    what: 'V11.4.1 V11.3.1 hashes and ciphers that are broken',
    pattern: /createHash\(\s*'(md5|sha1|md4|ripemd)|createCipheriv\(\s*'(des|rc4|aes-\d+-(ecb|cbc))|createCipher\(/i,
  },
  {
    what: 'V16.2.5 words of the log outside the log',
    pattern: /\bconsole\.(log|info|debug|warn)\b/,
    except: {
      'src/islands/what-if-map.ts': 'in the browser, where there is no other log',
      'src/islands/tour-group.ts': 'in the browser: the checker could not be loaded',
      'src/islands/tour-group-check.ts': 'in the browser, and nothing leaves the page: why a file could not be read',
    },
  },
]

describe('what must not stand in the code', () => {
  test.each(forbidden)('$what', ({ pattern, except = {} }) => {
    const found = source.filter(([, text]) => pattern.test(text)).map(([file]) => file)
    expect(found.filter((file) => !(file in except))).toEqual([])
    // An exception that is no longer one goes.
    expect(Object.keys(except).filter((file) => !found.includes(file))).toEqual([])
  })

  test('the scan sees what it looks for', () => {
    const samples = [
      "exec('ls')",
      'eval(x)',
      'deserialize(x)',
      'Math.random()',
      'rejectUnauthorized: false',
      'dangerouslySetInnerHTML',
      'window.postMessage',
      'new WebSocket(x)',
      'localStorage',
      "createHash('md5')",
      'console.log(x)',
    ]
    for (const [index, { what, pattern }] of forbidden.entries()) expect(pattern.test(samples[index]!), what).toBe(true)
  })
})

test('V1.2.4 a statement is made of fixed text: what is put in goes through `sql`, or is a name that stands in the code', () => {
  const calls = source
    .filter(([file]) => file.startsWith('src/store/'))
    .flatMap(([file, text]) =>
      [...text.matchAll(/\.query(?:<[^(]*>)?\(\s*(`[^`]*`|'[^']*'|"[^"]*"|[^)]*)/g)].map((match) => [file, match[1] ?? ''] as const),
    )
  const withText = calls
    .filter(([, statement]) => statement.includes('${'))
    .map(([file, statement]) => `${file}: ${statement.slice(0, 80)}`)
  expect(withText.filter((one) => !Object.keys(fixedNames).some((file) => one.startsWith(`${file}:`)))).toEqual([])
})

/** Statements with a name put in as text: who does so, and why it cannot come from outside. */
const fixedNames: Readonly<Record<string, string>> = {
  'src/store/backup/export-rows.ts': 'names from the catalogue of the database, through pg.escapeIdentifier',
  'src/store/backup/restore-tables.ts': 'names from the catalogue of the database, through pg.escapeIdentifier',
  'src/store/backup/restore-in-place.ts': 'names from the catalogue of the database, through pg.escapeIdentifier',
  'src/store/backup/restore-backup.ts': 'names from the catalogue of the database',
  'src/store/replica.ts': 'a number that stands in the same file',
}

/** Who opens a connection to another machine, and to which. */
const connecting: Readonly<Record<string, string>> = {
  'src/services/fetch-outside.ts': 'what is named at the terminal, and nothing inside the network',
  'src/services/identity-provider.ts': 'the providers that the configuration names',
  'src/services/mail.ts': 'the mail server that the configuration names',
  'src/services/public-address.ts': 'it tells addresses apart, and asks none',
  'src/store/embedded/open-embedded.ts': 'a socket in our own folder',
  'src/web/server.ts': 'it listens, and asks nobody',
  'src/web/short-form.ts': 'it reads what came to us, and asks nobody',
}

test('V1.3.6 V13.2.5 nothing but these connects to another machine, and none of them is given an address by a form', () => {
  const pattern =
    /from 'node:(net|http|https|http2|tls|dgram|dns)(\/promises)?'|(?<![\w.])fetch\(|from '(nodemailer|openid-client|undici|axios|ws)|new (XMLHttpRequest|EventSource)\b/
  const found = source.filter(([file, text]) => !file.startsWith('src/islands/') && pattern.test(text)).map(([file]) => file)
  expect(found).toEqual(Object.keys(connecting))
  for (const sample of ["from 'node:net'", 'await fetch(url)', "from 'openid-client'", 'new EventSource(x)'])
    expect(sample).toMatch(pattern)
  // What a form brings is read in the rooms of the web alone, and they have no way out.
  expect(source.filter(([file, text]) => file.startsWith('src/actions/') && pattern.test(text))).toEqual([])
})

test('V1.2.5 other programs are started by path and list of arguments', () => {
  const starting = source.filter(([, text]) => /from 'node:child_process'/.test(text))
  for (const [file, text] of starting) {
    const [, names = ''] = /import \{([^}]*)\} from 'node:child_process'/.exec(text) ?? []
    for (const name of names.split(',').map((one) => one.replace('type', '').trim()))
      expect(['fork', 'execFile', 'spawn', 'ChildProcess', ''], file).toContain(name)
  }
})

test('V1.2.9 a pattern made while running is made of what the code itself holds', () => {
  const made = source.flatMap(([file, text]) => [...text.matchAll(/new RegExp\(([^\n]*)/g)].map((match) => `${file}: ${match[1]}`))
  const known = [
    'src/web/multipart.ts',
    'src/formats/open-sdg/read-indicators.ts',
    'src/formats/table/plain-decimal.ts',
    'src/formats/programme-file/parse-yaml.ts',
    'src/books/cooperation/promise-rules.ts',
    'src/web/desk-cooperation-form.ts',
  ]
  expect(made.filter((one) => !known.some((file) => one.startsWith(file)))).toEqual([])
})

test('V1.2.7 V1.2.6 V1.3.8 V1.3.9 V4.3.1 there is no XPath, LDAP, memcache or GraphQL', () => {
  const { dependencies, devDependencies } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >
  const names = Object.keys({ ...dependencies, ...devDependencies })
  expect(
    names.filter((name) => /xpath|ldap|memcache|graphql|saml|jsonwebtoken|handlebars|ejs|pug|mustache|nunjucks|lodash/.test(name)),
  ).toEqual([])
})

describe('V1.2.9 no text makes a pattern run for ever', () => {
  const patterns = source.flatMap(([file, text]) => literalPatterns(text).map((pattern) => ({ file, pattern })))

  test('the patterns are found', () => {
    expect(patterns.length).toBeGreaterThan(150)
    expect(literalPatterns('x.replace(/a+b/g, y)')).toEqual(['/a+b/g'])
  })

  test('one that would is noticed', () => {
    expect(runsAway('/^(a+)+$/')).toBe(true)
    expect(runsAway('/^(\\w|\\d)*!$/')).toBe(true)
  })

  // The longest text that a form takes is 2,000 characters, an address 16,000.
  test('all of them come to an end', { timeout: 240_000 }, () => {
    const unique = [...new Map(patterns.map((one) => [one.pattern, one])).values()]
    expect(unique.filter(({ pattern }) => runsAway(pattern)).map(({ file, pattern }) => `${file}: ${pattern}`)).toEqual([])
  })
})

/** Pattern literals of a source text: after a sign that a value follows, so that a division is none. */
function literalPatterns(text: string): string[] {
  return [...text.matchAll(/(?:[(,=:[!&|?{};\n>]|return)\s*(\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[dgimsuvy]*)/g)]
    .map((match) => match[1] ?? '')
    .filter((pattern) => {
      try {
        vm.runInNewContext(pattern)
        return true
      } catch {
        return false // JSX, or a division after all
      }
    })
}

/** Whether a pattern is still at work after seconds on a text made to keep it so: many of what it takes, then something it does not. */
function runsAway(pattern: string): boolean {
  const taken = [...new Set([...pattern.replace(/\\[a-z]/gi, '').matchAll(/[\p{L}\d ,.:;'"<>&=_-]/gu)].map((match) => match[0]))].slice(
    0,
    6,
  )
  const pieces = [...new Set([...taken, 'a', '1', ' ', '\n', 'a1', ...(taken.length > 1 ? [taken.slice(0, 2).join('')] : [])])]
  const texts = pieces.flatMap((piece) => [
    piece.repeat(2000 / piece.length) + '\u0000',
    '\u0000' + piece.repeat(2000 / piece.length) + '!',
  ])
  try {
    vm.runInNewContext(
      `for (const text of texts) { const one = ${pattern}; one.lastIndex = 0; one.exec(text) }`,
      { texts },
      { timeout: 4000 },
    )
    return false
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return true
    throw error
  }
}

test('V3.3.1 V3.3.2 V3.3.3 V3.3.4 every cookie is for this host, over https, for no script, and not brought along by forms of others', () => {
  const calls = source.flatMap(([file, text]) =>
    [...text.matchAll(/\bsetCookie\(((?:[^()]|\([^()]*\))*)\)/g)].map((match) => ({ file, text, call: match[1] ?? '' })),
  )
  expect(calls.length).toBeGreaterThan(2)
  for (const { file, text, call } of calls) {
    expect(call, file).toMatch(/path: '\/'/)
    expect(call, file).toMatch(/httpOnly: true/)
    expect(call, file).toMatch(/sameSite: '(Lax|Strict)'/)
    expect(call, file).toMatch(/secure: isSecure\(site\)/)
    expect(call, file).not.toMatch(/\bdomain\b/)
    expect(text, file).toMatch(/__Host-/)
  }
})
