-- Money: what is sold, what is owed for it, what settles it, and on which terms to trade.
-- Units: *_fen whole fen, *_e4 1/10,000 yuan, *_e3 1/1,000 of the unit, *_bp basis points (250 is 2.5 %).
-- Facts have a business day that the user gives (issued_on, received, effective, ended, voided); created_at never counts
-- (domain §1). No totals are stored: open amounts, balances and aging are worked out from these rows.
-- customer_id stands on every row, the same as its order's or receivable's: one index per table finds all of a customer.

CREATE TABLE products (
  id            TEXT NOT NULL PRIMARY KEY,
  name          TEXT NOT NULL CHECK (length(name) > 0),
  code          TEXT,                          -- the shop's own article number
  spec          TEXT,                          -- 规格型号
  unit          TEXT,                          -- 个, 箱, kg
  unit_price_e4 INTEGER CHECK (unit_price_e4 >= 0),  -- list price, tax included; NULL: agreed each time
  cost_e4       INTEGER CHECK (cost_e4 >= 0),  -- what one unit costs; NULL: not known
  note          TEXT,
  archived_at   TEXT,                          -- no longer sold; stays on old orders
  created_at TEXT NOT NULL, created_by TEXT,
  updated_at TEXT NOT NULL, updated_by TEXT,
  deleted_at TEXT                              -- only a product that was never sold goes to the bin
) STRICT;
CREATE INDEX products_code ON products(code) WHERE code IS NOT NULL;

-- 销售单. What is owed for it are its receivables; who keeps orders elsewhere enters one line with a bare amount.
CREATE TABLE sales_orders (
  id              TEXT NOT NULL PRIMARY KEY,
  customer_id     TEXT NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
  order_no        TEXT NOT NULL CHECK (length(order_no) > 0),
  issued_on       TEXT NOT NULL,
  salesperson_id  TEXT REFERENCES users(id),   -- whose sale it is; NULL: nobody's
  credit_kind     TEXT NOT NULL CHECK (credit_kind = 'days' OR credit_kind = 'month_end'),
  credit_days     INTEGER NOT NULL CHECK (credit_days BETWEEN 0 AND 3650),
  contract_no     TEXT,
  contract_end_on TEXT,
  note            TEXT,
  agreed_by_id    TEXT REFERENCES users(id),   -- who agreed its terms (domain §13, I2)
  approved_by_id  TEXT REFERENCES users(id),   -- who let it pass a limit; NULL: nothing was over one
  approval_reason TEXT,
  approval_shown  TEXT,                        -- JSON: the limits it passed and the figures shown that day
  voided_on       TEXT,
  void_reason     TEXT,
  created_at TEXT NOT NULL, created_by TEXT,
  updated_at TEXT NOT NULL, updated_by TEXT,
  deleted_at TEXT                              -- only by undo: an order is voided, never binned
) STRICT;
CREATE INDEX sales_orders_customer ON sales_orders(customer_id, issued_on);
CREATE INDEX sales_orders_day ON sales_orders(issued_on);
CREATE INDEX sales_orders_no ON sales_orders(order_no);
CREATE INDEX sales_orders_salesperson ON sales_orders(salesperson_id);
CREATE INDEX sales_orders_agreed_by ON sales_orders(agreed_by_id);
CREATE INDEX sales_orders_approved_by ON sales_orders(approved_by_id);

