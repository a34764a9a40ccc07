import { openRooms } from '/work/main/src/open-rooms.ts'
import { readConfiguration } from '/work/main/src/configuration.ts'
import { importCity } from '/work/main/src/actions/import-city.ts'
import { readCityFolder } from '/work/main/src/formats/city-folder/read-city-folder.ts'
import { readFolder } from '/work/main/src/formats/city-folder/read-folder.ts'
import fs from 'node:fs'
const dir = fs.mkdtempSync('/tmp/sp-q-')
const rooms = await openRooms(readConfiguration({ DATA_DIR: dir }), false)
const { folder } = readCityFolder(readFolder('/work/main/demo/almaty'))
await importCity(folder!, rooms.record, () => {})
const r = rooms.record, city = (await r.listCities())[0]!, now = new Date()
const time = async (n: string, f: () => Promise<any>) => { await f(); const t = performance.now(); for (let i=0;i<5;i++) await f(); const v = await f(); console.log(n, ((performance.now()-t)/6).toFixed(1), 'ms', v?.length ?? v?.size ?? v) }
for (const k of ['listIndicators','listAreas','listCodes','listSources','listReleases','listProgrammeVersions','listRivalReasons'] as const) await time(k, () => (r as any)[k](city, now))
await time('stamp', () => r.stamp()); await time('findCity', () => r.findCity('almaty'))
for (const code of ['11.6.2','3.2.1','9.1.2','8.6.1']) { await time('series '+code, () => r.listSeries(city, now, {indicator: code})); const s = await r.listSeries(city, now, {indicator: code}); let f: any; await time('figures '+code, async()=> (f = await r.listFigures(city, now, s.map(x=>x.id)))); console.log([...f.values()].reduce((a:number,b:any)=>a+b.length,0))}
const { rows } = await rooms.database.pool.query(`select s.indicator, count(distinct s.id) series, count(*) n from series s join observation o on o.series_id=s.id group by 1 order by 3 desc limit 12`); console.table(rows)
const s = await r.listSeries(city, now, {indicator: '3.2.1'})
const ids = s.map(x=>x.id)
const rel = (await r.listReleases(city, now)).map(x=>x.id)
const ex = await rooms.database.pool.query(`explain (analyze, buffers) select * from observation where city_id=$1 and series_id = any($2::uuid[]) and release_id = any($3::uuid[])`, [city.id, ids, rel])
console.log(rel.length, ids.length); for (const x of ex.rows) console.log(x['QUERY PLAN'].slice(0,300))
const ex2 = await rooms.database.pool.query(`explain (analyze) select s.* from series s where s.city_id=$1 and s.indicator='3.2.1' and s.id in (select series_id from series_release where city_id=$1 and release_id=any($2::uuid[]))`, [city.id, rel])
for (const x of ex2.rows) console.log(x['QUERY PLAN'].slice(0,300))
await rooms.close(); fs.rmSync(dir,{recursive:true})
