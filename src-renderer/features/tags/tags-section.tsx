import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tag } from '../../../src-shared/tags/tags-contract.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import table from '../../components/list-table.module.css';
import { NameField } from '../../components/name-field.tsx';
import { SettingsSection } from '../../components/settings-section.tsx';
import { client } from '../../ipc/client.ts';
import { reported } from '../../ipc/report.ts';
import { useReach } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { countText } from '../../text/number-text.ts';

/** The book's tags: what they are called and who carries them. */
export function TagsSection() {
  const { t } = useTranslation();
  const tags = useRead('tags', 'list', {}).data?.tags;
  const mayEdit = useReach('settings.edit') !== null;
  const mayAdd = useReach('customers.edit') !== null;
  return (
    <SettingsSection title={t('settings.section.tags')} words={t(mayEdit ? 'tags.words' : 'settings.readOnly')}>
      {tags?.length === 0 && <EmptyState title={t('tags.none')} words={t('tags.noneWords')} />}
      {tags && tags.length > 0 && (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('tags.name')}</th>
              <th scope="col" className={table.number}>
                {t('tags.customers')}
              </th>
              <th aria-hidden />
            </tr>
          </thead>
          <tbody>
            {tags.map((tag) => (
              <TagLine key={tag.id} tag={tag} mayEdit={mayEdit} />
            ))}
          </tbody>
        </table>
      )}
      {mayAdd && <AddTag />}
    </SettingsSection>
  );
}

function TagLine({ tag, mayEdit }: { readonly tag: Tag; readonly mayEdit: boolean }) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const { id, name, customerCount } = tag;
  const remove = () => {
    setAsked(false);
    void reported(client.tags.moveToBin({ id }), t('tags.deleted', { name, count: customerCount }));
  };
  return (
    <tr>
      <td>
        <NameField
          label={t('tags.rename')}
          value={name}
          maxLength={30}
          isReadOnly={!mayEdit}
          className={table.field ?? ''}
          onSave={async (typed) =>
            (await reported(client.tags.rename({ id, name: typed }), t('tags.renamed', { name: typed }))) !== null
          }
        />
      </td>
      <td className={table.number}>{countText(customerCount)}</td>
      <td className={table.actions}>
        {mayEdit && (
          <button
            type="button"
            className={table.link}
            aria-label={t('tags.deleteOf', { name })}
            onClick={() => (customerCount === 0 ? remove() : setAsked(true))}
          >
            {t('tags.delete')}
          </button>
        )}
        {isAsked && (
          <Modal
            open
            width={440}
            title={t('tags.deleteTitle', { name })}
            okText={t('tags.delete')}
            cancelText={t('action.cancel')}
            onOk={remove}
            onCancel={() => setAsked(false)}
          >
            {t('tags.deleteWords', { count: customerCount })}
          </Modal>
        )}
      </td>
    </tr>
  );
}

function AddTag() {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const add = async () => {
    if (name.trim() === '') return;
    const done = await reported(client.tags.create({ name }), t('tags.added', { name: name.trim() }));
    if (done) setName('');
  };
  return (
    <form
      className={table.add}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Input
        size="small"
        className={table.field ?? ''}
        maxLength={30}
        placeholder={t('tags.newName')}
        aria-label={t('tags.newName')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button size="small" htmlType="submit" disabled={name.trim() === ''}>
        {t('tags.add')}
      </Button>
    </form>
  );
}
