-- The number of the last revision of the save that this one undid, 0 where it undid none.
ALTER TABLE revision ADD COLUMN undoes bigint NOT NULL DEFAULT 0;
