-- Indexes that hold all that a list asks of thousands of rows, so that none of these rows is fetched for it.

-- Whose a customer is and whether it is in the bin, asked of every order or payment that a salesperson's list goes by.
CREATE INDEX customers_reach ON customers(id, owner_id, deleted_at);

-- Bills that may still be open, by the day they came.
CREATE INDEX settlement_sources_open_bills ON settlement_sources(on_day, bill_due_on, customer_id)
  WHERE bill_due_on IS NOT NULL AND kind = 'payment' AND voided_on IS NULL AND deleted_at IS NULL;
