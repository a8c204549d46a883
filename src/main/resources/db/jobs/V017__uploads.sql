-- What comes in by several requests. Its bytes lie beside the database, in the folder of content.
create table upload (
  id          uuid not null primary key,
  owner       varchar(200) not null,
  media_type  varchar(255) not null,
  file_name   varchar(255),
  -- In bytes, as its client said; null while that isn't known.
  length      bigint,
  -- So many have come and are on disk for good; whatever its file has beyond that doesn't count.
  received    bigint not null,
  -- Of all of it, in base64. Null until its client has said that it is complete.
  sha256      varchar(44),
  -- Goes up with each request that writes, or that ends another's writing: an older one changes nothing any more.
  claim       bigint not null,
  -- In the file's name.
  file_number bigint not null,
  -- The server that may have that file open; null when none has.
  holder      uuid,
  created_at  timestamp(3) with time zone not null,
  expires_at  timestamp(3) with time zone not null,
  constraint upload_received check (received >= 0 and (length is null or received <= length)),
  constraint upload_complete check (sha256 is null or (length = received and length is not null and holder is null))
);
create index upload_owner on upload (owner, id);
create index upload_expires on upload (expires_at, id);
