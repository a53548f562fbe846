import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aCustomerForm, aFollowUpForm } from '../src-main/ipc/testing/forms.ts';
import { beginJourney, type Journey } from './journey.ts';

const wang = '杭州王记建材有限公司';
const made = z.object({ id: z.string() });
const tierList = z.object({ tiers: z.array(z.object({ id: z.string(), name: z.string() })) });

/** A customer of tier A nobody spoke with for 45 days: warned of, put off, judged, and what winning him back cost. */
describe('loyalty and warnings', () => {
  let journey: Journey;
  const words = (...args: Parameters<Journey['words']>) => journey.words(...args);
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await journey.page.keyboard.press(key);
  };
  const silent = (): string =>
    words('warnings.why.silent', { tier: words('tier.named', { name: 'A' }), count: 45, cadence: 7 });
  const warnings = () => journey.shell.today.region.getByRole('region', { name: words('warnings.title') });
  const pane = () => journey.shell.today.pane;
  const rating = (part: 'priceSensitivity' | 'recommends') =>
    pane()
      .tabBody('loyalty')
      .getByRole('radiogroup', { name: words(`loyalty.part.${part}`) });
  const checked = (part: 'priceSensitivity' | 'recommends', level: string) =>
    rating(part).locator('[role=radio][aria-checked=true]').filter({ hasText: level }).waitFor();

  beforeAll(async () => {
    journey = await beginJourney({ clock: '2026-02-09T09:00:00+08:00' });
    await journey.call('settings.save', { timeZone: 'Asia/Shanghai', companyName: '华兴五金' });
    const { tiers } = tierList.parse(await journey.call('tiers.list', {}));
    const tierA = tiers.find(({ name }) => name === 'A');
    const { id: customerId } = made.parse(
      await journey.call('customers.create', {
        customer: aCustomerForm({ name: wang, tierId: tierA?.id ?? null, phone: '13858126630' }),
      }),
    );
    await journey.call('followUps.create', {
      customerId,
      followUp: aFollowUpForm({ text: '要了两箱合页', happenedAt: '2025-12-26T02:00:00.000Z' }),
    });
    await journey.shell.goToToday();
  }, 120_000);
  afterAll(async () => {
    await journey.app.close();
  });

  it('warns on Today of a silent customer of tier A, with the reason', async () => {
    await warnings().getByText(silent(), { exact: true }).waitFor();
    await journey.picture('warnings-today');
  });

  it('puts the warning off for a week, and takes that back', async () => {
    await warnings()
      .getByRole('button', { name: words('warnings.snoozeOf', { why: silent() }) })
      .click();
    await journey.page.getByRole('menuitem', { name: words('warnings.later.week') }).click();
    await warnings().waitFor({ state: 'detached' });
    await press('Control+Z');
    await warnings().getByText(silent(), { exact: true }).waitFor();
  });

  it('stands in the tab of the list and on top of the pane', async () => {
    await warnings().getByRole('button', { name: wang, exact: true }).click();
    await pane()
      .region.getByRole('region', { name: words('warnings.title') })
      .getByText(silent())
      .waitFor();
  });

  it('is rated by five digits, and a digit is taken back by the next', async () => {
    await pane().showTab('loyalty');
    await rating('priceSensitivity').getByRole('radio').first().focus();
    for (const digit of ['2', '1', '4', '5', '4']) await press(digit, 'ArrowDown');
    await checked('priceSensitivity', '2');
    await checked('recommends', '4');
    // (80 + 100 + 80 + 100 + 80) ÷ 5: nothing else is known of him.
    await expect
      .poll(() =>
        pane()
          .region.getByRole('status', { name: words('loyalty.title') })
          .innerText(),
      )
      .toBe('88');
    await press('3');
    await checked('recommends', '3');
    await journey.picture('loyalty-tab');
    await press('Control+Z');
    await checked('recommends', '4');
  });

  it('notes a rival in one line', async () => {
    const line = pane()
      .region.getByRole('group', { name: words('loyalty.addRival') })
      .getByRole('textbox', { name: words('loyalty.rivalField.rival') });
    await line.fill('永固锁业');
    await line.press('Enter');
    await pane().tabBody('loyalty').getByText('永固锁业').waitFor();
  });

  it('writes what a visit cost with the talk, by two keys more, and undo takes both back', async () => {
    await pane().followUpText.fill('请王总吃饭，谈明年的量');
    await press('Alt+C');
    await pane()
      .region.getByRole('textbox', { name: words('costs.amount') })
      .fill('368');
    await press('Tab');
    await journey.page.keyboard.type('请客');
    await press('Enter');
    await press('Control+Enter');
    await pane().showTab('money');
    const costs = pane().region.getByRole('region', { name: words('costs.title') });
    await costs.getByText(words('costs.sums', { service: '¥368.00', concession: '¥0.00' })).waitFor();
    await journey.picture('costs-pane');
    await warnings().waitFor({ state: 'detached' });
    await journey.shell.undoFromMessage(words('followUp.savedWithNext', { name: wang, next: '' }).trim());
    await costs.getByText(words('costs.sums', { service: '¥0.00', concession: '¥0.00' })).waitFor();
    await warnings().getByText(silent(), { exact: true }).waitFor();
  });
});
