import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ok } from '../../src-shared/core/result.ts';
import { startI18n } from '../app/i18n.ts';
import { queryClient } from '../ipc/query-client.ts';
import { fillJsdomGaps } from '../testing/jsdom-gaps.ts';
import { ReasonField } from './change-fields.tsx';
import { ChangeForm } from './change-form.tsx';

const saved = vi.fn();

/** A change that needs a reason, asked for only when one wants to save. */
function Form() {
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  return (
    <QueryClientProvider client={queryClient}>
      <ChangeForm
        label="作坏账"
        isSaving={false}
        onSave={() => (reason === '' ? setTried(true) : saved(reason))}
        onCancel={() => {}}
      >
        <input aria-label="金额" />
        <ReasonField
          value={reason}
          isRequired
          maxLength={20}
          problem={isTried && reason === '' ? '必填' : null}
          onChange={setReason}
        />
      </ChangeForm>
    </QueryClientProvider>
  );
}

beforeEach(() => {
  fillJsdomGaps();
  startI18n('zh-CN');
  saved.mockClear();
  Object.assign(window, { keben: { call: () => Promise.resolve(ok({})), on: () => () => {} } });
  render(<Form />);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const save = (isHeld: boolean) =>
  fireEvent.keyDown(screen.getByLabelText('金额'), { key: 'Enter', ctrlKey: true, repeat: isHeld });

describe('ChangeForm', () => {
  it('takes one to what is missing', () => {
    screen.getByLabelText('金额').focus();
    save(false);
    expect(document.activeElement).toBe(screen.getByLabelText('原因'));
    expect(saved).not.toHaveBeenCalled();
  });

  it('does not save by a key that is still held from the step before', () => {
    fireEvent.change(screen.getByLabelText('原因'), { target: { value: '倒闭' } });
    save(true);
    expect(saved).not.toHaveBeenCalled();
    save(false);
    expect(saved).toHaveBeenCalledWith('倒闭');
  });
});
