/** `bagdar --help`, and the help of each command. */
export const help: Readonly<Record<string, string>> = {
  '': `bagdar: the public record of a city's development programme

  bagdar serve                          the web site
  bagdar work                           only what is done apart from requests: mail, reminders, retention, uploads
  bagdar import open-sdg <folder>       figures from an Open SDG data folder
  bagdar import csv|xlsx <file>         figures from a table, with a declared mapping
  bagdar import sdmx <file|folder|address …>
                                        figures from SDMX messages, with their structure
  bagdar import city <folder>           a whole city from its own folder
  bagdar compute 11.2.1|11.3.1|11.6.2|11.7.1|degurba …
                                        SDG 11 from open data: streets, timetables, rasters
  bagdar opinion-groups <folder>        who votes alike in a Polis export, and what unites all
  bagdar discussion import <folder>     takes a Polis export into a consultation
  bagdar cooperation import <file>      a visit with what was said and promised, from one file
  bagdar cooperation import-csv <file>  partners or agreements from a table
  bagdar economy check <file>           what an input-output table holds, and whether its sums are right
  bagdar economy import|cities <file>   loads a table, or what is known of cities, for the economic notes
  bagdar economy twin --a CITY --b CITY the economic note about two cities, in eight parts
  bagdar programme check <file>         checks a programme, with line numbers
  bagdar programme import <file>        takes in a version of a programme
  bagdar programme export [<file>]      writes a version as YAML
  bagdar release publish|withdraw <n>   makes a draft public; takes a release back, with a reason
  bagdar report yearly|vlr|city|example|brief|press --out <file>
                                        a report from the record as PDF, DOCX or HTML
  bagdar export city <folder>           a whole city into its own folder
  bagdar export observations            all figures in force as CSV
  bagdar user invite|list|disable|enable|end-sessions
                                        who works here: a link that lets somebody in, and its end
  bagdar check                          what is damaged, and what needs attention: drafts, disputes, mistakes
  bagdar backup <file>                  everything at one moment into one file, also while the server runs
  bagdar restore <file>                 puts a backup into the database
  bagdar drill                          restores a backup aside and compares every table

Every command takes --help, and --json: one JSON document on standard output, all else on standard error.
A command that works on a city takes --city <name>; without it the only real city is meant
that is not there for comparison alone.

Settings are environment variables: PORT (8080), HOST (127.0.0.1), DATA_DIR (./data), DATABASE_URL, PUBLIC_URL,
MODE (demo or production), DEMO_PUBLIC, TRUSTED_PROXIES, FETCH_ALLOWED_HOSTS.

Exit codes: 0 done, 1 refused or errors in the data, 2 wrong command line, 70 something broke.`,
  serve: `bagdar serve

Serves the web site on HOST and PORT. In demo mode an empty database is filled with the demonstration cities first.

  PORT=8090 bagdar serve
  DATABASE_URL=postgres://bagdar@localhost/bagdar MODE=production PUBLIC_URL=https://bagdar.example bagdar serve`,
  work: `bagdar work

Does what waits in the queues: sends mail, reminds of deadlines, lets go of what has been kept long enough, works through uploads.
"bagdar serve" does all of that too; processes that do nothing else take it off the web. As many as you like, on one PostgreSQL.

  DATABASE_URL=postgres://bagdar@localhost/bagdar bagdar work`,
  import: `bagdar import open-sdg <folder> [--area CODE]
bagdar import csv|xlsx <file> --mapping <file> [--explain]
bagdar import sdmx <file|folder|address …> [--structure FILE|ADDRESS] [--indicator CODE]
bagdar import city <folder>

  --area CODE      only figures of this area, e.g. KZALA
  --source ID      who published the figures; kazstat unless told, of SDMX the agency that the messages name
  --structure …    the structure of SDMX messages, where it is not among them (docs/import-sdmx.md)
  --indicator CODE the indicator that SDMX messages are about, where neither their names nor their structure say it
  --mapping FILE   how the columns are to be read (docs/import-tables.md)
  --explain        shows how each column would be read, and stores nothing
  --dry-run        reads and compares, and stores nothing
  --draft          stores a draft: nobody sees it before "bagdar release publish"
  --city NAME      the city that takes the figures

The answer names rows, observations, series, what was added, changed and removed, notices by code, and milliseconds
by stage. The full report is a page: /en/{city}/releases/{number}.

  bagdar import open-sdg ../sdg-data --area KZALA
  bagdar import xlsx budget.xlsx --mapping budget.yaml --explain
  bagdar import sdmx messages/ --structure SDG_DSD.xml --city almaty --dry-run`,
  compute: `bagdar compute 11.2.1 --osm FILE --population FILE|NUMBER [--gtfs FILE …] [--boundary FILE …]
bagdar compute 11.7.1 --osm FILE --population FILE|NUMBER --boundary FILE
bagdar compute 11.3.1 --years Y,Y --built-past FILE|KM2 --built-present … --population-past FILE|NUMBER --population-present …
bagdar compute 11.6.2 --pm25 FILE --population FILE --year YEAR [--boundary FILE …] [--districts FILE]
bagdar compute degurba --population FILE [--land FILE --land-unit UNIT] [--districts FILE]

Computes an SDG 11 indicator from raw files (docs/guides/compute-from-open-data.md): the figure, its 95 % interval, the same
data by other methods, and what is wrong with the data.

11.2.1, share of people near public transport; 11.7.1, open public space and streets, and people near open space:
  --osm FILE         streets: an extract of OpenStreetMap (.osm.pbf)
  --gtfs FILE        timetable (.zip); may be given several times. Without it the stops of OpenStreetMap count
  --population FILE  raster (.tif), table of cells (.csv with lon, lat or H3, and population), polygons (.geojson, .gpkg);
                     or a number of people, to be spread over the buildings
  --group COLUMN     a column of people besides, e.g. SEX=F; may be given several times
  --boundary FILE    polygons; what lies inside all of them belongs to the city. 11.2.1 does without where cells are the city
  --districts FILE   polygons with code and name
  --draws N          draws for the interval (1000); 0 leaves it out
  --workers N        threads for the draws (1); the answer is the same for any number
  --year YEAR        the year that the figure is of; that of the streets unless told
  --out FOLDER       writes the result, GeoJSON, CSV, the map as PMTiles and the streets for what-if
  --city NAME        stores the figures and the map as a release; --draft keeps it from the public
  --licence TEXT     terms of the timetable, shown at the map; --attribution TEXT in place of © OpenStreetMap contributors

11.3.1, land consumption by population growth:
  --years Y,Y                the first and the last year: 1990,2015
  --built-past, --built-present            built-up land: a raster (.tif) or km²
  --built-unit share|percent|m2            what a cell of the rasters says; GHS-BUILT-S: m2
  --population-past, --population-present  raster, table of cells, polygons, or a number
  --formula UN-2021-linear|UN-2018-ln      which is the value (UN-2021-linear); both are told

11.6.2, fine particles weighted by population:
  --pm25 FILE        raster of annual means in µg/m³ (.tif), or stations (.csv with lon, lat, pm25, capture)

degurba, Degree of Urbanisation; the people of the whole region, without boundary:
  --land FILE        raster of permanent land; --land-unit share|percent|m2 (GHS-LAND: m2)
  --districts FILE   local units to be classified: polygons with code and name

  bagdar compute 11.3.1 --years 1990,2015 --built-past 24.4 --built-present 24.98 --population-past 318414 --population-present 443141
  bagdar compute 11.6.2 --pm25 pm25.tif --population pop.tif --boundary city.geojson --year 2023 --city almaty
  bagdar compute degurba --population GHS_POP.tif --districts units.geojson --out region
  bagdar compute 11.2.1 --osm city.osm.pbf --gtfs feed.zip --population pop.tif --boundary city.geojson --city almaty`,
  'opinion-groups': `bagdar opinion-groups <folder> [--mode bagdar|polis] [--draws N]

Reads the CSV files of a Polis export (summary, comments, participants-votes or votes) and tells the opinion groups, how many are possible
and how stable each is, the statements that represent each group and those that unite all, how many hidden votes the map of opinions
guesses, and how much the groups are like those that Polis published (docs/methods/opinion-groups.md). Nothing is stored.

  --mode bagdar   the same votes give the same groups; "no clear groups" is possible (this unless told)
  --mode polis    the method of Polis, with its quirks
  --draws N       how often participants are drawn anew for stability (20); 0 leaves it out

  bagdar opinion-groups ../openData/vtaiwan.uberx --json`,
  discussion: `bagdar discussion import <folder> --consultation N [--city NAME] [--language kk|ru|en]

Takes the CSV files of a Polis export (comments, participants-votes or votes) into a consultation that has no statements yet. What moderation
rejected there is rejected here. The map of opinions is published by the running site, within a minute. It works beside a running server and
is written in small steps: one that was stopped in between is taken into a new consultation.

  --consultation N  its number, as in its address
  --language        of the statements (en)

  bagdar discussion import ../openData/scoop-hivemind.biodiversity --city ulgiqala --consultation 3`,
  cooperation: `bagdar cooperation import <file> [--publish] [--dry-run] [--city NAME]
bagdar cooperation import-csv <file> --kind partner|agreement [--dry-run] [--city NAME]

"import" takes in a whole case: one YAML or JSON file with its sources beside it (docs/guides/cooperation-import.md). Every place in a
source is looked for there; each problem is named with its line. All of it is stored, or nothing; a case whose source is there already is
refused. "import-csv" takes rows of a CSV or XLSX table: those with a mistake are named with row and column, the others are added.

  --publish        all of the case becomes public, but for what the file keeps with the staff; without it nobody else sees it
  --kind KIND      what the table holds: partner or agreement
  --dry-run        reads and checks, and stores nothing

  bagdar cooperation import bangkok-2016.yaml --city almaty --publish
  bagdar cooperation import-csv partners.csv --kind partner --city almaty`,
  economy: `bagdar economy check <file or folder> [--year YEAR] [--unit UNIT] [--flows FILE]
bagdar economy import <file or folder> --title TEXT --licence TEXT --address URL [--year YEAR] [--unit UNIT] [--city NAME]
bagdar economy cities <file> [--city NAME]
bagdar economy twin --a CITY --b CITY [--table FILE] [--csv FILE] [--city NAME]

"check" reads an input-output table and says which regions and sectors it has, what they add up to, and what is not as it should be:
sums, negative cells, empty sectors, labels that do not match, two currencies or years. Nothing is stored in the record.
"import" keeps a table, or the margins of one, with where it is from. "cities" takes in what is known of cities (YAML): their parts in the
output of their countries, what visitors spend, and a table that stands beside the file. Both make the notes of the city anew.
"twin" tells the note about two cities in eight parts; a part that cannot be computed says what to load. Without --table the newest loaded
table that has both countries is used. Nothing is stored.

Layouts: ADB MRIO and WIOD (XLSX), OECD ICIO and national tables (CSV), a list of flows (CSV or Parquet), a list of margins (CSV), a folder
saved by pymrio, WIOD as bare numbers (docs/import-economy.md). Which one it is, the file shows itself.

  --year YEAR      the year, where the file does not name it
  --unit UNIT      the unit, where the file does not name it: "million USD"
  --flows FILE     writes the table to a new file as a list of flows (CSV), which other programs read
  --title, --licence, --address
                   where the table is from and on which terms; they stand beside every number
  --csv FILE       writes all tables of the note to a new file

  bagdar economy check "ADB-MRIO-2022.xlsx"
  bagdar economy import ADB-MRIO-2022.xlsx --title "ADB MRIO 2022" --licence "ADB" --address https://kidb.adb.org/mrio --city almaty
  bagdar economy twin --a almaty --b bangkok --json`,
  programme: `bagdar programme check <file>
bagdar programme import <file> [--draft]
bagdar programme export [<file>] [--version N]

One YAML or JSON file is one version of a programme (docs/programme-file.md). "check" names every problem with its
line; "import" takes the version in; "export" writes the latest version, or version N, to the file or the screen.

  bagdar programme check almaty-2020.yaml
  bagdar programme export --city ulgiqala --version 2 > adopted.yaml`,
  release: `bagdar release publish <number>
bagdar release withdraw <number> --reason TEXT

A draft becomes part of the record when it is published. A withdrawn release stays readable with its reason, and what
stood before it stands again.

  bagdar release withdraw 4 --reason "The file of the wrong year was sent"`,
  export: `bagdar export city <folder>
bagdar export observations [--indicator CODE] [--as-of DAY]

"city" writes everything of a city into a folder that "bagdar import city" reads (docs/city-folder.md).
"observations" prints the figures in force as CSV.

  bagdar export observations --indicator 11.6.2 --as-of 2025-01-01 > pm25.csv`,
  backup: `bagdar backup <file>

Writes everything that the database holds at one moment into a new file, also while the server runs, and reads the file
again. It restores into PostgreSQL and into the embedded database, with this version and later ones. It holds personal
data: keep it where only those may read it who may (docs/guides/backup.md).

  bagdar backup /var/backups/bagdar/$(date +%F).bagdar.gz`,
  restore: `bagdar restore <file> [--replace] [--erasures FILE]

Puts a backup into the database that DATABASE_URL or DATA_DIR names, whole or not at all. Stop the server first.

  --replace        what the database holds goes; without it only an empty database is taken
  --erasures FILE  people who are to stay forgotten, besides those that the database and DATA_DIR/erasures.log know

  bagdar restore 2026-11-22.bagdar.gz --replace`,
  drill: `bagdar drill

Takes a backup, restores it into an embedded database in the temporary folder (TMPDIR), and compares the hash of every
table. The page /trust shows when it went well last.

  bagdar drill --json`,
  report: `bagdar report yearly|vlr|city|example|brief|press --out FILE.pdf|FILE.docx|FILE.html [--city NAME] [--lang kk|ru|en] [--year YEAR] [--as-of DAY]

A report from the figures of the record, as they stood on a day; without --as-of today, without --lang in Kazakh. Every figure
is a link to its page and carries the day on which it came out. The same record gives the same bytes. What staff has
written for the next report at the desk stands in it.

  yearly   the programme in one year: plan, actual, deviation and reason of each target indicator, money planned and
           spent of each measure; without --year the last whole year of the programme
  vlr      the Voluntary Local Review: DESA's outline with the tables of the record
  city     the section on the city in ESCAP's report on cities
  example  the sheet for UN-Habitat with the matrix of the Urban Monitoring Framework
  brief    two pages: progress by Sustainable Development Goal, what is strongest and weakest
  press    the three most important changes since the same day a year before

Set PUBLIC_URL, so that links lead to where readers find the site.

  bagdar report yearly --city almaty --year 2020 --lang ru --out almaty-2020.pdf`,
  user: `bagdar user invite --city NAME --role ROLE --email ADDRESS [--name NAME] [--department ID] [--language kk|ru|en]
bagdar user list [--city NAME]
bagdar user disable|enable --email ADDRESS
bagdar user end-sessions --email ADDRESS|--all

"invite" prints a link that is good once, for an hour: whoever opens it chooses a password and sets up a second factor. There is
no account and no password from the start; the first administrator comes in this way. Roles: administrator, editor, data_officer
(with the id of a department), moderator, international_office, auditor. "disable" keeps somebody from signing in and ends her
sessions; what she did stays.

  bagdar user invite --city almaty --role administrator --email a.saparova@almaty.example`,
  check: `bagdar check [--city NAME]

Looks through the record of a city. Damage: values without a series or a release, values whose text and number differ,
computed files and releases that do not hold what they name, a history that somebody changed; each finding says what to
do, and the exit code is 1. Work that waits: drafts, figures in dispute, mistakes that readers reported.

  bagdar check --city almaty --json`,
}
