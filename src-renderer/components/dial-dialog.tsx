import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { closeDial, type DialRequest } from '../state/dial-request.ts';
import { DialBar } from './dial-bar.tsx';

/** The number on its way to the phone; Enter notes what was said, when the talk is over. */
export function DialDialog({ request }: { readonly request: DialRequest }) {
  const { t } = useTranslation();
  const { name, contactName, phone, onNote } = request;
  return (
    <Modal
      open
      width={420}
      style={{ top: 120 }}
      title={contactName === null ? t('dial.title', { name }) : t('dial.titleOf', { name, contact: contactName })}
      footer={[
        <Button key="close" size="small" onClick={closeDial}>
          {t('action.close')}
        </Button>,
        ...(onNote === null
          ? []
          : [
              <Button
                key="note"
                size="small"
                type="primary"
                autoFocus
                onClick={() => {
                  closeDial();
                  onNote();
                }}
              >
                {t('dial.note')}
              </Button>,
            ]),
      ]}
      onCancel={closeDial}
    >
      <DialBar phone={phone} />
    </Modal>
  );
}
