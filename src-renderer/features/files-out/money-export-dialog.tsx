import { Checkbox, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DaySpan, namedPeriod } from '../../../src-shared/core/named-period.ts';
import { DayPicker } from '../../components/day-picker.tsx';
import { useToday } from '../../ipc/use-book.ts';
import { useRead } from '../../ipc/use-read.ts';
import styles from './export-dialog.module.css';
import { exportMoneyReport, exportStatements } from './export-money.ts';
import { askForMoneyExport, type MoneyExportKind } from './money-export-request.ts';

/** As of which day or for which period; for statements also whose, and how they are saved. */
export function MoneyExportDialog({ kind }: { readonly kind: MoneyExportKind }) {
  const { t } = useTranslation();
  const today = useToday();
  const [asOf, setAsOf] = useState(today);
  const [span, setSpan] = useState<DaySpan>(() => ({ from: namedPeriod('this_month', today).from, to: today }));
  const [form, setForm] = useState<'files' | 'workbook'>('files');
  const [ownerIds, setOwnerIds] = useState<string[]>([]);
  const [tierIds, setTierIds] = useState<string[]>([]);
  const [onlyOpen, setOnlyOpen] = useState(false);
  const isSpanWrong = kind !== 'aging' && span.to < span.from;
  const close = () => askForMoneyExport(null);
  const start = () => {
    close();
    if (kind === 'aging') return void exportMoneyReport({ kind, asOf });
    if (kind !== 'statements') return void exportMoneyReport({ kind, ...span });
    const chosen = { ...(ownerIds.length > 0 && { ownerIds }), ...(tierIds.length > 0 && { tierIds }) };
    return void exportStatements({ scope: { kind: 'many', onlyOpen, ...chosen }, form, ...span });
  };
  return (
    <Modal
      open
      width={520}
      title={t(`moneyFile.kind.${kind}`)}
      okText={t('moneyFile.go')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: isSpanWrong, autoFocus: true }}
      onOk={start}
      onCancel={close}
    >
      <p className={styles.small}>{t(`moneyFile.words.${kind}`)}</p>
      <fieldset className={styles.part}>
        <legend>{t(kind === 'aging' ? 'moneyFile.asOf' : 'moneyFile.period')}</legend>
        {kind === 'aging' ? (
          <DayPicker
            label={t('moneyFile.asOf')}
            value={asOf}
            isClearable={false}
            onChange={(day) => day && setAsOf(day)}
          />
        ) : (
          <SpanFields span={span} onChange={setSpan} />
        )}
        {isSpanWrong && <p className={styles.problem}>{t('moneyFile.spanWrong')}</p>}
      </fieldset>
      {kind === 'statements' && (
        <>
          <fieldset className={styles.part}>
            <legend>{t('moneyFile.whose')}</legend>
            <WhoseFields owners={ownerIds} onOwners={setOwnerIds} tiers={tierIds} onTiers={setTierIds} />
            <Checkbox checked={onlyOpen} onChange={(event) => setOnlyOpen(event.target.checked)}>
              {t('moneyFile.onlyOpen')}
            </Checkbox>
            <p className={styles.small}>{t('moneyFile.whoseWords')}</p>
          </fieldset>
          <fieldset className={styles.part}>
            <legend>{t('moneyFile.form')}</legend>
            <Radio.Group
              className={styles.scopes ?? ''}
              value={form}
              onChange={(event) => setForm(event.target.value === 'workbook' ? 'workbook' : 'files')}
            >
              <Radio value="files">{t('moneyFile.asFiles')}</Radio>
              <Radio value="workbook">{t('moneyFile.asBook')}</Radio>
            </Radio.Group>
          </fieldset>
        </>
      )}
    </Modal>
  );
}

const offered = ['this_month', 'last_month', 'this_quarter', 'this_year'] as const;

function SpanFields({ span, onChange }: { readonly span: DaySpan; readonly onChange: (span: DaySpan) => void }) {
  const { t } = useTranslation();
  const today = useToday();
  return (
    <>
      <div className={styles.quick}>
        {offered.map((name) => (
          <button key={name} type="button" onClick={() => onChange(namedPeriod(name, today))}>
            {t(`statement.span.${name}`)}
          </button>
        ))}
      </div>
      <DayPicker
        label={t('moneyFile.from')}
        value={span.from}
        isClearable={false}
        onChange={(from) => from && onChange({ ...span, from })}
      />{' '}
      {t('moneyFile.until')}{' '}
      <DayPicker
        label={t('moneyFile.to')}
        value={span.to}
        isClearable={false}
        onChange={(to) => to && onChange({ ...span, to })}
      />
    </>
  );
}

interface WhoseProps {
  readonly owners: string[];
  readonly onOwners: (ids: string[]) => void;
  readonly tiers: string[];
  readonly onTiers: (ids: string[]) => void;
}

function WhoseFields({ owners, onOwners, tiers, onTiers }: WhoseProps) {
  const { t } = useTranslation();
  const users = useRead('users', 'list', {}).data?.users ?? [];
  const known = useRead('tiers', 'list', {}).data?.tiers ?? [];
  const none = 'none';
  return (
    <div className={styles.scopes}>
      <Select
        mode="multiple"
        allowClear
        aria-label={t('moneyFile.owners')}
        placeholder={`${t('moneyFile.owners')}: ${t('moneyFile.everyone')}`}
        value={owners}
        onChange={onOwners}
        options={[
          ...users.map(({ id, name }) => ({ value: id, label: name })),
          { value: none, label: t('moneyFile.noOwner') },
        ]}
      />
      <Select
        mode="multiple"
        allowClear
        aria-label={t('moneyFile.tiers')}
        placeholder={`${t('moneyFile.tiers')}: ${t('moneyFile.everyone')}`}
        value={tiers}
        onChange={onTiers}
        options={[...known.map(({ id, name }) => ({ value: id, label: name })), { value: none, label: t('tier.none') }]}
      />
    </div>
  );
}
