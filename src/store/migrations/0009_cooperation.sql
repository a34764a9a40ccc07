-- Cooperation: what partners said, promised and agreed, and what became of it. Records of every kind stand in one table: they name each
-- other by number, `books/cooperation/records.ts` has what each holds, and the actions check it. What happened is only ever added.

create table cooperation_record (
  city_id uuid not null references city (id),
  kind text not null check (kind in ('source', 'partner', 'person', 'membership', 'event', 'attendance', 'topic', 'statement', 'commitment',
    'assignment', 'agreement', 'partnership', 'project')),
  number integer not null,
  content jsonb not null,
  -- Null: staff alone see it.
  published_at timestamptz,
  revision integer not null default 1,
  primary key (city_id, kind, number)
);
-- Finds records that name another: content @> '{"event": 3}'.
create index cooperation_record_by_content on cooperation_record using gin (content jsonb_path_ops);

-- A place in a source document that bears a record out: UTF-16 units of its text in NFC, the end not included.
create table evidence (
  city_id uuid not null references city (id),
  number integer not null,
  subject_kind text not null,
  subject_number integer not null,
  source integer not null,
  start_unit integer not null,
  end_unit integer not null,
  exact text not null,
  -- The verb of a commitment, within the place.
  marker_start integer,
  marker_end integer,
  primary key (city_id, number),
  check (start_unit >= 0 and start_unit < end_unit),
  check (marker_start is null or (marker_start >= start_unit and marker_start < marker_end and marker_end <= end_unit))
);
create index evidence_by_subject on evidence (city_id, subject_kind, subject_number);
create index evidence_by_source on evidence (city_id, source);

-- What happened to a commitment or an assignment; where it stands is computed from it.
create table status_event (
  city_id uuid not null references city (id),
  subject_kind text not null check (subject_kind in ('commitment', 'assignment')),
  subject_number integer not null,
  number integer not null,
  kind text not null check (kind in ('confirmed', 'started', 'reported', 'done', 'lapsed', 'withdrawn', 'superseded', 'retracted')),
  -- ISO day in the world.
  happened_on text not null,
  -- Number of the evidence.
  evidence integer,
  note jsonb not null,
  retracts integer,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (city_id, subject_kind, subject_number, number)
);

-- Deadlines, the ones before too, each with the reason why it was moved.
create table deadline (
  city_id uuid not null references city (id),
  subject_kind text not null check (subject_kind in ('commitment', 'assignment')),
  subject_number integer not null,
  number integer not null,
  -- As far as it is known: year, month or day (ISO); '' takes it away.
  due text not null,
  reason text not null,
  set_at timestamptz not null,
  set_by uuid,
  primary key (city_id, subject_kind, subject_number, number)
);

-- The signed paper, as it was scanned.
create table agreement_file (
  city_id uuid not null references city (id),
  agreement integer not null,
  number integer not null,
  name text not null,
  media_type text not null,
  sha256 text not null,
  content bytea not null,
  added_at timestamptz not null,
  added_by uuid,
  primary key (city_id, agreement, number)
);

-- An electronic signature of a file. Bagdar verifies none itself; it keeps what is needed to verify it and what a verifier answered.
create table signature (
  city_id uuid not null references city (id),
  agreement integer not null,
  file integer not null,
  number integer not null,
  signer text not null,
  file_sha256 text not null,
  signature bytea not null,
  -- Token of a time stamping authority (RFC 3161).
  time_stamp bytea,
  -- Name of the verifier and its answer, certificate status included; null: not verified.
  verifier text,
  answer jsonb,
  checked_at timestamptz,
  primary key (city_id, agreement, file, number)
);

-- What was sent about assignments, so that it is sent once.
create table reminder (
  city_id uuid not null references city (id),
  -- 'assignment/7/2026-12-01/14', 'overdue/2026-11-23/commitment/3', 'nameless/2026-11-23/commitment/3'
  key text not null,
  sent_at timestamptz not null,
  primary key (city_id, key)
);

-- Grows with each change of what is shown of a city's cooperation.
create table cooperation_revision (
  city_id uuid primary key references city (id),
  revision bigint not null
);

-- Who meets whom at a forum: what was asked for, and the schedule that was computed from it.
create table forum_matching (
  city_id uuid not null references city (id),
  -- Number of the forum among the events.
  event integer not null,
  -- Participants, projects, time slots, preferences: `books/cooperation/forum/`.
  input jsonb not null,
  -- Null: not computed since the input changed.
  schedule jsonb,
  computed_at timestamptz,
  revision integer not null default 1,
  primary key (city_id, event)
);
