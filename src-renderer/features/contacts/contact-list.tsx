import { Button } from 'antd';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactDetail } from '../../../src-shared/contacts/contact.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { client } from '../../ipc/client.ts';
import { reported } from '../../ipc/report.ts';
import { useDraftStore } from '../../state/drafts.ts';
import { notifyDone } from '../../state/toasts.ts';
import { phoneText } from '../../text/number-text.ts';
import { draftOf, emptyContact } from './contact-draft.ts';
import { ContactForm } from './contact-form.tsx';
import styles from './contacts.module.css';

interface Props {
  readonly customerId: string;
  readonly contacts: readonly ContactDetail[];
  readonly primaryContactId: string | null;
  readonly mayEdit: boolean;
}

const isNew = 'new';

/** 联系人: who to talk to, the primary one first. */
export function ContactList({ customerId, contacts, primaryContactId, mayEdit }: Props) {
  const { t } = useTranslation();
  const newKey = `contact-new:${customerId}`;
  const drafts = useDraftStore((state) => state.drafts);
  const [edited, setEdited] = useState<string | null>(null);
  // What was half typed when the page changed or the app fell over is opened again.
  const open =
    edited ?? (newKey in drafts ? isNew : (contacts.find(({ id }) => `contact:${id}` in drafts)?.id ?? null));
  const sorted = [...contacts].sort((a, b) => Number(b.id === primaryContactId) - Number(a.id === primaryContactId));
  const close = () => setEdited(null);
  return (
    <div className={styles.contacts}>
      {contacts.length === 0 && open !== isNew && (
        <EmptyState title={t('contact.none')} words={t('contact.noneWords')} />
      )}
      <ul className={styles.list}>
        {sorted.map((contact) => (
          <li key={contact.id} className={styles.contact}>
            {mayEdit && open === contact.id ? (
              <ContactForm
                draftKey={`contact:${contact.id}`}
                start={draftOf(contact)}
                onClose={close}
                onSave={async (fields) => {
                  const done = await client.contacts.update({ id: contact.id, fields });
                  if (done.ok) notifyDone(t('contact.changed', { name: fields.name }), done.value.batchId);
                  return done;
                }}
              />
            ) : (
              <Contact
                contact={contact}
                isPrimary={contact.id === primaryContactId}
                mayEdit={mayEdit}
                onEdit={() => setEdited(contact.id)}
              />
            )}
          </li>
        ))}
      </ul>
      {mayEdit && open === isNew && (
        <ContactForm
          draftKey={newKey}
          start={emptyContact}
          onClose={close}
          onSave={async (contact) => {
            const done = await client.contacts.create({ customerId, contact });
            if (done.ok) notifyDone(t('contact.added', { name: contact.name }), done.value.batchId);
            return done;
          }}
        />
      )}
      {mayEdit && open !== isNew && (
        <Button size="small" icon={<Plus size={14} strokeWidth={1.75} />} onClick={() => setEdited(isNew)}>
          {t('contact.add')}
        </Button>
      )}
    </div>
  );
}

interface ContactProps {
  readonly contact: ContactDetail;
  readonly isPrimary: boolean;
  readonly mayEdit: boolean;
  readonly onEdit: () => void;
}

function Contact({ contact, isPrimary, mayEdit, onEdit }: ContactProps) {
  const { t } = useTranslation();
  const numbers = [contact.mobile, contact.phone].filter((number) => number !== null);
  const others = [
    contact.wechat === null ? null : t('contact.wechat', { wechat: contact.wechat }),
    contact.email,
    contact.note,
  ].filter((part) => part !== null);
  return (
    <>
      <div className={styles.line}>
        <strong className={styles.name}>{contact.name}</strong>
        <span className={styles.side}>
          {[contact.title, contact.department].filter((part) => part !== null).join(' · ')}
        </span>
        {isPrimary && <span className={styles.badge}>{t('contact.primary')}</span>}
        {contact.isDecisionMaker && <span className={styles.badge}>{t('field.isDecisionMaker')}</span>}
        <span className={styles.gap} />
        {mayEdit && (
          <span className={styles.actions}>
            {!isPrimary && (
              <button
                type="button"
                className={styles.textAction}
                onClick={() =>
                  void reported(
                    client.contacts.update({ id: contact.id, fields: {}, isPrimary: true }),
                    t('contact.madePrimary', { name: contact.name }),
                  )
                }
              >
                {t('contact.makePrimary')}
              </button>
            )}
            <button
              type="button"
              className={styles.action}
              aria-label={t('contact.edit', { name: contact.name })}
              onClick={onEdit}
            >
              <Pencil size={14} strokeWidth={1.75} aria-hidden />
            </button>
            <button
              type="button"
              className={styles.action}
              aria-label={t('contact.bin', { name: contact.name })}
              onClick={() =>
                void reported(
                  client.contacts.moveToBin({ id: contact.id }),
                  t('contact.binned', { name: contact.name }),
                )
              }
            >
              <Trash2 size={14} strokeWidth={1.75} aria-hidden />
            </button>
          </span>
        )}
      </div>
      {numbers.map((number) => (
        <div key={number} className={styles.line}>
          {phoneText(number)}
          <CopyButton text={number} />
        </div>
      ))}
      {others.length > 0 && <p className={styles.others}>{others.join('\n')}</p>}
    </>
  );
}
