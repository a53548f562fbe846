import { Button, Input } from 'antd';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import table from '../../components/list-table.module.css';
import { NameField } from '../../components/name-field.tsx';
import { SettingsSection } from '../../components/settings-section.tsx';
import { client } from '../../ipc/client.ts';
import { reported } from '../../ipc/report.ts';
import { useReach } from '../../ipc/use-current-user.ts';
import { usePhrases } from '../../ipc/use-phrases.ts';
import styles from './phrases-section.module.css';

const longest = 200;
const most = 50;

/** 常用语: what is offered in the follow-up line, in this order. */
export function PhrasesSection() {
  const { t } = useTranslation();
  const { phrases, areOwn } = usePhrases();
  const mayEdit = useReach('settings.edit') !== null;
  const save = async (next: readonly string[] | null, said: string) =>
    (await reported(client.settings.save({ followUpPhrases: next === null ? null : [...new Set(next)] }), said)) !==
    null;
  const swapped = (index: number, other: number) =>
    phrases.map((phrase, place) => phrases[place === index ? other : place === other ? index : place] ?? phrase);
  return (
    <SettingsSection title={t('settings.section.phrases')} words={t(mayEdit ? 'phrases.words' : 'settings.readOnly')}>
      <ol className={styles.list}>
        {phrases.map((phrase, index) => (
          <li key={phrase} className={styles.line}>
            <NameField
              label={t('phrases.edit')}
              value={phrase}
              maxLength={longest}
              isReadOnly={!mayEdit}
              onSave={(typed) =>
                save(
                  phrases.map((other, place) => (place === index ? typed : other)),
                  t('phrases.changed'),
                )
              }
            />
            {mayEdit && (
              <span className={styles.actions}>
                <Action
                  icon={ArrowUp}
                  label={t('phrases.up', { phrase })}
                  isDisabled={index === 0}
                  onClick={() => void save(swapped(index, index - 1), t('phrases.moved'))}
                />
                <Action
                  icon={ArrowDown}
                  label={t('phrases.down', { phrase })}
                  isDisabled={index === phrases.length - 1}
                  onClick={() => void save(swapped(index, index + 1), t('phrases.moved'))}
                />
                <Action
                  icon={Trash2}
                  label={t('phrases.delete', { phrase })}
                  onClick={() =>
                    void save(
                      phrases.filter((_other, place) => place !== index),
                      t('phrases.deleted', { phrase }),
                    )
                  }
                />
              </span>
            )}
          </li>
        ))}
      </ol>
      {mayEdit && (
        <AddPhrase
          isFull={phrases.length >= most}
          onAdd={(phrase) =>
            phrases.includes(phrase)
              ? Promise.resolve(true)
              : save([...phrases, phrase], t('phrases.added', { phrase }))
          }
        />
      )}
      {mayEdit && areOwn && (
        <button type="button" className={table.link} onClick={() => void save(null, t('phrases.reset'))}>
          {t('phrases.useOffered')}
        </button>
      )}
    </SettingsSection>
  );
}

interface ActionProps {
  readonly icon: typeof ArrowUp;
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
}

function Action({ icon: Icon, label, isDisabled = false, onClick }: ActionProps) {
  return (
    <button type="button" className={styles.action} aria-label={label} disabled={isDisabled} onClick={onClick}>
      <Icon size={14} strokeWidth={1.75} aria-hidden />
    </button>
  );
}

interface AddProps {
  readonly isFull: boolean;
  readonly onAdd: (phrase: string) => Promise<boolean>;
}

function AddPhrase({ isFull, onAdd }: AddProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const phrase = typed.trim();
  const add = async () => {
    if (phrase !== '' && (await onAdd(phrase))) setTyped('');
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
        maxLength={longest}
        placeholder={t('phrases.new')}
        aria-label={t('phrases.new')}
        value={typed}
        disabled={isFull}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button size="small" htmlType="submit" disabled={phrase === '' || isFull}>
        {t('phrases.add')}
      </Button>
    </form>
  );
}
