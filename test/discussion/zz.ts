import { runCorpus, tableOf } from './run-corpus.ts'
console.log(tableOf(runCorpus(7, 60, (one, found, verdict) => { if (verdict==='wrong') console.log(JSON.stringify({kind:one.kind,ids:one.ids,a:one.anchor,t:one.truth,found})) })))
