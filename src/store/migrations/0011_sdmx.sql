-- SDMX chooses series by any of their codes and reads them page by page in a fixed order.
create index series_in_order on series (city_id, indicator collate "C", ref_area collate "C", address collate "C");
create index series_by_dimensions on series using gin (dimensions jsonb_path_ops);
