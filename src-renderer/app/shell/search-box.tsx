import { Search, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../components/key-hint.tsx';
import { enterCustomerList, searchCustomers, useCustomerSearch } from '../../state/customer-search.ts';
import { goTo, usePageStore } from '../../state/page.ts';
import styles from './top-bar.module.css';

/** Narrows the customer list as one types, from whatever page; ↓ goes on into the list, Esc empties. */
export function SearchBox() {
  const { t } = useTranslation();
  const { text, focusWish } = useCustomerSearch();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focusWish === 0) return;
    input.current?.focus();
    input.current?.select();
  }, [focusWish]);
  const type = (typed: string) => {
    searchCustomers(typed);
    if (usePageStore.getState().page !== 'customers') goTo('customers');
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> has no style of its own here and older readers miss it
    <div className={styles.search} role="search">
      <Search size={16} strokeWidth={1.75} aria-hidden />
      <input
        ref={input}
        type="search"
        className={styles.input}
        value={text}
        maxLength={200}
        spellCheck={false}
        placeholder={t('shell.searchHint')}
        aria-label={t('shell.search')}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape' && text !== '') {
            event.preventDefault();
            type('');
          } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault();
            enterCustomerList();
          }
        }}
      />
      {text === '' ? (
        <KeyHint combo="mod+k" />
      ) : (
        <button type="button" className={styles.clear} aria-label={t('shell.clearSearch')} onClick={() => type('')}>
          <X size={14} strokeWidth={1.75} aria-hidden />
        </button>
      )}
    </div>
  );
}
