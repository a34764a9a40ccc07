-- Files that a computation made and that pages show: the map of a city, the streets on which what-if runs, the whole result.
-- They belong to a release and become public with it. Kept in parts, so that a request for a range reads no more than it asks for and
-- no statement holds the database for long.
create table computed_file (
  city_id uuid not null,
  release_id uuid not null,
  name text not null,
  sha256 text not null,
  bytes integer not null,
  primary key (city_id, release_id, name),
  foreign key (city_id, release_id) references release (city_id, id)
);

create table computed_file_part (
  city_id uuid not null,
  release_id uuid not null,
  name text not null,
  position integer not null,
  content bytea not null,
  primary key (city_id, release_id, name, position)
);
