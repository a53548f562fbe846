import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../ipc/client.ts';
import { sayError, settled } from '../../../ipc/report.ts';

interface Props {
  readonly onTag: (tagId: string) => void;
  readonly onClose: () => void;
}

/** Names a new tag for the ticked customers. */
export function NewTag({ onTag, onClose }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const create = async () => {
    if (name.trim() === '') return;
    const made = await settled(client.tags.create({ name }));
    if (!made.ok) return sayError(made.error);
    onClose();
    onTag(made.value.id);
  };
  return (
    <Modal
      open
      width={360}
      title={t('bulk.newTag')}
      okText={t('action.save')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: name.trim() === '' }}
      onOk={() => void create()}
      onCancel={onClose}
    >
      <Input
        autoFocus
        value={name}
        maxLength={30}
        placeholder={t('bulk.newTagHint')}
        aria-label={t('bulk.newTag')}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={() => void create()}
      />
    </Modal>
  );
}
