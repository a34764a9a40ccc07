-- The record: cities, what they measure, and the releases that brought it.
-- Nothing here is updated but the status of a release; a correction is a new release.
-- Every large table has city_id in its key, so that cities can live on different machines.

create table city (
  id uuid primary key,
  slug text not null unique,
  position integer not null,
  name jsonb not null,
  ref_area text not null,
  time_zone text not null,
  invented boolean not null
);

create table release (
  city_id uuid not null references city (id),
  id uuid not null,
  number integer not null,
  kind text not null check (kind in ('import', 'computation', 'entry')),
  title jsonb not null,
  source text,
  made_by text not null,
  recorded_at timestamptz not null,
  status text not null check (status in ('draft', 'published', 'withdrawn')),
  published_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_reason text,
  parameters jsonb not null,
  code_version text not null,
  files jsonb not null,
  counts jsonb not null,
  notice_counts jsonb not null,
  primary key (city_id, id),
  unique (city_id, number),
  check ((status = 'draft') = (published_at is null)),
  check ((status = 'withdrawn') = (withdrawn_at is not null)),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);

create table notice (
  city_id uuid not null,
  release_id uuid not null,
  position integer not null,
  code text not null,
  severity text not null check (severity in ('error', 'warning', 'info')),
  file text,
  line integer,
  "column" text,
  value text,
  details jsonb not null,
  primary key (city_id, release_id, position),
  foreign key (city_id, release_id) references release (city_id, id)
);
create index notice_by_code on notice (city_id, release_id, code, position);

-- Names and definitions change too: each release keeps the entries that it changed.
create table entry (
  city_id uuid not null,
  kind text not null check (kind in ('indicator', 'area', 'code', 'source', 'rival_reason')),
  key text not null,
  release_id uuid not null,
  content jsonb not null,
  primary key (city_id, kind, key, release_id),
  foreign key (city_id, release_id) references release (city_id, id)
);

create table series (
  city_id uuid not null references city (id),
  id uuid not null,
  address text not null,
  indicator text not null,
  ref_area text not null,
  source text not null,
  method text not null,
  boundary text not null,
  unit text not null,
  dimensions jsonb not null,
  primary key (city_id, id),
  unique (city_id, address)
);
create index series_by_indicator on series (city_id, indicator);
create index series_by_area on series (city_id, ref_area);

-- Which release said something in which series: what a page needs to know before it reads a single value.
create table series_release (
  city_id uuid not null,
  release_id uuid not null,
  series_id uuid not null,
  primary key (city_id, release_id, series_id)
);

-- Several rows of one release for one period differ only in position: then the figure is disputed.
-- No foreign keys: they look up two rows for every value and make an import of 45,000 values twice as slow. What is
-- written goes through `write-record.ts`, and `bagdar check` finds values without series or release.
create table observation (
  city_id uuid not null,
  series_id uuid not null,
  time_period text not null,
  release_id uuid not null,
  position smallint not null,
  value text,
  obs_value double precision,
  obs_status text,
  note jsonb,
  file text,
  line integer,
  origin_row text,
  origin_cell text,
  primary key (city_id, series_id, time_period, release_id, position)
);

-- One version of a programme is one whole document; it becomes public with its release.
create table programme_version (
  city_id uuid not null,
  programme text not null,
  number integer not null,
  release_id uuid not null,
  content jsonb not null,
  primary key (city_id, programme, number, release_id),
  foreign key (city_id, release_id) references release (city_id, id)
);

-- What readers report as wrong. Not part of the record; no name and no address is asked.
create table mistake_report (
  city_id uuid not null references city (id),
  number integer not null,
  series_id uuid not null,
  time_period text not null,
  text text not null,
  reported_at timestamptz not null,
  primary key (city_id, number)
);
