-- Discussion: what the city asks about a version of its programme, what people say, how they vote, and what became of it.
-- Words of residents stand in resident_text (store/people.ts is their door), here only their ids. Within a consultation things are numbered
-- from 1 in the order in which they came; a participant is such a number, and only the door knows which person that is.

create table consultation (
  city_id uuid not null references city (id),
  id uuid not null,
  number integer not null,
  programme text not null,
  version integer not null,
  -- Title, question, who is asked, rules.
  content jsonb not null,
  -- How people prove that they are one: mail, code, identity_provider.
  level text not null check (level in ('mail', 'code', 'identity_provider')),
  -- Days in the time zone of the city (ISO), both inclusive.
  opens_on text not null,
  closes_on text not null,
  -- Null: staff alone see it.
  published_at timestamptz,
  -- Which series of the record the voices are held against; null: none chosen.
  census jsonb,
  last_participant integer not null default 0,
  last_contribution integer not null default 0,
  last_statement integer not null default 0,
  last_answer integer not null default 0,
  last_decision integer not null default 0,
  -- Grows with everything that changes a public page, votes excepted.
  revision bigint not null default 0,
  primary key (city_id, id),
  unique (city_id, number)
);

-- What happened to it, only added: opened, extended, closed, answered.
create table consultation_event (
  city_id uuid not null,
  consultation_id uuid not null,
  number integer not null,
  kind text not null check (kind in ('opened', 'extended', 'closed', 'answered')),
  at timestamptz not null,
  done_by uuid,
  -- Of an extension: the old day and the new one. With every event, where there is one: the reason.
  details jsonb not null,
  primary key (city_id, consultation_id, number),
  foreign key (city_id, consultation_id) references consultation (city_id, id)
);

-- Somebody who takes part in one consultation: the same person is another number in another one.
create table participant (
  city_id uuid not null,
  consultation_id uuid not null,
  number integer not null,
  -- Null on paper, and after erasure.
  person_id uuid references person (id),
  level text not null check (level in ('mail', 'code', 'identity_provider', 'paper')),
  channel text not null check (channel in ('web', 'paper', 'meeting', 'import')),
  joined_at timestamptz not null,
  -- From 0 to 255, drawn once: it makes the noise of a protected cell the same every time it is asked for, in whatever table. It belongs to
  -- the participant and not to a declaration, or else one could take that back and give it again until the noise is averaged away.
  cell_key integer not null default ('x' || left(replace(gen_random_uuid()::text, '-', ''), 2))::bit(8)::integer,
  primary key (city_id, consultation_id, number),
  foreign key (city_id, consultation_id) references consultation (city_id, id)
);
create index participant_by_person on participant (person_id);

-- One person takes part once, by whatever way she comes: each way is a key, and a key belongs to one participant.
-- 'person:…' an account, 'code:…' the hash of a code that the city handed out, 'receipt:…' the number of a paper form.
create table participant_key (
  city_id uuid not null,
  consultation_id uuid not null,
  key text not null,
  participant integer not null,
  primary key (city_id, consultation_id, key)
);

-- Codes that the city hands out, on paper or by post; only their hashes are kept.
create table participation_code (
  city_id uuid not null,
  consultation_id uuid not null,
  hash text not null,
  -- To whom they went, in words: "schools of Tau district".
  batch text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (city_id, consultation_id, hash),
  foreign key (city_id, consultation_id) references consultation (city_id, id)
);

-- Associations, assemblies, public councils, parties: what they say counts as theirs, apart from what persons say.
create table organisation (
  city_id uuid not null references city (id),
  id uuid not null,
  kind text not null check (kind in ('association', 'assembly', 'public_council', 'party', 'business', 'other')),
  name jsonb not null,
  -- How it was verified: register and number of the entry.
  evidence text not null,
  verified_at timestamptz not null,
  verified_by uuid not null,
  ended_at timestamptz,
  primary key (city_id, id)
);

create table organisation_member (
  city_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null references person (id),
  since timestamptz not null,
  primary key (city_id, organisation_id, person_id),
  foreign key (city_id, organisation_id) references organisation (city_id, id)
);
create index organisation_member_by_person on organisation_member (person_id);

