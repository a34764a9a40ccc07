import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { refuse, type Outcome } from '../books/outcome.ts'

export interface ReaderLimits {
  seconds: number
  megabytes: number
}

/** A whole national folder takes about a second and 200 MB. */
export const readerLimits: ReaderLimits = { seconds: 60, megabytes: 768 }

/**
 * Reads in a process of its own, which is ended when it takes too long or too much memory: hostile input stops its own
 * import and nothing else. (A worker thread would not do: it shares the memory of the server and dies with it.)
 *
 * Refusals  import_took_too_long, import_took_too_much_memory, import_reader_failed, and those of the reader itself
 *
 * @param program the reading program: `dist/reader-child.js`, or `src/reader-child.ts` under tsx
 */
export function readInChild<Answer>(program: string, request: object, limits: ReaderLimits = readerLimits): Promise<Outcome<Answer>> {
  return new Promise((resolve) => {
    const child = fork(program, [], {
      serialization: 'advanced',
      // A large nursery: a reader makes millions of short-lived texts.
      execArgv: [
        `--max-old-space-size=${limits.megabytes}`,
        '--max-semi-space-size=32',
        ...(program.endsWith('.ts') ? ['--import', 'tsx'] : []),
      ],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // No environment crosses over: secrets of the server are none of the reader's business.
      env: { NODE_ENV: 'production' },
    })
    let outcome: Outcome<Answer> | null = null
    let errors = ''
    const end = (result: Outcome<Answer>) => {
      outcome ??= result
      child.kill('SIGKILL')
    }
    const timer = setTimeout(() => end(refuse('import_took_too_long', undefined, { seconds: limits.seconds })), limits.seconds * 1000)
    const watch = watchMemory(child.pid, limits.megabytes, () =>
      end(refuse('import_took_too_much_memory', undefined, { megabytes: limits.megabytes })),
    )

    child.stderr?.on('data', (chunk: Buffer) => {
      if (errors.length < 10_000) errors += chunk.toString('utf8')
    })
    child.on('message', (message: unknown) => {
      if (message === 'ready') child.send(request, () => {})
      else outcome ??= message as Outcome<Answer>
    })
    child.on('error', () => end(refuse('import_reader_failed')))
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      clearInterval(watch)
      const outOfMemory = /heap out of memory|allocation failed/i.test(errors) || signal === 'SIGABRT'
      if (outcome) resolve(outcome)
      else if (outOfMemory) resolve(refuse('import_took_too_much_memory', undefined, { megabytes: limits.megabytes }))
      else
        resolve(
          refuse('import_reader_failed', undefined, {
            reason: errors.trim().split('\n').slice(-5).join(' ').slice(0, 300) || `exit ${code ?? signal}`,
          }),
        )
    })
  })
}

/** Buffers lie outside the heap that Node limits; where Linux tells the size of the whole process, that is limited too. */
function watchMemory(pid: number | undefined, megabytes: number, stop: () => void): NodeJS.Timeout {
  const limit = 2 * megabytes
  return setInterval(() => {
    try {
      const [, kilobytes = '0'] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid ?? 0}/status`, 'utf8')) ?? []
      if (Number(kilobytes) / 1024 > limit) stop()
    } catch {
      // No /proc here (macOS, Windows), or the child has just ended: the limits of heap and time remain.
    }
  }, 100)
}
