import fs from 'node:fs'
import { createRequire } from 'node:module'
import init, { TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler'

const { resolve } = createRequire(import.meta.url)
const wasm = '@myriaddreamin/typst-ts-web-compiler/wasm'
const fonts = ['400Regular', '600SemiBold'].map((weight) => `@expo-google-fonts/golos-text/${weight}/GolosText_${weight}.ttf`)

/** All diagnostics, as objects. */
const fullDiagnostics = 3

/**
 * Sets a document with Typst and returns it as a tagged PDF. It sees the source, the data and its two fonts: no file of the machine and no
 * network. Starting takes about 0.4 s, the first document as long again: call it in a thread (`typeset-thread.ts`).
 *
 * @throws {Error} the source cannot be set; the message says where
 */
export async function typesetPdf({ source, data }: { source: string; data: object }): Promise<Uint8Array> {
  await init({ module_or_path: fs.readFileSync(resolve(wasm)) })
  const builder = new TypstCompilerBuilder()
  builder.set_dummy_access_model()
  for (const font of fonts) await builder.add_raw_font(fs.readFileSync(resolve(font)))
  const compiler = await builder.build()
  compiler.add_source('/main.typ', source)
  compiler.map_shadow('/data.json', new TextEncoder().encode(JSON.stringify(data)))
  const answer = compiler.compile('/main.typ', null, 'pdf', fullDiagnostics) as { result?: Uint8Array; diagnostics?: unknown }
  if (answer.result === undefined) throw new Error(`Typst could not set the document: ${JSON.stringify(answer.diagnostics)}`)
  return answer.result
}
