-- Proof that backups can be read and restored: what the page /trust tells, and what an administrator looks for first.
create table backup_check (
  -- backup: a file was written, read again and found whole. drill: a backup was restored aside and held the same.
  kind text not null check (kind in ('backup', 'drill')),
  at timestamptz not null,
  ok boolean not null,
  -- What went wrong; null when it is ok.
  problem text,
  content_hash text not null,
  tables integer not null,
  rows bigint not null,
  bytes bigint not null,
  seconds double precision not null,
  -- Name of the file, without the folder.
  file text not null,
  primary key (kind, at),
  check (ok = (problem is null))
);