CREATE TABLE sales_order_lines (
  id            TEXT NOT NULL PRIMARY KEY,
  customer_id   TEXT NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
  order_id      TEXT NOT NULL REFERENCES sales_orders(id),
  position      INTEGER NOT NULL,              -- from 0
  product_id    TEXT REFERENCES products(id),  -- NULL: not of the list, or a bare amount
  title         TEXT NOT NULL CHECK (length(title) > 0),   -- as the product was called that day
  unit          TEXT,
  unit_price_e4 INTEGER NOT NULL,
  quantity_e3   INTEGER NOT NULL,
  discount_bp   INTEGER NOT NULL CHECK (discount_bp BETWEEN 0 AND 10000),
  amount_fen    INTEGER NOT NULL,              -- price x quantity x (1 - discount), rounded once, when the line is written
  cost_e4       INTEGER CHECK (cost_e4 >= 0),  -- what one unit cost that day; NULL: not known
  note          TEXT,
  created_at TEXT NOT NULL, created_by TEXT,
  updated_at TEXT NOT NULL, updated_by TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX sales_order_lines_customer ON sales_order_lines(customer_id);
CREATE INDEX sales_order_lines_order ON sales_order_lines(order_id, deleted_at, amount_fen);
CREATE INDEX sales_order_lines_product ON sales_order_lines(product_id);

-- 应收: an instalment of an order, or an opening balance.
CREATE TABLE receivables (
  id             TEXT NOT NULL PRIMARY KEY,
  customer_id    TEXT NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
  order_id       TEXT REFERENCES sales_orders(id),   -- NULL: entered alone
  installment_no INTEGER NOT NULL CHECK (installment_no >= 1),
  issued_on      TEXT NOT NULL,
  due_on         TEXT NOT NULL,                -- in force now; earlier ones are in due_day_changes
  amount_fen     INTEGER NOT NULL CHECK (amount_fen > 0),
  reference      TEXT,                         -- number in the books it comes from; of an order's own: NULL
  dispute_reason TEXT,                         -- not NULL: disputed, never makes a grade worse
  note           TEXT,
  voided_on      TEXT,
  void_reason    TEXT,
  created_at TEXT NOT NULL, created_by TEXT,
  updated_at TEXT NOT NULL, updated_by TEXT,
  deleted_at TEXT                              -- only by undo
) STRICT;
CREATE INDEX receivables_customer ON receivables(customer_id, due_on);
CREATE INDEX receivables_order ON receivables(order_id);
CREATE INDEX receivables_due ON receivables(due_on);

-- A fact: up to until_on the receivable was due on another day. Lateness uses the day in force when the money came.
CREATE TABLE due_day_changes (
  id            TEXT NOT NULL PRIMARY KEY,
  customer_id   TEXT NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
  receivable_id TEXT NOT NULL REFERENCES receivables(id),
  was_due_on    TEXT NOT NULL,
  until_on      TEXT NOT NULL,                 -- first day on which the next due day is in force
  reason        TEXT,
  created_at TEXT NOT NULL, created_by TEXT
) STRICT;
CREATE INDEX due_day_changes_customer ON due_day_changes(customer_id);
CREATE INDEX due_day_changes_receivable ON due_day_changes(receivable_id, until_on);

-- What settles: a payment, the credit of a return, a write-off. What is not allocated of the first two is prepayment.
CREATE TABLE settlement_sources (
  id          TEXT NOT NULL PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
  kind        TEXT NOT NULL CHECK (kind = 'payment' OR kind = 'return' OR kind = 'write_off'),
  on_day      TEXT NOT NULL,                   -- the day money was received, goods came back, the debt was given up
  amount_fen  INTEGER NOT NULL CHECK (amount_fen > 0),
  method      TEXT CHECK (                     -- of a payment, and of no other
    method = 'cash' OR method = 'transfer' OR method = 'wechat' OR method = 'alipay' OR method = 'acceptance_bill' OR
    method = 'cheque' OR method = 'other'),
  is_deposit  INTEGER NOT NULL DEFAULT 0 CHECK (is_deposit IN (0, 1)),   -- 定金
  bill_no     TEXT,                            -- of an acceptance bill (承兑汇票)
  bill_due_on TEXT,                            -- until then it stands beside the balance as 未到期票据
  order_id    TEXT REFERENCES sales_orders(id),   -- whose goods came back, or which order the deposit is for
  reference   TEXT,                            -- voucher or bank number
  note        TEXT,
  collected_by_id TEXT REFERENCES users(id),   -- who brought the money in
  voided_on   TEXT,
  void_kind   TEXT CHECK (void_kind = 'mistake' OR void_kind = 'bounced'),
  void_reason TEXT,
  created_at TEXT NOT NULL, created_by TEXT,
  updated_at TEXT NOT NULL, updated_by TEXT,
  deleted_at TEXT,                             -- only by undo
  CHECK ((kind = 'payment') = (method IS NOT NULL))
) STRICT;
-- Covering, here and of allocations: aging over all customers sums a million rows without fetching one.
CREATE INDEX settlement_sources_customer ON settlement_sources(customer_id, on_day, voided_on, deleted_at, amount_fen);
CREATE INDEX settlement_sources_day ON settlement_sources(on_day);
CREATE INDEX settlement_sources_kind ON settlement_sources(kind, method, on_day);
CREATE INDEX settlement_sources_reference ON settlement_sources(reference) WHERE reference IS NOT NULL;
CREATE INDEX settlement_sources_bill_no ON settlement_sources(bill_no) WHERE bill_no IS NOT NULL;
CREATE INDEX settlement_sources_order ON settlement_sources(order_id);
CREATE INDEX settlement_sources_collected_by ON settlement_sources(collected_by_id);
CREATE INDEX settlement_sources_bills ON settlement_sources(bill_due_on) WHERE bill_due_on IS NOT NULL;

-- 核销, a fact: part of a source settles part of a receivable from effective_on until ended_on. Only its end is ever
-- written later: a move ends the row and makes another. Undoing the batch that made it removes it.
CREATE TABLE allocations (
  id            TEXT NOT NULL PRIMARY KEY,
  customer_id   TEXT NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
  source_id     TEXT NOT NULL REFERENCES settlement_sources(id),
  receivable_id TEXT NOT NULL REFERENCES receivables(id),
  amount_fen    INTEGER NOT NULL CHECK (amount_fen > 0),
  effective_on  TEXT NOT NULL,
  ended_on      TEXT,
  created_at TEXT NOT NULL, created_by TEXT
) STRICT;
CREATE INDEX allocations_customer ON allocations(customer_id, effective_on, ended_on, amount_fen);
CREATE INDEX allocations_source ON allocations(source_id);
CREATE INDEX allocations_receivable ON allocations(receivable_id, effective_on, ended_on, amount_fen);

-- Prepayment paid back.
CREATE TABLE refunds (
  id          TEXT NOT NULL PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
  source_id   TEXT NOT NULL REFERENCES settlement_sources(id),
  on_day      TEXT NOT NULL,
  amount_fen  INTEGER NOT NULL CHECK (amount_fen > 0),
  method      TEXT NOT NULL CHECK (
    method = 'cash' OR method = 'transfer' OR method = 'wechat' OR method = 'alipay' OR method = 'acceptance_bill' OR
    method = 'cheque' OR method = 'other'),
  note        TEXT,
  voided_on   TEXT,
  void_reason TEXT,
  created_at TEXT NOT NULL, created_by TEXT,
  updated_at TEXT NOT NULL, updated_by TEXT,
  deleted_at TEXT                              -- only by undo
) STRICT;
CREATE INDEX refunds_customer ON refunds(customer_id);
CREATE INDEX refunds_source ON refunds(source_id);

-- The goods of a return, a fact of it: they count as negative sales on its day.
CREATE TABLE return_lines (
  id            TEXT NOT NULL PRIMARY KEY,
  customer_id   TEXT NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
  source_id     TEXT NOT NULL REFERENCES settlement_sources(id),
  order_line_id TEXT REFERENCES sales_order_lines(id),
  product_id    TEXT REFERENCES products(id),
  title         TEXT NOT NULL CHECK (length(title) > 0),
  unit          TEXT,
  unit_price_e4 INTEGER NOT NULL,
  quantity_e3   INTEGER NOT NULL,
  discount_bp   INTEGER NOT NULL CHECK (discount_bp BETWEEN 0 AND 10000),
  amount_fen    INTEGER NOT NULL,
  cost_e4       INTEGER CHECK (cost_e4 >= 0),
  created_at TEXT NOT NULL, created_by TEXT
) STRICT;
CREATE INDEX return_lines_customer ON return_lines(customer_id);
CREATE INDEX return_lines_source ON return_lines(source_id);
CREATE INDEX return_lines_order_line ON return_lines(order_line_id);
CREATE INDEX return_lines_product ON return_lines(product_id);

-- A customer said when he will pay.
CREATE TABLE payment_promises (
  id            TEXT NOT NULL PRIMARY KEY,
  customer_id   TEXT NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
  receivable_id TEXT REFERENCES receivables(id),   -- NULL: of all he owes
  contact_id    TEXT REFERENCES contacts(id),      -- who said so
  taken_by_id   TEXT REFERENCES users(id),         -- who was told
  promised_on   TEXT NOT NULL,                 -- the day the money is to come
  amount_fen    INTEGER CHECK (amount_fen > 0),   -- NULL: no amount was named
  note          TEXT,
  outcome       TEXT NOT NULL DEFAULT 'open' CHECK (
    outcome = 'open' OR outcome = 'kept' OR outcome = 'partly_kept' OR outcome = 'broken' OR outcome = 'withdrawn'),
  outcome_on    TEXT,
  outcome_note  TEXT,
  created_at TEXT NOT NULL, created_by TEXT,
  updated_at TEXT NOT NULL, updated_by TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX payment_promises_customer ON payment_promises(customer_id, promised_on);
CREATE INDEX payment_promises_receivable ON payment_promises(receivable_id);
CREATE INDEX payment_promises_contact ON payment_promises(contact_id);
CREATE INDEX payment_promises_taken_by ON payment_promises(taken_by_id);
CREATE INDEX payment_promises_open ON payment_promises(promised_on) WHERE outcome = 'open' AND deleted_at IS NULL;

-- A fact: terms that a person accepted or set against the advice, with what was on screen that day (domain §3).
CREATE TABLE terms_decisions (
  id               TEXT NOT NULL PRIMARY KEY,
  customer_id      TEXT NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
  decided_on       TEXT NOT NULL,
  decided_by_id    TEXT NOT NULL REFERENCES users(id),
  kind             TEXT NOT NULL CHECK (kind = 'accepted' OR kind = 'override'),
  advice           TEXT NOT NULL,              -- what was advised
  grade            TEXT NOT NULL,              -- payment record that day
  tier_id          TEXT REFERENCES tiers(id),
  discount_bp      INTEGER NOT NULL CHECK (discount_bp BETWEEN 0 AND 10000),
  credit_kind      TEXT NOT NULL CHECK (credit_kind = 'days' OR credit_kind = 'month_end'),
  credit_days      INTEGER NOT NULL CHECK (credit_days BETWEEN 0 AND 3650),
  credit_limit_fen INTEGER NOT NULL CHECK (credit_limit_fen >= 0),
  deposit_bp       INTEGER NOT NULL CHECK (deposit_bp BETWEEN 0 AND 10000),
  is_stopped       INTEGER NOT NULL CHECK (is_stopped IN (0, 1)),   -- 停止交易: every new order asks
  reason           TEXT,                       -- of an override never NULL
  shown            TEXT NOT NULL,              -- JSON: figures and receivable ids on screen
  created_at TEXT NOT NULL, created_by TEXT,
  CHECK (kind = 'accepted' OR reason IS NOT NULL)
) STRICT;
CREATE INDEX terms_decisions_customer ON terms_decisions(customer_id, decided_on);
CREATE INDEX terms_decisions_decided_by ON terms_decisions(decided_by_id);
CREATE INDEX terms_decisions_tier ON terms_decisions(tier_id);

-- A courtesy lock, not encryption: whoever has the file can read it.
ALTER TABLE users ADD COLUMN pin_hash TEXT;    -- scrypt$salt$hash in hex; NULL: no PIN

ALTER TABLE attachments ADD COLUMN order_id TEXT REFERENCES sales_orders(id);
CREATE INDEX attachments_order ON attachments(order_id);

-- Derived (db/search), as of the book's day and rebuilt at will: what a list of customers says about money.
ALTER TABLE customer_list ADD COLUMN owed_fen INTEGER;         -- open balance; NULL: nothing
ALTER TABLE customer_list ADD COLUMN prepaid_fen INTEGER;      -- NULL: nothing
ALTER TABLE customer_list ADD COLUMN oldest_due_on TEXT;       -- of what is open
ALTER TABLE customer_list ADD COLUMN last_payment_on TEXT;
ALTER TABLE customer_list ADD COLUMN money_changes_on TEXT;    -- the next day on which facts begin or end by themselves
CREATE INDEX customer_list_owed ON customer_list(is_live, owed_fen);
CREATE INDEX customer_list_oldest_due ON customer_list(is_live, oldest_due_on, owner_id);
CREATE INDEX customer_list_money_changes ON customer_list(money_changes_on) WHERE money_changes_on IS NOT NULL;

-- Derived: what is open today, the few among all that was ever owed.
CREATE TABLE open_receivables (
  receivable_id TEXT NOT NULL PRIMARY KEY,
  customer_id   TEXT NOT NULL,
  owner_id      TEXT,                          -- the customer's
  due_on        TEXT NOT NULL,
  open_fen      INTEGER NOT NULL,
  is_disputed   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX open_receivables_customer ON open_receivables(customer_id, due_on, open_fen);
CREATE INDEX open_receivables_due ON open_receivables(due_on, customer_id, owner_id, open_fen);

-- Derived: what finds a product, by name, code, pinyin and initials.
CREATE TABLE product_list (
  product_id  TEXT NOT NULL PRIMARY KEY,
  is_live     INTEGER NOT NULL,                -- 0: archived or in the bin
  name_key    TEXT NOT NULL,                   -- pinyin sort key
  search_text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX product_list_name ON product_list(is_live, name_key);
