-- People: the only tables that hold anything personal. `store/people.ts` is their one door; everywhere else a person is an id that says
-- nothing. Data catalogue: docs/privacy.md.

create table person (
  id uuid primary key,
  -- Lower case, so that one address is one person. Null after erasure.
  email text unique,
  name text not null,
  language text not null check (language in ('kk', 'ru', 'en')),
  created_at timestamptz not null,
  -- Somebody who left: may not sign in, what she did stays.
  disabled_at timestamptz,
  erased_at timestamptz,
  check ((email is null) = (erased_at is not null))
);

create table membership (
  city_id uuid not null references city (id),
  person_id uuid not null references person (id),
  role text not null,
  -- '' for roles that reach the whole city.
  department text not null default '',
  since timestamptz not null,
  primary key (city_id, person_id, role, department)
);
create index membership_by_person on membership (person_id);

create table department (
  city_id uuid not null references city (id),
  id text not null,
  content jsonb not null,
  primary key (city_id, id)
);

-- What proves who somebody is.
create table password (
  person_id uuid primary key references person (id),
  hash text not null,
  changed_at timestamptz not null
);

create table totp (
  person_id uuid primary key references person (id),
  -- Sealed with the key of the installation.
  secret bytea not null,
  -- A code is good once: the last step that was used.
  last_step bigint not null,
  confirmed_at timestamptz
);

create table recovery_code (
  person_id uuid not null references person (id),
  hash text not null,
  used_at timestamptz,
  primary key (person_id, hash)
);

create table passkey (
  id text primary key,
  person_id uuid not null references person (id),
  public_key bytea not null,
  counter bigint not null,
  transports jsonb not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_by_person on passkey (person_id);

-- A person as an identity provider knows her.
create table identity (
  issuer text not null,
  subject text not null,
  person_id uuid not null references person (id),
  linked_at timestamptz not null,
  primary key (issuer, subject)
);
create index identity_by_person on identity (person_id);

create table session (
  id uuid primary key,
  -- SHA-256 of the token that the browser holds.
  token_hash text not null unique,
  person_id uuid not null references person (id),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  authenticated_at timestamptz not null,
  second_factor boolean not null,
  -- How it began: code, link, passkey, password, identity_provider.
  method text not null,
  -- Browser and system in two words, so that a person knows her own sessions apart.
  device text not null,
  -- The city whose provider vouched for her: the session reaches that city and no other. Null: she proved herself to us.
  city_id uuid references city (id),
  ended_at timestamptz
);
create index session_by_person on session (person_id);

-- Codes, links and challenges: good once, and not for long. Only their hashes are kept.
create table one_time_token (
  id uuid primary key,
  -- sign_in, invite, reset, email_change, passkey, identity_provider, second_factor
  purpose text not null,
  person_id uuid references person (id),
  secret_hash text not null,
  code_hash text,
  -- What the step after it needs to know: address, challenge, where to go on to.
  content jsonb not null,
  attempts integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index one_time_token_by_secret on one_time_token (secret_hash);

-- How often something was tried, per window: by address of the network, by account.
create table attempt (
  key text not null,
  window_start timestamptz not null,
  count integer not null,
  primary key (key, window_start)
);

-- Messages on their way. A row goes when its message was taken by the mail server; in demo mode the mailbox shows it.
create table mail (
  id uuid primary key,
  recipient text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null,
  attempts integer not null default 0,
  sent_at timestamptz,
  failed_at timestamptz
);

-- Words that a resident wrote, apart from the things that refer to them. Erasure deletes the row: text and nonce. Other tables hold the id,
-- and history a keyed hash (HMAC with the nonce), which without the nonce says nothing.
create table resident_text (
  city_id uuid not null references city (id),
  id uuid not null,
  person_id uuid not null references person (id),
  text text not null,
  nonce bytea not null,
  written_at timestamptz not null,
  primary key (city_id, id)
);
create index resident_text_by_person on resident_text (person_id);

-- Who is to stay forgotten when an older backup is restored. An id of a person that no longer exists is no personal data.
create table erasure (
  person_id uuid primary key,
  at timestamptz not null
);

-- The history of the desk: lines are only added, numbered within a city (null: the installation) and chained by hash.
create table change (
  id uuid primary key,
  city_id uuid references city (id),
  number bigint not null,
  at timestamptz not null,
  person_id uuid,
  action text not null,
  subject text not null,
  before jsonb,
  after jsonb,
  hash text not null
);
create unique index change_by_number on change (coalesce(city_id, '00000000-0000-0000-0000-000000000000'), number);
create index change_by_subject on change (city_id, subject, number);

-- Forms that were done: the same form sent again gets the same answer and changes nothing.
create table form_key (
  key text primary key,
  -- Person, address and fields of the form: the same key with another form is an error, not an answer.
  request_hash text not null,
  status integer,
  location text,
  done_at timestamptz not null
);

-- What readers report may be signed, so that they can see what became of it.
alter table mistake_report add column person_id uuid;
alter table mistake_report add column answer jsonb;
alter table mistake_report add column answered_at timestamptz;
alter table mistake_report add column answered_by uuid;
-- The words of somebody who is signed in stand in resident_text, and `text` is empty.
alter table mistake_report add column text_id uuid;
-- What became of it: corrected, kept (the figure stays), passed_on (to the source). Null: nobody has answered yet.
alter table mistake_report add column outcome text;
create index mistake_report_by_person on mistake_report (person_id);
