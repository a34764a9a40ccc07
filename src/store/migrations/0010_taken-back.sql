-- What was entered by mistake is taken back with its reason, and stays.

-- A signed file: null, it stands.
alter table agreement_file add column withdrawn_at timestamptz, add column withdrawal_reason text;

-- What a verifier said of a signature after its first answer, which stands with the signature itself.
create table signature_check (
  city_id uuid not null references city (id),
  agreement integer not null,
  file integer not null,
  signature integer not null,
  number integer not null,
  verifier text not null,
  answer jsonb not null,
  checked_at timestamptz not null,
  primary key (city_id, agreement, file, signature, number)
);

-- A code that was lost before anybody used it: null, it counts.
alter table participation_code add column void_at timestamptz;

-- A statement that its author took back before a moderator had looked at it: its words are gone.
alter table statement drop constraint statement_state_check;
alter table statement add constraint statement_state_check check (state in ('shown', 'held', 'rejected', 'withdrawn'));

-- When a record of cooperation was public, until it was taken back, and why: everybody may read it. Reasons from before were asked for
-- under the promise that only staff would read them: they stay in the history.
create table cooperation_withdrawal (
  city_id uuid not null references city (id),
  kind text not null,
  record integer not null,
  number integer not null,
  published_at timestamptz not null,
  withdrawn_at timestamptz not null,
  reason text not null,
  primary key (city_id, kind, record, number)
);
insert into cooperation_withdrawal (city_id, kind, record, number, published_at, withdrawn_at, reason)
select city_id, split_part(subject, '/', 2), split_part(subject, '/', 3)::integer, row_number() over (partition by city_id, subject order by number),
  (before->>'publishedAt')::timestamptz, at, ''
from change where action = 'cooperation.withdraw' and before->>'publishedAt' is not null;
