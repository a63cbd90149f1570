-- varve: init_schema (generated 2026-01-12)
-- See db/postgresql/schema.sql for the schema.
-- varve:destructive table album
-- varve:destructive table artist
-- varve:destructive table customer
-- varve:destructive table employee
-- varve:destructive table genre
-- varve:destructive table invoice
-- varve:destructive table invoice_line
-- varve:destructive table media_type
-- varve:destructive table playlist
-- varve:destructive table playlist_track
-- varve:destructive table track

DROP TABLE IF EXISTS playlist_track;
DROP TABLE IF EXISTS playlist;
DROP TABLE IF EXISTS invoice_line;
DROP TABLE IF EXISTS track;
DROP TABLE IF EXISTS media_type;
DROP TABLE IF EXISTS invoice;
DROP TABLE IF EXISTS genre;
DROP TABLE IF EXISTS employee;
DROP TABLE IF EXISTS customer;
DROP TABLE IF EXISTS album;
DROP TABLE IF EXISTS artist;
