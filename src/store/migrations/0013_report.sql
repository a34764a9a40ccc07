-- What staff writes into the next report of a kind: one row for each place, in three languages.
create table report_text (
  city_id uuid not null references city (id),
  kind text not null,
  part text not null,
  text jsonb not null,
  revision integer not null,
  primary key (city_id, kind, part)
);

-- A report as it was published. It is never changed and never deleted; withdrawn, it stays readable.
create table published_report (
  city_id uuid not null references city (id),
  number integer not null,
  kind text not null,
  title jsonb not null,
  -- The moment whose record it tells.
  as_of timestamptz not null,
  published_at timestamptz not null,
  -- Over the hashes of its files.
  sha256 text not null,
  withdrawn_at timestamptz,
  withdrawal_reason text,
  primary key (city_id, number)
);

-- Its bytes in each language and format.
create table published_report_file (
  city_id uuid not null,
  number integer not null,
  language text not null,
  format text not null,
  sha256 text not null,
  content bytea not null,
  primary key (city_id, number, language, format),
  foreign key (city_id, number) references published_report (city_id, number)
);
