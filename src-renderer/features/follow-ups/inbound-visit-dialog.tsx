import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { EntryLabel, EntrySide, SearchList } from '../../components/search-list.tsx';
import { useCustomerFinder } from '../../ipc/use-customer-finder.ts';
import { writeFollowUp } from '../../state/open-customer.ts';
import { goTo } from '../../state/page.ts';
import { phoneText } from '../../text/number-text.ts';

/** 登记来访: who came in? Then the pane opens with the caret in the line and the channel set. */
export function InboundVisitDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { typed, type, search, rows, isSettled } = useCustomerFinder();
  return (
    <Modal open width={480} title={t('followUp.inbound.command')} footer={null} onCancel={onClose} style={{ top: 96 }}>
      <SearchList
        hint={t('followUp.inbound.who')}
        typed={typed}
        onType={type}
        entries={rows}
        keyOf={(row) => row.id}
        entryOf={(row) => (
          <>
            <EntryLabel>{row.name}</EntryLabel>
            <EntrySide>
              {row.contactName} {row.phone && phoneText(row.phone)}
            </EntrySide>
          </>
        )}
        isSettled={isSettled}
        isNothing={search !== '' && rows.length === 0 && isSettled}
        onChoose={(row) => {
          onClose();
          goTo('customers');
          writeFollowUp(row.id, 'inbound_visit');
        }}
      />
    </Modal>
  );
}
