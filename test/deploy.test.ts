import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readConfiguration } from '../src/configuration.ts'

// What comes with the program for running it is as good as can be told without a server of one's own.
const root = path.resolve(import.meta.dirname, '..')
const fileOf = (name: string): string => fs.readFileSync(path.join(root, 'deploy', name), 'utf8')
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-deploy-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))
const has = (...command: [string, ...string[]]): boolean => spawnSync(command[0], command.slice(1)).error === undefined

describe('settings', () => {
  test('the example names settings that there are, and starts when the empty ones are filled in', () => {
    const settings = Object.fromEntries(
      fileOf('environment')
        .split('\n')
        .filter((line) => /^[A-Z]/.test(line))
        .map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]),
    )
    const known = fs.readFileSync(path.join(root, 'src/configuration.ts'), 'utf8')
    expect(Object.keys(settings).filter((name) => !known.includes(`  ${name}: z`))).toEqual([])
    const whole = { ...settings, MODE: 'production', SECRET_KEY: Buffer.alloc(32).toString('base64'), METRICS_TOKEN: 'f'.repeat(48) }
    expect(readConfiguration(whole)).toMatchObject({ mode: 'production', trustedProxies: ['127.0.0.1', '::1'] })
  })
})

const units = ['bagdar@.service', 'bagdar-backup.service', 'bagdar-backup.timer']

describe.runIf(has('systemd-analyze', '--version'))('units of systemd (skipped where systemd-analyze is missing)', () => {
  test('systemd takes them without a word', () => {
    for (const name of units) {
      // The programs of this machine, wherever they are; systemd looks whether they are there.
      const text = fileOf(name).replaceAll('/usr/bin/node', process.execPath)
      fs.writeFileSync(path.join(folder, name), text)
    }
    const files = ['bagdar@8080.service', ...units.slice(1)].map((name) => path.join(folder, name))
    fs.copyFileSync(path.join(folder, 'bagdar@.service'), files[0]!)
    const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', '--recursive-errors=no', ...files], {
      encoding: 'utf8',
    })
    expect(`${stdout}${stderr}`.split('\n').filter((line) => line.includes('bagdar'))).toEqual([])
    expect(status).toBe(0)
  })

  test('the web process is shut in well: exposure below 2 of 10', () => {
    const unit = path.join(folder, 'bagdar@8080.service')
    const { status, stdout } = spawnSync('systemd-analyze', ['security', '--offline=true', '--threshold=20', '--no-pager', unit], {
      encoding: 'utf8',
    })
    expect(status, stdout.split('\n').slice(-3).join('\n')).toBe(0)
  })
})

describe.runIf(has('nginx', '-v') && has('openssl', 'version'))('nginx (skipped where nginx or openssl is missing)', () => {
  test('nginx takes the example', () => {
    const [key, certificate] = ['key.pem', 'certificate.pem'].map((name) => path.join(folder, name))
    const made = spawnSync('openssl', [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-subj',
      '/CN=bagdar.example',
      '-keyout',
      key!,
      '-out',
      certificate!,
    ])
    expect(made.status).toBe(0)
    const site = fileOf('nginx.conf')
      .replace(/\S+fullchain\.pem/, certificate!)
      .replace(/\S+privkey\.pem/, key!)
      .replaceAll('/var/log/nginx', folder)
      .replace(
        /listen (\[::\]:)?(80|443)/g,
        (_all, six: string | undefined, port) => `listen ${six ?? '127.0.0.1:'}${port === '80' ? 18080 : 18443}`,
      )
    const whole = path.join(folder, 'nginx.conf')
    fs.writeFileSync(whole, `pid ${folder}/pid;\nevents {}\nhttp {\n${site}\n}\n`)
    const { status, stderr } = spawnSync('nginx', ['-t', '-q', '-c', whole, '-e', path.join(folder, 'error.log')], { encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })
})

describe.runIf(has('caddy', 'version'))('Caddy (skipped where it is missing)', () => {
  test('Caddy takes the example', () => {
    const file = path.join(root, 'deploy/Caddyfile')
    const { status, stderr } = spawnSync('caddy', ['validate', '--config', file, '--adapter', 'caddyfile'], {
      encoding: 'utf8',
      env: { ...process.env, HOME: folder },
    })
    expect(status, stderr).toBe(0)
    // It speaks only of its own start and end.
    expect(stderr).not.toMatch(/"level":"(warn|error)"/)
  })
})

describe('examples of proxies', () => {
  test.each(['nginx.conf', 'Caddyfile'])('%s: modern TLS, uploads, no metrics for the world, no readers in its log', (name) => {
    const text = fileOf(name)
    expect(text).toMatch(/TLSv1\.2 TLSv1\.3|tls1\.2 tls1\.3/)
    expect(text).toMatch(/\b52 ?m/i)
    expect(text).toContain('/metrics')
    expect(text).not.toMatch(/\$remote_addr[^;]*\$request_time|combined/)
  })
})

describe('Containerfile', () => {
  const known = ['FROM', 'WORKDIR', 'COPY', 'RUN', 'ENV', 'USER', 'VOLUME', 'EXPOSE', 'STOPSIGNAL', 'HEALTHCHECK', 'ENTRYPOINT', 'CMD']
  const instructions = fileOf('Containerfile')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => ({ name: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1) }))
  const restOf = (name: string): string[] => instructions.filter((one) => one.name === name).map(({ rest }) => rest)

  test('every line is an instruction, and lists of words are JSON', () => {
    expect(instructions.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([])
    for (const list of [...restOf('ENTRYPOINT'), ...restOf('CMD'), ...restOf('HEALTHCHECK').map((rest) => rest.replace(/^.*? CMD /, ''))])
      expect(JSON.parse(list)).toEqual(expect.arrayContaining([expect.any(String)]))
  })

  test('what it copies is there: from the checkout, or from what the first stage builds', () => {
    const copied = restOf('COPY').map((rest) => rest.split(' '))
    const stages = restOf('FROM').map((rest) => / AS (\w+)$/.exec(rest)?.[1])
    for (const words of copied) {
      const from = /^--from=(\w+)$/.exec(words[0] ?? '')?.[1]
      if (from !== undefined) expect(stages).toContain(from)
      else for (const source of words.slice(0, -1)) expect(fs.existsSync(path.join(root, source)), source).toBe(true)
    }
    const fromBuild = copied.filter(([first]) => first === '--from=build').map(([, source]) => source)
    expect(fromBuild).toEqual(['/build/package.json', '/build/node_modules', '/build/dist'])
  })

  test('the process has no rights, stops by SIGTERM, and is looked after', () => {
    const lastStage = instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM')).map(({ name }) => name)
    expect(lastStage).toEqual(expect.arrayContaining(['USER', 'STOPSIGNAL', 'HEALTHCHECK', 'VOLUME', 'ENTRYPOINT']))
    expect(restOf('USER')).toEqual(['10001:10001'])
    expect(restOf('FROM').every((image) => /:\d+-/.test(image))).toBe(true)
  })
})
