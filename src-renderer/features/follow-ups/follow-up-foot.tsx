import { Button } from 'antd';
import { ChevronDown, ChevronUp, MessageSquareQuote, Paperclip } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { comboText, KeyHint } from '../../components/key-hint.tsx';
import styles from './follow-up-box.module.css';
import { phraseKeys } from './use-phrase-list.ts';

export const moreKeys = 'alt+m';

interface Props {
  readonly isMoreOpen: boolean;
  readonly arePhrasesOpen: boolean;
  readonly isSaving: boolean;
  /** Where the proposed day comes from, or why there is none. */
  readonly why: string;
  readonly onMore: () => void;
  readonly onPhrases: () => void;
  /** Null: another's customer, on whom no money is said to be spent. */
  readonly costs: ReactNode;
  readonly onFiles: () => void;
  readonly onSave: () => void;
}

/** Under the line: the second row, phrases, files, why that day, and saving. */
export function FollowUpFoot(props: Props) {
  const { t } = useTranslation();
  const { isMoreOpen, arePhrasesOpen, isSaving, why } = props;
  const Chevron = isMoreOpen ? ChevronUp : ChevronDown;
  return (
    <div className={styles.foot}>
      <button
        type="button"
        className={styles.tool}
        aria-expanded={isMoreOpen}
        title={comboText(moreKeys)}
        onClick={props.onMore}
      >
        {t('action.more')}
        <Chevron size={12} strokeWidth={1.75} aria-hidden />
      </button>
      <button
        type="button"
        className={styles.tool}
        aria-label={t('phrases.label')}
        aria-expanded={arePhrasesOpen}
        title={`${t('phrases.label')} ${comboText(phraseKeys)}`}
        // The caret stays in the line, where the phrase goes.
        onMouseDown={(event) => event.preventDefault()}
        onClick={props.onPhrases}
      >
        <MessageSquareQuote size={14} strokeWidth={1.75} aria-hidden />
      </button>
      <button
        type="button"
        className={styles.tool}
        aria-label={t('attachment.add')}
        title={t('attachment.add')}
        onClick={props.onFiles}
      >
        <Paperclip size={14} strokeWidth={1.75} aria-hidden />
      </button>
      {props.costs}
      <span className={styles.why}>{why}</span>
      <Button size="small" type="primary" loading={isSaving} onClick={props.onSave}>
        {t('action.save')}
        <KeyHint combo="mod+enter" onSolid />
      </Button>
    </div>
  );
}
