-- Cities that are there to be compared with: computed from open data, kept by nobody in the city.
alter table city add column comparison boolean not null default false;
