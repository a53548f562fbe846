import type { Locator, Page } from 'playwright-core';
import type { WordKey, Words } from './words.ts';

type Section = Extract<WordKey, `settings.section.${string}`> extends `settings.section.${infer Name}` ? Name : never;

/** 设置, section by section. */
export class SettingsPage {
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  async show(section: Section): Promise<void> {
    const nav = this.page.getByRole('navigation', { name: this.words('settings.nav') });
    await nav.getByRole('button', { name: this.words(`settings.section.${section}`), exact: true }).click();
    if (section !== 'about') await this.section(section).waitFor();
  }

  section(section: Section): Locator {
    return this.page.getByRole('region', { name: this.words(`settings.section.${section}`), exact: true });
  }

  companyName(): Locator {
    return this.section('company').getByRole('textbox', { name: this.words('settings.company.name') });
  }

  /** Language, look or density, as the section 语言与外观 offers it. */
  look(choice: 'zh' | 'en' | 'light' | 'dark' | 'system' | 'comfortable' | 'compact'): Locator {
    return this.section('look').getByText(this.words(`settings.look.${choice}`), { exact: true });
  }

  async addUser(name: string, role: 'owner' | 'salesperson' | 'bookkeeper'): Promise<void> {
    const users = this.section('users');
    const form = users.locator('form');
    await form.getByRole('textbox', { name: this.words('users.newName') }).fill(name);
    await form.getByRole('combobox', { name: this.words('users.role') }).click();
    await this.page
      .getByTitle(this.words(`role.${role}`), { exact: true })
      .last()
      .click();
    await form.getByRole('button', { name: this.words('users.add') }).click();
  }

  /** The lines of 最近的变更, latest first. */
  changes(): Locator {
    return this.section('changes').getByRole('listitem');
  }

  backups(): Locator {
    return this.section('backups').getByRole('row');
  }
}
