-- The first shape of a book (one SQLite file).
-- Units: *_at is an ISO-8601 UTC instant, *_on a YYYY-MM-DD day, *_minutes minutes, booleans 0/1, ids UUIDv7 text.
-- Choices are checked with OR, not IN: SQLite builds a temporary index for IN at every row, 1.8 µs instead of nothing.
-- created_by / updated_by are stamps of who did it, not relations: they carry no foreign key on purpose.

-- Bookkeeping of the file itself, one row; not journaled, not part of the content hash.
CREATE TABLE book_file (
  id          INTEGER PRIMARY KEY CHECK (id = 1),
  book_id     TEXT NOT NULL,                 -- says which backups are of this book
  app_version TEXT NOT NULL,                 -- the newest Keben that wrote this file; named when an older one refuses it
  created_at  TEXT NOT NULL
) STRICT;

CREATE TABLE book_settings (
  id         TEXT NOT NULL PRIMARY KEY,      -- the setting's name, e.g. company.name
  value      TEXT NOT NULL,                  -- JSON
  created_at TEXT NOT NULL, created_by TEXT,
  updated_at TEXT NOT NULL, updated_by TEXT,
  deleted_at TEXT
) STRICT;

CREATE TABLE users (
  id         TEXT NOT NULL PRIMARY KEY,
  name       TEXT NOT NULL,
  role       TEXT NOT NULL CHECK (role = 'owner' OR role = 'salesperson' OR role = 'bookkeeper'),
  created_at TEXT NOT NULL, created_by TEXT,
  updated_at TEXT NOT NULL, updated_by TEXT,
  deleted_at TEXT
) STRICT;

CREATE TABLE tiers (
  id                 TEXT NOT NULL PRIMARY KEY,
  name               TEXT NOT NULL,
  position           INTEGER NOT NULL,         -- 0 is the highest tier
  color              TEXT NOT NULL,            -- one of the palette's names: amber, teal, blue, slate, violet, rose
  is_key             INTEGER NOT NULL DEFAULT 0 CHECK (is_key IN (0, 1)),
  cadence_days       INTEGER NOT NULL CHECK (cadence_days BETWEEN 1 AND 3650),
  relationship_level TEXT NOT NULL CHECK (
    relationship_level = 'basic' OR relationship_level = 'reactive' OR relationship_level = 'accountable' OR
    relationship_level = 'proactive' OR relationship_level = 'partnership'),
  archived_at        TEXT,                     -- a tier that was used is archived, never deleted
  created_at TEXT NOT NULL, created_by TEXT,
  updated_at TEXT NOT NULL, updated_by TEXT,
  deleted_at TEXT                              -- only a tier that nobody ever had goes to the bin
) STRICT;

CREATE TABLE tags (
  id         TEXT NOT NULL PRIMARY KEY,
  name       TEXT NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT,
  updated_at TEXT NOT NULL, updated_by TEXT,
  deleted_at TEXT
) STRICT;

