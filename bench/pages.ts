import { gzipSync } from 'node:zlib'
import { machine } from './harness.ts'

/** What pages weigh and how long the first and the second reader wait. Argument: address of a running site. */
const site = process.argv[2] ?? 'http://127.0.0.1:8080'
const paths = [
  '',
  '/programme',
  '/programme/goals/3.1.1.1',
  '/indicators',
  '/indicators/11.6.2',
  '/indicators/8.5.2',
  '/releases/2',
  '/gaps',
  '/search?q=water',
  '/methods',
]

const fetched = async (address: string): Promise<{ milliseconds: number; html: string }> => {
  const begin = performance.now()
  const html = await (await fetch(address)).text()
  return { html, milliseconds: performance.now() - begin }
}

console.log(machine())
for (const language of ['kk', 'ru', 'en']) {
  for (const path of paths) {
    const address = `${site}/${language}/almaty${path}`
    const first = await fetched(address)
    const again: number[] = []
    for (let run = 0; run < 20; run++) again.push((await fetched(address)).milliseconds)
    const weight = (gzipSync(first.html).length / 1024).toFixed(1)
    console.log(
      `${language}${path.padEnd(28)} first ${first.milliseconds.toFixed(0).padStart(5)} ms   again ${Math.min(...again)
        .toFixed(1)
        .padStart(5)} ms   ${weight.padStart(5)} KB gzip`,
    )
  }
}