-- Paper has no account behind it.
alter table resident_text alter column person_id drop not null;

-- Translations of residents' words, in versions; the original is never touched. They go with it.
create table resident_text_translation (
  city_id uuid not null,
  text_id uuid not null,
  language text not null check (language in ('kk', 'ru', 'en')),
  version integer not null,
  text text not null,
  -- author, moderator, service
  made_by text not null check (made_by in ('author', 'moderator', 'service')),
  person_id uuid,
  made_at timestamptz not null,
  primary key (city_id, text_id, language, version),
  foreign key (city_id, text_id) references resident_text (city_id, id) on delete cascade
);

create table contribution (
  city_id uuid not null,
  consultation_id uuid not null,
  number integer not null,
  kind text not null check (kind in ('comment', 'suggestion', 'reply')),
  -- What a reply replies to.
  parent integer,
  participant integer not null,
  organisation_id uuid,
  language text not null check (language in ('kk', 'ru', 'en')),
  -- Where in the programme: section, sentence, and the words themselves (W3C TextQuoteSelector). Null: the whole text.
  section text,
  sentence text,
  anchor jsonb,
  text_id uuid not null,
  -- The wording that is suggested for the sentence.
  wording_id uuid,
  channel text not null check (channel in ('web', 'paper', 'meeting', 'import')),
  receipt text,
  written_at timestamptz not null,
  -- held: waits for a moderator; hidden: a moderator took it out; withdrawn: its author did.
  state text not null check (state in ('shown', 'held', 'hidden', 'withdrawn')),
  -- What checks of the text found: codes.
  findings jsonb not null,
  answer integer,
  primary key (city_id, consultation_id, number),
  foreign key (city_id, consultation_id) references consultation (city_id, id)
);
create index contribution_by_sentence on contribution (city_id, consultation_id, sentence, number);
create index contribution_by_section on contribution (city_id, consultation_id, section, number);
create index contribution_by_state on contribution (city_id, state, consultation_id, number);
create index contribution_by_participant on contribution (city_id, consultation_id, participant);
create index contribution_by_parent on contribution (city_id, consultation_id, parent);
create unique index contribution_by_receipt on contribution (city_id, consultation_id, receipt, kind, sentence) where receipt is not null;

-- One answer may be for a cluster of like contributions. A corrected answer is a new one; the old one stays in the history.
create table official_answer (
  city_id uuid not null,
  consultation_id uuid not null,
  number integer not null,
  decision text not null check (decision in ('accepted', 'partly', 'not_accepted', 'outside_powers')),
  reason jsonb not null,
  answered_at timestamptz not null,
  answered_by uuid not null,
  -- The answer whose place it takes, and when the first of them was given: a correction does not set the clock back.
  corrects integer,
  first_answered_at timestamptz not null,
  primary key (city_id, consultation_id, number),
  foreign key (city_id, consultation_id) references consultation (city_id, id)
);

-- Which contribution caused which change of the text: the sentence of a later version.
create table contribution_change (
  city_id uuid not null,
  consultation_id uuid not null,
  contribution integer not null,
  version integer not null,
  sentence text not null,
  linked_at timestamptz not null,
  linked_by uuid not null,
  primary key (city_id, consultation_id, contribution, version, sentence)
);
create index contribution_change_by_version on contribution_change (city_id, consultation_id, version, sentence);

create table statement (
  city_id uuid not null,
  consultation_id uuid not null,
  number integer not null,
  -- The city's own statements; null where a resident wrote it.
  text jsonb,
  text_id uuid,
  participant integer,
  language text,
  -- What it is about: sentence, measure, indicator; null: the whole programme.
  subject_kind text check (subject_kind in ('sentence', 'measure', 'indicator')),
  subject text,
  state text not null check (state in ('shown', 'held', 'rejected')),
  written_at timestamptz not null,
  primary key (city_id, consultation_id, number),
  foreign key (city_id, consultation_id) references consultation (city_id, id),
  check ((text is null) <> (text_id is null))
);

