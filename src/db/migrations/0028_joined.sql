-- Two sentences that were joined can be parted again: the second keeps its row with its id, its words and what it rests on,
-- and what the first rests on because of it is known. Neither is a reference: an earlier version, which may still serve,
-- lets go of sentences that it joins.

alter table sentence add column joined_into uuid;
create index sentence_joined on sentence (joined_into) where joined_into is not null;
alter table citation add column joined_from uuid;
create index citation_joined on citation (joined_from) where joined_from is not null;
