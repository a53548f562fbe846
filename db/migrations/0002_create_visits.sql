-- Visits: who is due and since when, plans that repeat, files beside a talk, days to remember.

-- Imported without a last contact: the share of one cadence, in ten-thousandths, that passes before the first contact is
-- due, so that an import is no flood (domain §6). NULL: made by hand, due after 3 workdays.
ALTER TABLE customers ADD COLUMN first_contact_slot INTEGER CHECK (first_contact_slot BETWEEN 0 AND 9999);

-- Those that earlier imports made, spread evenly over each import. The end of an id is random: any order but that of the sheet.
UPDATE customers SET first_contact_slot = spread.slot
FROM (
  SELECT e.entity_id AS id,
    (row_number() OVER (PARTITION BY e.batch ORDER BY substr(e.entity_id, 25), e.entity_id) - 1) * 10000
      / count(*) OVER (PARTITION BY e.batch) AS slot
  FROM journal_entries e JOIN journal_batches b ON b.seq = e.batch
  WHERE b.source = 'import' AND e.entity = 'customers' AND e.action = 'create'
) AS spread
WHERE spread.id = customers.id;

-- The few that differ from their tier: a tier's new cadence passes them by.
CREATE INDEX customers_own_cadence ON customers(tier_id) WHERE cadence_days IS NOT NULL;

-- A plan that repeats. Its occurrences are ordinary visit plans, made with it up to until_on.
CREATE TABLE visit_series (
  id             TEXT NOT NULL PRIMARY KEY,
  customer_id    TEXT NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
  person_id      TEXT REFERENCES users(id),
  every          INTEGER NOT NULL CHECK (every BETWEEN 1 AND 365),
  unit           TEXT NOT NULL CHECK (unit = 'day' OR unit = 'week' OR unit = 'month'),
  starts_on      TEXT NOT NULL,                 -- months are counted from it: 31 Jan, 28 Feb, 31 Mar
  until_on       TEXT NOT NULL,
  on_day_off     TEXT NOT NULL CHECK (on_day_off = 'keep' OR on_day_off = 'next_workday'),
  planned_time   TEXT,                          -- HH:MM on the book's wall clock; NULL: any time that day
  length_minutes INTEGER CHECK (length_minutes BETWEEN 1 AND 1440),
  purpose        TEXT,
  created_at TEXT NOT NULL, created_by TEXT,
  updated_at TEXT NOT NULL, updated_by TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX visit_series_customer ON visit_series(customer_id);
CREATE INDEX visit_series_person ON visit_series(person_id);

ALTER TABLE visit_plans ADD COLUMN series_id TEXT REFERENCES visit_series(id);
CREATE INDEX visit_plans_series ON visit_plans(series_id, planned_on);
CREATE INDEX visit_plans_day ON visit_plans(planned_on) WHERE deleted_at IS NULL;
-- Overdue, of today and to be reminded of: the few open ones among all that ever were.
CREATE INDEX visit_plans_open ON visit_plans(planned_on, person_id) WHERE status = 'planned' AND deleted_at IS NULL;

-- A file kept with a customer or with one talk. Its bytes lie beside the book under their SHA-256, once for equal files.
CREATE TABLE attachments (
  id           TEXT NOT NULL PRIMARY KEY,
  customer_id  TEXT NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
  follow_up_id TEXT REFERENCES follow_ups(id),  -- NULL: the customer's
  file_name    TEXT NOT NULL CHECK (length(file_name) > 0),
  size_bytes   INTEGER NOT NULL CHECK (size_bytes >= 0),
  sha256       TEXT NOT NULL CHECK (length(sha256) = 64),
  created_at TEXT NOT NULL, created_by TEXT,
  updated_at TEXT NOT NULL, updated_by TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX attachments_customer ON attachments(customer_id);
CREATE INDEX attachments_follow_up ON attachments(follow_up_id);

-- A day that comes back every year: a birthday, the day a shop opened. Solar or lunar (domain §6).
CREATE TABLE anniversaries (
  id            TEXT NOT NULL PRIMARY KEY,
  customer_id   TEXT NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
  contact_id    TEXT REFERENCES contacts(id),   -- whose; NULL: the customer's own
  kind          TEXT NOT NULL CHECK (kind = 'birthday' OR kind = 'founding' OR kind = 'wedding' OR kind = 'other'),
  title         TEXT,                           -- what it is called, where the kind does not say it
  calendar      TEXT NOT NULL CHECK (calendar = 'solar' OR calendar = 'lunar'),
  year          INTEGER CHECK (year BETWEEN 1850 AND 2150),   -- of that calendar; NULL: not known
  month         INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  day           INTEGER NOT NULL CHECK (day BETWEEN 1 AND 31),
  is_leap_month INTEGER NOT NULL DEFAULT 0 CHECK (is_leap_month IN (0, 1)),
  created_at TEXT NOT NULL, created_by TEXT,
  updated_at TEXT NOT NULL, updated_by TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX anniversaries_customer ON anniversaries(customer_id);
CREATE INDEX anniversaries_contact ON anniversaries(contact_id);
-- Up to whose it is, so that a day's birthdays of a colleague's customers cost no row each.
CREATE INDEX anniversaries_day ON anniversaries(calendar, month, day, is_leap_month, customer_id) WHERE deleted_at IS NULL;

-- Derived, like all of customer_list; filled by the app after this migration, because the rules know workdays (db/search).
ALTER TABLE customer_list ADD COLUMN cadence_days INTEGER;   -- days between contacts: the customer's own, else the tier's
ALTER TABLE customer_list ADD COLUMN due_on TEXT;            -- the day the next contact is due by cadence
ALTER TABLE customer_list ADD COLUMN quiet_since TEXT;       -- latest contact, else when the customer was made
CREATE INDEX customer_list_quiet ON customer_list(is_live, quiet_since);
CREATE INDEX customer_list_due_on ON customer_list(is_live, due_on, next_visit_on);
-- Due by cadence and nothing planned: per owner and cadence the longest overdue first, so that the worst of all are
-- found without reading the rest. An import can leave thousands due on one day: tier and name decide between those.
CREATE INDEX customer_list_due
  ON customer_list(owner_id, cadence_days, due_on, ifnull(tier_position, 1000000), name_key, customer_id)
  WHERE is_live = 1 AND next_visit_on IS NULL;

-- The yearly return of the first day of a cooperation: by month and day, MM-DD, then whose customers.
CREATE INDEX customers_since_day ON customers(substr(since_on, 6), owner_id, since_on) WHERE since_on IS NOT NULL AND deleted_at IS NULL;