-- One vote per participant and statement; who changes it changes it here. Opinions by person never leave the system.
create table vote (
  city_id uuid not null,
  consultation_id uuid not null,
  participant integer not null,
  statement integer not null,
  choice smallint not null check (choice in (-1, 0, 1)),
  -- How often it was changed.
  changes smallint not null default 0,
  cast_at timestamptz not null,
  channel text not null,
  -- The probability with which the statement was shown, where it was drawn.
  probability real,
  primary key (city_id, consultation_id, participant, statement)
);

-- What was shown to whom with which probability, whether or not there was a vote.
create table statement_shown (
  city_id uuid not null,
  consultation_id uuid not null,
  participant integer not null,
  statement integer not null,
  shown_at timestamptz not null,
  probability real not null,
  primary key (city_id, consultation_id, participant, statement, shown_at)
);

-- Opinion groups as they were published: in batches, ten votes and an hour apart.
create table opinion_batch (
  city_id uuid not null,
  consultation_id uuid not null,
  number integer not null,
  made_at timestamptz not null,
  votes integer not null,
  participants integer not null,
  result jsonb not null,
  -- HMAC of the whole result with the salt: says that it was so, and nothing about anybody.
  hash text not null,
  salt bytea not null,
  -- The votes that were counted, packed: of the newest batch alone, so that auditors can compute it again.
  input bytea,
  primary key (city_id, consultation_id, number),
  foreign key (city_id, consultation_id) references consultation (city_id, id)
);

-- What participants say about themselves, if they want to: district, age, sex, language, ethnicity. Kept apart, never an input to anything
-- but the protected tables.
create table declaration (
  city_id uuid not null,
  consultation_id uuid not null,
  participant integer not null,
  field text not null check (field in ('district', 'age', 'sex', 'language', 'ethnicity')),
  value text not null,
  declared_at timestamptz not null,
  primary key (city_id, consultation_id, participant, field)
);

-- Protected tables as they were published, never live.
create table voice_batch (
  city_id uuid not null,
  consultation_id uuid not null,
  number integer not null,
  made_at timestamptz not null,
  result jsonb not null,
  -- What the next batch must know of this one: how many there really were in each cell, and when. Of the newest batch alone; stays inside.
  cells jsonb,
  primary key (city_id, consultation_id, number),
  foreign key (city_id, consultation_id) references consultation (city_id, id)
);

-- What moderators decided, only added; the public log is made of it.
create table moderation_decision (
  city_id uuid not null,
  consultation_id uuid not null,
  number integer not null,
  subject_kind text not null check (subject_kind in ('contribution', 'statement')),
  subject integer not null,
  action text not null check (action in ('shown', 'hidden', 'rejected', 'restored')),
  -- Which rule of the published policy.
  rule text,
  reason jsonb not null,
  -- Keyed hash of the words that were hidden.
  proof text,
  decided_at timestamptz not null,
  decided_by uuid not null,
  primary key (city_id, consultation_id, number),
  foreign key (city_id, consultation_id) references consultation (city_id, id)
);

create table appeal (
  city_id uuid not null,
  consultation_id uuid not null,
  -- The decision that it is against.
  decision integer not null,
  participant integer not null,
  text_id uuid not null,
  appealed_at timestamptz not null,
  outcome text check (outcome in ('upheld', 'rejected')),
  answer jsonb,
  answered_at timestamptz,
  answered_by uuid,
  primary key (city_id, consultation_id, decision)
);

-- Who wants to hear by mail how it goes on.
create table subscription (
  city_id uuid not null,
  consultation_id uuid not null,
  person_id uuid not null references person (id),
  -- Stands in the link that ends it with one click.
  token text not null unique,
  since timestamptz not null,
  last_sent_at timestamptz,
  primary key (city_id, consultation_id, person_id),
  foreign key (city_id, consultation_id) references consultation (city_id, id)
);
-- The link that ends a subscription: it goes into the header of the message, so that mail programs show a button for it.
alter table mail add column unsubscribe text;

create index subscription_by_person on subscription (person_id);
