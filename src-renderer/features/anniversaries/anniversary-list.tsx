import { Button } from 'antd';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Anniversary } from '../../../src-shared/anniversaries/anniversary.ts';
import { nextOccurrence } from '../../../src-shared/anniversaries/occurrences.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { client } from '../../ipc/client.ts';
import { reported } from '../../ipc/report.ts';
import { useToday } from '../../ipc/use-book.ts';
import { useRead } from '../../ipc/use-read.ts';
import { useDraftStore } from '../../state/drafts.ts';
import { notifyDone } from '../../state/toasts.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './anniversaries.module.css';
import { blankDraft, draftOf } from './anniversary-draft.ts';
import { AnniversaryForm } from './anniversary-form.tsx';
import { givenDayText, nextText } from './anniversary-words.ts';

interface Props {
  readonly customerId: Id;
  /** The primary one first: a new birthday is offered as that contact's. */
  readonly contacts: readonly { readonly id: Id; readonly name: string }[];
  readonly mayEdit: boolean;
}

const isNew = 'new';

/** 纪念日 of a customer and its contacts, the next to come first. */
export function AnniversaryList({ customerId, contacts, mayEdit }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const anniversaries = useRead('anniversaries', 'list', { customerId }).data?.anniversaries;
  const newKey = `anniversary-new:${customerId}`;
  const drafts = useDraftStore((state) => state.drafts);
  const [edited, setEdited] = useState<string | null>(null);
  if (!anniversaries) return null;
  // What was half typed when the page changed or the app fell over is opened again.
  const open =
    edited ?? (newKey in drafts ? isNew : (anniversaries.find(({ id }) => `anniversary:${id}` in drafts)?.id ?? null));
  const close = () => setEdited(null);
  const nameOf = (contactId: Id | null) => contacts.find(({ id }) => id === contactId)?.name ?? null;
  return (
    <section className={styles.anniversaries} aria-label={t('anniversary.heading')}>
      <h3 className={styles.heading}>{t('anniversary.heading')}</h3>
      <ul className={styles.list}>
        {soonestFirst(anniversaries, today).map((anniversary) => (
          <li key={anniversary.id} className={styles.item}>
            {mayEdit && open === anniversary.id ? (
              <AnniversaryForm
                draftKey={`anniversary:${anniversary.id}`}
                start={draftOf(anniversary)}
                contacts={contacts}
                onClose={close}
                onSave={async (fields) => {
                  const done = await client.anniversaries.update({ id: anniversary.id, anniversary: fields });
                  if (done.ok) notifyDone(t('anniversary.changed'), done.value.batchId);
                  return done;
                }}
              />
            ) : (
              <Line
                anniversary={anniversary}
                contactName={nameOf(anniversary.contactId)}
                mayEdit={mayEdit}
                onEdit={() => setEdited(anniversary.id)}
              />
            )}
          </li>
        ))}
      </ul>
      {mayEdit && open === isNew && (
        <AnniversaryForm
          draftKey={newKey}
          start={blankDraft(contacts[0]?.id ?? null)}
          contacts={contacts}
          onClose={close}
          onSave={async (anniversary) => {
            const done = await client.anniversaries.create({ customerId, anniversary });
            if (done.ok) notifyDone(t('anniversary.added'), done.value.batchId);
            return done;
          }}
        />
      )}
      {mayEdit && open !== isNew && (
        <Button size="small" icon={<Plus size={14} strokeWidth={1.75} aria-hidden />} onClick={() => setEdited(isNew)}>
          {t('anniversary.add')}
        </Button>
      )}
      {!mayEdit && anniversaries.length === 0 && <p className={styles.side}>{t('anniversary.none')}</p>}
    </section>
  );
}

interface LineProps {
  readonly anniversary: Anniversary;
  readonly contactName: string | null;
  readonly mayEdit: boolean;
  readonly onEdit: () => void;
}

function Line({ anniversary, contactName, mayEdit, onEdit }: LineProps) {
  const words = useWindowWords();
  const { t } = words;
  const what = anniversary.title ?? t(`anniversary.kind.${anniversary.kind}`);
  const name = contactName === null ? what : t('anniversary.of', { name: contactName, what });
  return (
    <>
      <div className={styles.line}>
        <strong className={styles.name}>{name}</strong>
        <span className={styles.side}>{givenDayText(words, anniversary)}</span>
        <span className={styles.gap} />
        {mayEdit && (
          <span className={styles.actions}>
            <button
              type="button"
              className={styles.action}
              aria-label={t('anniversary.edit', { name })}
              onClick={onEdit}
            >
              <Pencil size={14} strokeWidth={1.75} aria-hidden />
            </button>
            <button
              type="button"
              className={styles.action}
              aria-label={t('anniversary.bin', { name })}
              onClick={() =>
                void reported(client.anniversaries.moveToBin({ id: anniversary.id }), t('anniversary.binned', { name }))
              }
            >
              <Trash2 size={14} strokeWidth={1.75} aria-hidden />
            </button>
          </span>
        )}
      </div>
      <div className={styles.side}>{nextText(words, anniversary, anniversary.kind)}</div>
    </>
  );
}

function soonestFirst(anniversaries: readonly Anniversary[], today: CalendarDate): readonly Anniversary[] {
  return anniversaries
    .map((anniversary) => ({ anniversary, on: nextOccurrence(anniversary, today).on }))
    .sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
    .map(({ anniversary }) => anniversary);
}
