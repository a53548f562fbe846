import { Modal } from 'antd';
import { useDeferredValue, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerRow } from '../../../src-shared/customers/customer.ts';
import { useRead } from '../../ipc/use-read.ts';
import { writeFollowUp } from '../../state/open-customer.ts';
import { goTo } from '../../state/page.ts';
import { phoneText } from '../../text/number-text.ts';
import styles from './inbound-visit-dialog.module.css';

const customersShown = 8;

/** 登记来访: who came in? Then the pane opens with the caret in the line and the channel set. */
export function InboundVisitDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const search = useDeferredValue(typed.trim());
  const listId = useId();
  const found = useRead(
    'customers',
    'list',
    { view: { search }, offset: 0, limit: customersShown },
    { enabled: search !== '', keepShowing: true },
  );
  const rows = search === '' ? [] : (found.data?.rows ?? []);
  const current = Math.min(at, rows.length - 1);
  // A quick hand presses Enter before the list has followed: what stood there before must not answer.
  const isSettled = search === typed.trim() && found.data !== undefined && !found.isPlaceholderData;
  const choose = (row: CustomerRow) => {
    onClose();
    goTo('customers');
    writeFollowUp(row.id, 'inbound_visit');
  };
  const [isEnterWaiting, setEnterWaiting] = useState(false);
  useEffect(() => {
    if (!isEnterWaiting || !isSettled) return;
    setEnterWaiting(false);
    const row = rows[current];
    if (row) choose(row);
  });
  return (
    <Modal open width={480} title={t('followUp.inbound.command')} footer={null} onCancel={onClose} style={{ top: 96 }}>
      <input
        // The dialog is opened to type into it.
        // biome-ignore lint/a11y/noAutofocus: see above
        autoFocus
        className={styles.input}
        spellCheck={false}
        value={typed}
        maxLength={200}
        placeholder={t('followUp.inbound.who')}
        aria-label={t('followUp.inbound.who')}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={rows[current] ? `${listId}-${current}` : undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
          setEnterWaiting(false);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') setAt((current + 1) % Math.max(1, rows.length));
          else if (event.key === 'ArrowUp') setAt((current - 1 + rows.length) % Math.max(1, rows.length));
          else if (event.key !== 'Enter') return;
          else setEnterWaiting(true);
          event.preventDefault();
        }}
      />
      <div className={styles.list} role="listbox" id={listId} aria-label={t('palette.results')}>
        {rows.map((row, index) => (
          <div
            key={row.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className={styles.row}
            onMouseMove={() => setAt(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(row)}
            onKeyDown={undefined}
          >
            <span className={styles.name}>{row.name}</span>
            <span className={styles.side}>
              {row.contactName} {row.phone && phoneText(row.phone)}
            </span>
          </div>
        ))}
        {search !== '' && rows.length === 0 && isSettled && <p className={styles.none}>{t('palette.nothing')}</p>}
      </div>
    </Modal>
  );
}
