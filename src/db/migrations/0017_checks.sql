-- How long a report may be, in words read aloud; a report without a limit is as long as it takes.

alter table report add column word_limit integer check (word_limit between 100 and 1000000);