CREATE TABLE customers (
  id                 TEXT NOT NULL PRIMARY KEY,
  name               TEXT NOT NULL CHECK (length(name) > 0),
  short_name         TEXT,
  uscc               TEXT,                     -- unified social credit code, 18 characters
  phone              TEXT,                     -- as typed; matching uses customer_keys
  wechat             TEXT,
  email              TEXT,
  website            TEXT,
  province           TEXT,
  city               TEXT,
  district           TEXT,
  address            TEXT,
  industry           TEXT,
  source             TEXT,                     -- where the customer came from: referral, cold call …
  since_on           TEXT,                     -- first day of the cooperation
  note               TEXT,
  tier_id            TEXT REFERENCES tiers(id),            -- NULL is 未分级
  tier_pinned_reason TEXT,                     -- not NULL: pinned, methods leave the tier alone
  cadence_days       INTEGER CHECK (cadence_days BETWEEN 1 AND 3650),  -- NULL: the tier's
  owner_id           TEXT REFERENCES users(id),
  primary_contact_id TEXT REFERENCES contacts(id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL, created_by TEXT,
  updated_at TEXT NOT NULL, updated_by TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX customers_tier ON customers(tier_id);
CREATE INDEX customers_owner ON customers(owner_id);
CREATE INDEX customers_primary_contact ON customers(primary_contact_id);
CREATE INDEX customers_bin ON customers(deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE contacts (
  id                TEXT NOT NULL PRIMARY KEY,
  customer_id       TEXT NOT NULL REFERENCES customers(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  name              TEXT NOT NULL CHECK (length(name) > 0),
  title             TEXT,                      -- position in the firm: 经理, 采购 …
  department        TEXT,
  mobile            TEXT,
  phone             TEXT,
  wechat            TEXT,
  email             TEXT,
  is_decision_maker INTEGER NOT NULL DEFAULT 0 CHECK (is_decision_maker IN (0, 1)),
  note              TEXT,
  created_at TEXT NOT NULL, created_by TEXT,
  updated_at TEXT NOT NULL, updated_by TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX contacts_customer ON contacts(customer_id);

-- A link, not a thing a user deletes: taking a tag off removes the row, and the journal keeps it whole.
CREATE TABLE customer_tags (
  id          TEXT NOT NULL PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
  tag_id      TEXT NOT NULL REFERENCES tags(id),
  created_at  TEXT NOT NULL, created_by TEXT
) STRICT;
CREATE UNIQUE INDEX customer_tags_pair ON customer_tags(customer_id, tag_id);
CREATE INDEX customer_tags_tag ON customer_tags(tag_id);

CREATE TABLE follow_ups (
  id           TEXT NOT NULL PRIMARY KEY,
  customer_id  TEXT NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
  contact_id   TEXT REFERENCES contacts(id),
  author_id    TEXT NOT NULL REFERENCES users(id),   -- who talked; may differ from who typed or imported it (created_by)
  happened_at  TEXT NOT NULL,
  channel      TEXT NOT NULL CHECK (
    channel = 'phone' OR channel = 'wechat' OR channel = 'visit' OR channel = 'inbound_visit' OR channel = 'email' OR
    channel = 'sms' OR channel = 'video' OR channel = 'fax' OR channel = 'other'),
  text         TEXT NOT NULL CHECK (length(text) > 0),
  outcome      TEXT,
  intent_level INTEGER CHECK (intent_level BETWEEN 1 AND 5),
  created_at TEXT NOT NULL, created_by TEXT,
  updated_at TEXT NOT NULL, updated_by TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX follow_ups_customer ON follow_ups(customer_id, happened_at);
CREATE INDEX follow_ups_contact ON follow_ups(contact_id);
CREATE INDEX follow_ups_author ON follow_ups(author_id);

-- The next date of a customer lives here and nowhere else (domain §6).
CREATE TABLE visit_plans (
  id               TEXT NOT NULL PRIMARY KEY,
  customer_id      TEXT NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
  person_id        TEXT REFERENCES users(id),        -- who goes; NULL while the customer has no owner
  planned_on       TEXT NOT NULL,
  planned_time     TEXT,                             -- HH:MM on the book's wall clock; NULL: any time that day
  length_minutes   INTEGER CHECK (length_minutes BETWEEN 1 AND 1440),
  purpose          TEXT,
  status           TEXT NOT NULL DEFAULT 'planned' CHECK (
    status = 'planned' OR status = 'done' OR status = 'missed' OR status = 'cancelled'),
  cancelled_reason TEXT,
  done_by_id       TEXT REFERENCES follow_ups(id),   -- the follow-up that closed it
  made_by_id       TEXT REFERENCES follow_ups(id),   -- the follow-up whose next date it is
  created_at TEXT NOT NULL, created_by TEXT,
  updated_at TEXT NOT NULL, updated_by TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX visit_plans_customer ON visit_plans(customer_id, status, planned_on);
CREATE INDEX visit_plans_person ON visit_plans(person_id, planned_on);
CREATE INDEX visit_plans_done_by ON visit_plans(done_by_id);
CREATE INDEX visit_plans_made_by ON visit_plans(made_by_id);

-- A fact: one row for every assignment of a tier; the tier on a day is the last row up to it (domain §4).
-- It is never edited or binned; undoing the batch that assigned removes its row, and the journal keeps it whole.
CREATE TABLE tier_history (
  id           TEXT NOT NULL PRIMARY KEY,
  customer_id  TEXT NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
  tier_id      TEXT REFERENCES tiers(id),            -- NULL: set back to 未分级
  effective_on TEXT NOT NULL,
  method       TEXT NOT NULL CHECK (
    method = 'create' OR method = 'import' OR method = 'hand' OR method = 'merge' OR method = 'thresholds' OR
    method = 'abc' OR method = 'rfm' OR method = 'score'),
  reason       TEXT,
  created_at   TEXT NOT NULL, created_by TEXT
) STRICT;
CREATE INDEX tier_history_customer ON tier_history(customer_id, effective_on, created_at);
CREATE INDEX tier_history_tier ON tier_history(tier_id);

-- A log: what one import read and did, kept when the import is undone. The rows it wrote are the journal's of batch_id.
CREATE TABLE import_batches (
  id            TEXT NOT NULL PRIMARY KEY,
  batch_id      TEXT NOT NULL,               -- journal.batch_id
  target        TEXT NOT NULL,               -- customers; later receivables, orders, payments
  file_name     TEXT NOT NULL,
  file_sha256   TEXT NOT NULL,
  sheet_name    TEXT NOT NULL,
  mapping       TEXT NOT NULL,               -- JSON: column -> field, and the answers given per column
  rows_read     INTEGER NOT NULL,
  rows_created  INTEGER NOT NULL,
  rows_updated  INTEGER NOT NULL,
  rows_skipped  INTEGER NOT NULL,
  rows_in_error INTEGER NOT NULL,
  created_at    TEXT NOT NULL, created_by TEXT
) STRICT;
CREATE INDEX import_batches_batch ON import_batches(batch_id);

-- Every write to the tables above, in the transaction of the write. Append-only.
-- One row per user action, one per changed row: with what is the same for a whole batch kept once, journaling an import
-- of 100,000 rows costs a quarter of the import instead of twice it. Read it through the view `journal`.
CREATE TABLE journal_batches (
  seq             INTEGER PRIMARY KEY,
  id              TEXT NOT NULL UNIQUE,
  undoes_batch_id TEXT,                       -- the batch that this one takes back; redo takes back an undo
  at              TEXT NOT NULL,
  hlc             TEXT NOT NULL,              -- hybrid logical clock, sorts as text across devices; one reading per batch
  device_id       TEXT NOT NULL,
  user_id         TEXT,
  source          TEXT NOT NULL CHECK (
    source = 'edit' OR source = 'bulk' OR source = 'import' OR source = 'merge' OR source = 'retier' OR
    source = 'restore' OR source = 'undo' OR source = 'system' OR source = 'erase')
) STRICT;
CREATE INDEX journal_batches_undoes ON journal_batches(undoes_batch_id) WHERE undoes_batch_id IS NOT NULL;

CREATE TABLE journal_entries (
  seq       INTEGER PRIMARY KEY,              -- order within this file, and within a batch
  batch     INTEGER NOT NULL REFERENCES journal_batches(seq),
  entity    TEXT NOT NULL,                    -- table name
  entity_id TEXT NOT NULL,
  action    TEXT NOT NULL CHECK (action = 'create' OR action = 'update' OR action = 'delete'),
  before    TEXT                              -- JSON of the changed columns before; NULL for create; the whole row for delete
) STRICT;
CREATE INDEX journal_entries_batch ON journal_entries(batch);
CREATE INDEX journal_entries_entity ON journal_entries(entity_id);
-- Links and facts that were removed: only their entry still says whose they were.
CREATE INDEX journal_entries_removed ON journal_entries(json_extract(before, '$.customer_id')) WHERE action = 'delete';

CREATE TRIGGER journal_batches_refuses_update BEFORE UPDATE ON journal_batches
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_batches_refuses_delete BEFORE DELETE ON journal_batches
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_entries_refuses_update BEFORE UPDATE ON journal_entries
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_entries_refuses_delete BEFORE DELETE ON journal_entries
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- Each entry with its batch. An entry is known across devices by (batch_id, seq in its batch's order).
CREATE VIEW journal AS
SELECT e.seq, b.id AS batch_id, b.undoes_batch_id, b.at, b.hlc, b.device_id, b.user_id, b.source,
       e.entity, e.entity_id, e.action, e.before
FROM journal_entries e JOIN journal_batches b ON b.seq = e.batch;

-- Derived from the tables above and rebuilt from them at will; not journaled, not part of the content hash.
-- One row per customer with what the grid sorts and filters by, so that no list ever joins to sort.
-- A key that is NULL sorts last in both directions: blanks are never what one looks for.
CREATE TABLE customer_list (
  doc             INTEGER PRIMARY KEY,        -- rowid of customer_search and customer_facets
  customer_id     TEXT NOT NULL UNIQUE,
  is_live         INTEGER NOT NULL,           -- 0: in the bin
  name_key        TEXT NOT NULL,              -- pinyin sort key
  tier_id         TEXT,
  tier_position   INTEGER,                    -- archived tiers after the others; NULL for 未分级
  owner_id        TEXT,
  owner_key       TEXT,                       -- pinyin sort key of the owner's name
  contact_name    TEXT,                       -- the primary contact's
  contact_key     TEXT,
  phone           TEXT,                       -- the primary contact's mobile, else phone, else the customer's
  phone_key       TEXT,                       -- its digits
  district        TEXT,
  district_key    TEXT,
  industry        TEXT,
  source          TEXT,
  tag_ids         TEXT NOT NULL,              -- ids in their order, a space between
  next_visit_on   TEXT,                       -- earliest open plan
  last_contact_at TEXT,                       -- latest follow-up
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL,
  search_text     TEXT NOT NULL               -- what verifies and ranks a hit of customer_search
) STRICT;
CREATE INDEX customer_list_name ON customer_list(is_live, name_key);
CREATE INDEX customer_list_tier ON customer_list(is_live, tier_position, name_key);
CREATE INDEX customer_list_owner ON customer_list(is_live, owner_key, name_key);
CREATE INDEX customer_list_contact ON customer_list(is_live, contact_key);
CREATE INDEX customer_list_phone ON customer_list(is_live, phone_key);
CREATE INDEX customer_list_district ON customer_list(is_live, district_key, name_key);
CREATE INDEX customer_list_next_visit ON customer_list(is_live, next_visit_on, ifnull(tier_position, 1000000));
CREATE INDEX customer_list_last_contact ON customer_list(is_live, last_contact_at);
CREATE INDEX customer_list_created ON customer_list(is_live, created_at);
CREATE INDEX customer_list_updated ON customer_list(is_live, updated_at);
CREATE INDEX customer_list_rank ON customer_list(is_live, tier_position, last_contact_at DESC);  -- equal hits of a search

-- Derived: what says that two customers may be the same (domain §8); binned customers too.
CREATE TABLE customer_keys (
  kind  TEXT NOT NULL CHECK (kind = 'name' OR kind = 'mobile' OR kind = 'landline' OR kind = 'uscc' OR kind = 'wechat'),
  value TEXT NOT NULL,
  doc   INTEGER NOT NULL,
  PRIMARY KEY (kind, value, doc)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_keys_doc ON customer_keys(doc);

CREATE VIRTUAL TABLE customer_search USING fts5(tokens, content='', contentless_delete=1, tokenize='ascii', detail=none, prefix='2');

-- Derived: one token per value that can be filtered by; a combination of filters is an AND of short lists (db/search).
CREATE VIRTUAL TABLE customer_facets USING fts5(tokens, content='', contentless_delete=1, tokenize='ascii', detail=none);
-- Reads the index of customer_facets: how many live customers have a value, without looking at one of them.
CREATE VIRTUAL TABLE customer_facet_counts USING fts5vocab(customer_facets, 'row');

-- The indexes merge their parts a little at every few saves. Left to itself FTS5 waits for 16 parts and then merges all of
-- them at once, the whole book among them: one save in a thousand took a third of a second at 30,000 customers.
INSERT INTO customer_search (customer_search, rank) VALUES ('automerge', 8), ('crisismerge', 500);
INSERT INTO customer_facets (customer_facets, rank) VALUES ('automerge', 8), ('crisismerge', 500);
