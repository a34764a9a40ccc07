// A translation program for tests: each text with its languages before it, in the way that docs/deploy.md describes.
import { text } from 'node:stream/consumers'

const { from, to, texts } = JSON.parse(await text(process.stdin))
process.stdout.write(JSON.stringify({ texts: texts.map((one) => `${from}→${to}: ${one}`) }))
