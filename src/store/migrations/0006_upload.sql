-- Figures on their way into the record: values that somebody has entered and not yet published, and files that were uploaded.
-- A person is an id that says nothing; a value that is published leaves this table and stands in a release.

create table entered_value (
  city_id uuid not null references city (id),
  id uuid not null,
  person_id uuid not null,
  series_id uuid not null,
  -- The natural key: the series may be a new one.
  series jsonb not null,
  -- Set where the source is a new one.
  source jsonb,
  time_period text not null,
  -- Null leaves a marked gap.
  value text,
  -- The value as it was typed.
  typed text not null,
  obs_status text,
  note jsonb,
  -- Where the source says so: document and page, or an address.
  place text not null,
  -- Why a standing value is corrected.
  reason text not null,
  -- The release whose value stood when the form was opened; null: none did.
  base_release uuid,
  entered_at timestamptz not null,
  primary key (city_id, id),
  unique (city_id, person_id, series_id, time_period)
);

create table upload (
  city_id uuid not null references city (id),
  id uuid not null,
  person_id uuid not null,
  -- The file lies under this name; what its owner calls it is only ever shown.
  sha256 text not null,
  name text not null,
  bytes integer not null,
  format text not null check (format in ('csv', 'xlsx')),
  uploaded_at timestamptz not null,
  -- What is to be done, and how far it is.
  task text not null check (task in ('explain', 'compare', 'draft')),
  state text not null check (state in ('waiting', 'reading', 'comparing', 'storing', 'done', 'failed')),
  -- Who works at it says so again and again; when this has passed, the process has died and another may take it.
  lease_until timestamptz,
  mapping text,
  explanation jsonb,
  report jsonb,
  refusal jsonb,
  -- The release that was stored from it: a draft, until somebody publishes that.
  release_id uuid,
  release_number integer,
  primary key (city_id, id)
);
create index upload_by_hash on upload (sha256);
