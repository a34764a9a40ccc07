-- Economy: input-output tables and what is known of cities, and the notes about two cities that were made of them. All of it is only ever added.

-- What was loaded; the newest of a kind counts.
create table economy_table (
  city_id uuid not null references city (id),
  number integer not null,
  -- kind (table, margins), name, years, unit, regions and sectors: books/economy/economy-content.ts
  outline jsonb not null,
  -- title, licence, address, sha256 of the packed content
  source jsonb not null,
  notice_counts jsonb not null,
  loaded_at timestamptz not null,
  primary key (city_id, number)
);

-- The numbers of a table as formats/input-output/pack-economy.ts packs them, in pieces of about a megabyte.
create table economy_table_piece (
  city_id uuid not null references city (id),
  table_number integer not null,
  piece integer not null,
  content bytea not null,
  primary key (city_id, table_number, piece)
);

-- What is known of a city for its notes: books/economy/note/city-economy.ts. The newest of a code counts.
create table city_economy (
  city_id uuid not null references city (id),
  code text not null,
  number integer not null,
  content jsonb not null,
  entered_at timestamptz not null,
  primary key (city_id, code, number)
);

-- A note about two cities as it was computed: books/economy/note/note.ts. The newest of a pair counts.
create table twin_note (
  city_id uuid not null references city (id),
  -- Codes of the two cities.
  a text not null,
  b text not null,
  number integer not null,
  content jsonb not null,
  computed_at timestamptz not null,
  code_version text not null,
  primary key (city_id, a, b, number)
);
