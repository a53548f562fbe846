import { Button, Input } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { readScaled, scaledText } from '../../../src-shared/core/scaled-number.ts';
import type { RivalNote } from '../../../src-shared/loyalty/assessment.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './loyalty.module.css';

export type RivalFields = Pick<RivalNote, 'rival' | 'product' | 'unitPriceE4' | 'sharePercent' | 'note'>;

interface Props {
  /** Null: a new one. */
  readonly start: RivalNote | null;
  readonly label: string;
  /** Null: it could not be saved and has been said why; what was typed stays. */
  readonly onSave: (fields: RivalFields) => Promise<unknown>;
  /** Given: Esc and a saved change close it. */
  readonly onClose?: () => void;
}

interface Typed {
  readonly rival: string;
  readonly product: string;
  readonly price: string;
  readonly share: string;
  readonly note: string;
}

const blank: Typed = { rival: '', product: '', price: '', share: '', note: '' };

/** One line: who, what, price, share, a note. Enter in any of its fields saves. */
export function RivalForm({ start, label, onSave, onClose }: Props) {
  const { t } = useWindowWords();
  const [typed, setTyped] = useState(start === null ? blank : typedOf(start));
  const [showsWrong, setShowsWrong] = useState(false);
  const group = useRef<HTMLFieldSetElement>(null);
  const price = readScaled(typed.price, 4);
  const share = readScaled(typed.share, 0);
  const isWrong: Partial<Record<keyof Typed, boolean>> = {
    rival: showsWrong && typed.rival.trim() === '',
    price: price.kind === 'problem' || (price.kind === 'number' && price.value < 0),
    share: share.kind === 'problem' || (share.kind === 'number' && (share.value < 0 || share.value > 100)),
  };
  const problemWords: Partial<Record<keyof Typed, string>> = {
    rival: t('loyalty.rivalProblem.rival'),
    price: t('loyalty.rivalProblem.price'),
    share: t('loyalty.rivalProblem.share'),
  };
  const save = async () => {
    setShowsWrong(true);
    if (typed.rival.trim() === '' || isWrong.price || isWrong.share) return;
    const saved = await onSave({
      rival: typed.rival.trim(),
      product: orNull(typed.product),
      unitPriceE4: price.kind === 'number' ? price.value : null,
      sharePercent: share.kind === 'number' ? share.value : null,
      note: orNull(typed.note),
    });
    if (saved === null) return;
    setShowsWrong(false);
    setTyped(blank);
    if (onClose) onClose();
    else group.current?.querySelector('input')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && onClose) onClose();
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) void save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <fieldset ref={group} className={styles.rivalForm} aria-label={label} onKeyDown={onKeyDown}>
      {(['rival', 'product', 'price', 'share', 'note'] as const).map((field) => (
        <Input
          key={field}
          size="small"
          className={styles[`rival_${field}`] ?? ''}
          aria-label={t(`loyalty.rivalField.${field}`)}
          aria-invalid={isWrong[field] ?? false}
          {...(isWrong[field] ? { status: 'error' as const, title: problemWords[field] } : {})}
          placeholder={t(`loyalty.rivalField.${field}`)}
          maxLength={field === 'note' ? 500 : 100}
          {...(field === 'price' ? { prefix: '¥' } : field === 'share' ? { suffix: '%' } : {})}
          value={typed[field]}
          onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
        />
      ))}
      <Button size="small" onClick={() => void save()}>
        {t(start === null ? 'loyalty.add' : 'action.save')}
      </Button>
    </fieldset>
  );
}

function typedOf({ rival, product, unitPriceE4, sharePercent, note }: RivalNote): Typed {
  return {
    rival,
    product: product ?? '',
    price: unitPriceE4 === null ? '' : scaledText(unitPriceE4, 4, 2),
    share: sharePercent === null ? '' : String(sharePercent),
    note: note ?? '',
  };
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
