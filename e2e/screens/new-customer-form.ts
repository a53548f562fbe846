import type { Locator, Page } from 'playwright-core';
import type { WordKey, Words } from './words.ts';

/** 新建客户, at the side of any page. */
export class NewCustomerForm {
  readonly form: Locator;
  readonly drawer: Locator;
  /** 可能重复, while there is something to point out. */
  readonly same: Locator;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.words = words;
    this.form = page.getByRole('form', { name: words('command.newCustomer') });
    this.drawer = page.getByRole('dialog', { name: words('command.newCustomer') });
    this.same = this.form.getByRole('region', { name: words('same.title') });
  }

  field(
    key: Extract<
      WordKey,
      'field.customerName' | 'field.mobile' | 'field.note' | 'field.address' | 'newCustomer.contactName'
    >,
  ): Locator {
    return this.form.getByRole('textbox', { name: this.words(key), exact: true });
  }

  draftKept(): Locator {
    return this.drawer.getByText(this.words('followUp.draftKept'));
  }
}
