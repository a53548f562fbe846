import {
  Banknote,
  CalendarCheck,
  FileCheck,
  Handshake,
  Layers,
  type LucideIcon,
  Package,
  Pencil,
  ReceiptText,
  Trash2,
  Undo2,
  UserPlus,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../src-shared/attachments/attachment.ts';
import type { TimelineItem } from '../../../src-shared/customers/timeline.ts';
import type { FollowUp } from '../../../src-shared/follow-ups/follow-up.ts';
import { channelIcons } from '../../components/channel-icons.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FileChip } from '../../components/file-chip.tsx';
import { MoneyText } from '../../components/money-text.tsx';
import { PagedList } from '../../components/paged-list.tsx';
import type { TalkContact } from '../../components/talk-details.tsx';
import { client } from '../../ipc/client.ts';
import { reported, sayError, settled } from '../../ipc/report.ts';
import { useUsers } from '../../ipc/use-current-user.ts';
import { useTimeline } from '../../ipc/use-pages.ts';
import { useRead } from '../../ipc/use-read.ts';
import { momentText, pastDayText } from '../../text/day-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { FollowUpEditor } from './follow-up-editor.tsx';
import styles from './timeline.module.css';
import { amountOf, isMoneyIn, isVoid, openerOf } from './timeline-money.ts';
import { byMonth, monthText, type TimelineNames, type TimelineWords, timelineWords } from './timeline-words.ts';

interface Props {
  readonly customerId: string;
  /** The primary one first. */
  readonly contacts: readonly TalkContact[];
  readonly mayEdit: boolean;
}

/** 时间线: what happened with the customer, newest first, a heading per month. */
export function Timeline({ customerId, contacts, mayEdit }: Props) {
  const words = useWindowWords();
  const { t } = words;
  const pages = useTimeline(customerId);
  const tiers = useRead('tiers', 'list', {}).data?.tiers ?? [];
  const { users } = useUsers();
  return (
    <PagedList pages={pages} whenEmpty={<EmptyState title={t('timeline.empty')} words={t('timeline.emptyWords')} />}>
      {(items) =>
        byMonth(items, words.timeZone).map(({ month, items: ofMonth }) => (
          <section key={month} className={styles.month}>
            <h3 className={styles.heading}>{monthText(words, month)}</h3>
            <ol className={styles.list}>
              {ofMonth.map((item) => (
                <Item
                  key={`${item.kind}:${item.id}`}
                  item={item}
                  customerId={customerId}
                  names={{ tiers, users }}
                  contacts={contacts}
                  mayEdit={mayEdit}
                />
              ))}
            </ol>
          </section>
        ))
      }
    </PagedList>
  );
}

function iconOf(item: TimelineItem): LucideIcon {
  return item.kind === 'follow_up' ? channelIcons[item.followUp.channel] : icons[item.kind];
}

const icons: Readonly<Record<Exclude<TimelineItem['kind'], 'follow_up'>, LucideIcon>> = {
  visit_plan: CalendarCheck,
  tier_change: Layers,
  created: UserPlus,
  order: Package,
  receivable: ReceiptText,
  settlement: Banknote,
  refund: Undo2,
  promise: Handshake,
  terms: FileCheck,
};

interface ItemProps {
  readonly item: TimelineItem;
  readonly customerId: string;
  readonly names: TimelineNames;
  readonly contacts: readonly TalkContact[];
  readonly mayEdit: boolean;
}

function Item({ item, customerId, names, contacts, mayEdit }: ItemProps) {
  const words = useWindowWords();
  const [isEditing, setEditing] = useState(false);
  const said = timelineWords(words, names, item);
  const Icon = iconOf(item);
  return (
    <li className={styles.item}>
      <span className={styles.disc} data-kind={item.kind}>
        <Icon size={14} strokeWidth={1.75} aria-hidden />
      </span>
      <div className={styles.body}>
        <div className={styles.line}>
          <Title said={said} item={item} customerId={customerId} />
          <span className={styles.right}>
            {item.kind === 'follow_up' && mayEdit && (
              <FollowUpActions followUp={item.followUp} onEdit={() => setEditing(true)} />
            )}
            <When item={item} />
          </span>
        </div>
        {item.kind === 'follow_up' && isEditing ? (
          <FollowUpEditor item={item} contacts={contacts} onClose={() => setEditing(false)} />
        ) : (
          <Said said={said} item={item} />
        )}
        {said.marks.length > 0 && !isEditing && <p className={styles.marks}>{said.marks.join(' · ')}</p>}
        {item.kind === 'follow_up' && <TalkFiles attachments={item.attachments} />}
      </div>
    </li>
  );
}

interface TitleProps {
  readonly said: TimelineWords;
  readonly item: TimelineItem;
  readonly customerId: string;
}

/** The heading of an item; of a fact about money it opens the order, the debt or the payment. */
function Title({ said, item, customerId }: TitleProps) {
  const open = openerOf(item, customerId);
  return (
    <span className={styles.title} data-void={isVoid(item) || undefined}>
      {open ? (
        <button type="button" className={styles.open} onClick={open}>
          {said.title}
        </button>
      ) : (
        said.title
      )}{' '}
      <span className={styles.by}>{said.by}</span>
    </span>
  );
}

function When({ item }: { readonly item: TimelineItem }) {
  const words = useWindowWords();
  return (
    <time className={styles.when} dateTime={'on' in item ? item.on : item.at}>
      {'on' in item ? pastDayText(words, item.on) : momentText(words, item.at)}
    </time>
  );
}

function Said({ said, item }: { readonly said: TimelineWords; readonly item: TimelineItem }) {
  const amount = amountOf(item);
  if (said.text === '' && amount === null) return null;
  return (
    <div className={styles.line}>
      <p className={styles.text}>{said.text}</p>
      {amount !== null && (
        <MoneyText amount={amount} tone={isVoid(item) ? 'quiet' : isMoneyIn(item) ? 'received' : 'plain'} isStrong />
      )}
    </div>
  );
}

/** What came with the talk; opened by the system's programs. */
function TalkFiles({ attachments }: { readonly attachments: readonly Attachment[] }) {
  const open = async (id: string) => {
    const done = await settled(client.attachments.open({ id }));
    if (!done.ok) sayError(done.error);
  };
  if (attachments.length === 0) return null;
  return (
    <ul className={styles.files}>
      {attachments.map(({ id, fileName }) => (
        <li key={id}>
          <FileChip name={fileName} onOpen={() => void open(id)} />
        </li>
      ))}
    </ul>
  );
}

function FollowUpActions({ followUp, onEdit }: { readonly followUp: FollowUp; readonly onEdit: () => void }) {
  const { t } = useTranslation();
  return (
    <span className={styles.actions}>
      <button type="button" className={styles.action} aria-label={t('followUp.edit')} onClick={onEdit}>
        <Pencil size={14} strokeWidth={1.75} aria-hidden />
      </button>
      <button
        type="button"
        className={styles.action}
        aria-label={t('action.delete')}
        onClick={() => void reported(client.followUps.moveToBin({ id: followUp.id }), t('followUp.binned'))}
      >
        <Trash2 size={14} strokeWidth={1.75} aria-hidden />
      </button>
    </span>
  );
}
