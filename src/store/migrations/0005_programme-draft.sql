-- Drafts of programme versions: what staff write before a version is published. A draft ends with its publication; what was done to it stays
-- in the history.

create table programme_draft (
  city_id uuid not null references city (id),
  id uuid not null,
  programme text not null,
  number integer not null,
  -- Number of the published version it began from.
  based_on integer,
  begun_at timestamptz not null,
  primary key (city_id, id),
  -- One draft of a programme at a time.
  unique (city_id, programme)
);

create table programme_draft_element (
  city_id uuid not null,
  draft_id uuid not null,
  -- head, passport, direction, goal, sentence, indicator, measure, source
  kind text not null,
  id text not null,
  -- 'goal/g-1.1'; '' at the top.
  parent text not null,
  position integer not null,
  content jsonb not null,
  -- Grows by one with every change; a form carries the one it began from, and is taken only while it is still that one.
  revision integer not null,
  removed boolean not null,
  primary key (city_id, draft_id, kind, id),
  foreign key (city_id, draft_id) references programme_draft (city_id, id) on delete cascade
);
