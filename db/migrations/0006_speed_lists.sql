-- Indexes that hold all that a list asks of thousands of rows, so that none of these rows is fetched for it.

-- Whose a customer is and whether it is in the bin, asked of every order or payment that a salesperson's list goes by.
CREATE INDEX customers_reach ON customers(id, owner_id, deleted_at);

-- Bills that may still be open, by the day they came.
CREATE INDEX settlement_sources_open_bills ON settlement_sources(on_day, bill_due_on, customer_id)
  WHERE bill_due_on IS NOT NULL AND kind = 'payment' AND voided_on IS NULL AND deleted_at IS NULL;

-- Most rows name nobody here: without them a saved talk or plan writes a page less for each.
DROP INDEX follow_ups_contact;
DROP INDEX visit_plans_done_by;
DROP INDEX visit_plans_made_by;
DROP INDEX visit_plans_series;
CREATE INDEX follow_ups_contact ON follow_ups(contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX visit_plans_done_by ON visit_plans(done_by_id) WHERE done_by_id IS NOT NULL;
CREATE INDEX visit_plans_made_by ON visit_plans(made_by_id) WHERE made_by_id IS NOT NULL;
CREATE INDEX visit_plans_series ON visit_plans(series_id, planned_on) WHERE series_id IS NOT NULL;

-- Derived (db/search): how many customers of an owner have exactly these warnings. Added up it says of how many customers
-- anything warns, for whoever may see which of it, without reading a hundred thousand warnings each time.
CREATE TABLE warned_counts (
  owner_id  TEXT NOT NULL,                     -- '': nobody's
  codes     TEXT NOT NULL,                     -- in order of the alphabet, a space between
  customers INTEGER NOT NULL,
  PRIMARY KEY (owner_id, codes)
) STRICT, WITHOUT ROWID;
INSERT INTO warned_counts (owner_id, codes, customers)
  SELECT owner, codes, count(*) FROM (
    SELECT ifnull(max(owner_id), '') AS owner, group_concat(code, ' ' ORDER BY code) AS codes
    FROM customer_warnings GROUP BY customer_id)
  GROUP BY owner, codes;

-- One kind of warning, in the order of the list.
DROP INDEX customer_warnings_code;
CREATE INDEX customer_warnings_code ON customer_warnings(code, rank DESC, customer_id, owner_id);
