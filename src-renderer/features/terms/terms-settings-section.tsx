import { useTranslation } from 'react-i18next';
import { type Fen, fen } from '../../../src-shared/core/money.ts';
import type { PaymentRecordRules } from '../../../src-shared/payments/payment-record.ts';
import { type TermsAdvice, type TradingTerms, termsAdvices } from '../../../src-shared/terms/terms-advice.ts';
import type { TermsSettings } from '../../../src-shared/terms/terms-contract.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import table from '../../components/list-table.module.css';
import { SettingsRow, SettingsSection } from '../../components/settings-section.tsx';
import { toAppError } from '../../ipc/app-problem.ts';
import { client } from '../../ipc/client.ts';
import { errorText } from '../../ipc/error-text.ts';
import { reported } from '../../ipc/report.ts';
import { useReach } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { FigureField, type FigureUnit } from './figure-field.tsx';
import styles from './terms-settings.module.css';

type Save = (change: Partial<TermsSettings>) => Promise<boolean>;

interface Props {
  readonly settings: TermsSettings;
  readonly isReadOnly: boolean;
  readonly onSave: Save;
}

const mostDays = 3_650;
const mostFen = 999_999_999_999_999;
const mostBp = 10_000;

/** 交易条件与权限: every threshold behind record, advice and limits, with what it does. */
export function TermsSettingsSection() {
  const { t } = useTranslation();
  const read = useRead('terms', 'settings', {});
  const mayEdit = useReach('terms.edit') !== null;
  const save: Save = async (change) =>
    (await reported(client.terms.saveSettings(change), t('termsSettings.saved'))) !== null;
  return (
    <SettingsSection
      title={t('settings.section.terms')}
      words={t(mayEdit ? 'termsSettings.words' : 'settings.readOnly')}
    >
      {read.error && <EmptyState title={errorText(t, toAppError(read.error))} />}
      {read.data && (
        <>
          <Limits settings={read.data} isReadOnly={!mayEdit} onSave={save} />
          <TermsTable settings={read.data} isReadOnly={!mayEdit} onSave={save} />
          <RecordRules settings={read.data} isReadOnly={!mayEdit} onSave={save} />
        </>
      )}
    </SettingsSection>
  );
}

function Limits({ settings, isReadOnly, onSave }: Props) {
  const { t } = useTranslation();
  const { salespersonLimits: limits, orderOverdue } = settings;
  const none = t('termsSettings.noLimit');
  return (
    <>
      <h3 className={styles.title}>{t('termsSettings.limits')}</h3>
      <SettingsRow label={t('termsSettings.limit.discount')} hint={t('termsSettings.limit.discountWords')}>
        <FigureField
          label={t('termsSettings.limit.discount')}
          unit="share"
          value={limits.discountBp}
          noneWords={none}
          most={mostBp}
          isReadOnly={isReadOnly}
          onSave={(discountBp) => onSave({ salespersonLimits: { ...limits, discountBp } })}
        />
      </SettingsRow>
      <SettingsRow label={t('termsSettings.limit.days')} hint={t('termsSettings.limit.daysWords')}>
        <FigureField
          label={t('termsSettings.limit.days')}
          unit="days"
          value={limits.creditDays}
          noneWords={none}
          most={mostDays}
          isReadOnly={isReadOnly}
          onSave={(creditDays) => onSave({ salespersonLimits: { ...limits, creditDays } })}
        />
      </SettingsRow>
      <SettingsRow label={t('termsSettings.limit.credit')} hint={t('termsSettings.limit.creditWords')}>
        <FigureField
          label={t('termsSettings.limit.credit')}
          unit="money"
          value={limits.creditFen}
          noneWords={none}
          most={mostFen}
          isReadOnly={isReadOnly}
          onSave={(credit) => onSave({ salespersonLimits: { ...limits, creditFen: fenOrNull(credit) } })}
        />
      </SettingsRow>
      <SettingsRow label={t('termsSettings.overdue.days')} hint={t('termsSettings.overdue.words')}>
        <div className={styles.pair}>
          <FigureField
            label={t('termsSettings.overdue.days')}
            unit="days"
            value={orderOverdue.days}
            most={mostDays}
            isReadOnly={isReadOnly}
            onSave={(days) => onSave({ orderOverdue: { ...orderOverdue, days: days ?? 0 } })}
          />
          <FigureField
            label={t('termsSettings.overdue.smallest')}
            unit="money"
            value={orderOverdue.smallestFen}
            most={mostFen}
            isReadOnly={isReadOnly}
            onSave={(smallest) => onSave({ orderOverdue: { ...orderOverdue, smallestFen: fen(smallest ?? 0) } })}
          />
        </div>
      </SettingsRow>
    </>
  );
}

function fenOrNull(value: number | null): Fen | null {
  return value === null ? null : fen(value);
}

const columns = [
  { field: 'discountBp', unit: 'share', most: mostBp },
  { field: 'creditDays', unit: 'days', most: mostDays },
  { field: 'creditLimitFen', unit: 'money', most: mostFen },
  { field: 'depositBp', unit: 'share', most: mostBp },
] as const satisfies readonly { field: keyof TradingTerms; unit: FigureUnit; most: number }[];

function TermsTable({ settings, isReadOnly, onSave }: Props) {
  const { t } = useTranslation();
  const save = (advice: TermsAdvice, field: keyof TradingTerms, value: number) => {
    const old = settings.terms[advice];
    const changed: TradingTerms =
      field === 'creditLimitFen' ? { ...old, creditLimitFen: fen(value) } : { ...old, [field]: value };
    return onSave({ terms: { ...settings.terms, [advice]: changed } });
  };
  return (
    <>
      <h3 className={styles.title}>{t('termsSettings.table')}</h3>
      <p className={styles.words}>{t('termsSettings.tableWords')}</p>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('termsSettings.advice')}</th>
            {columns.map(({ field }) => (
              <th key={field} scope="col">
                {t(`termsSettings.column.${field}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {termsAdvices.map((advice) => (
            <tr key={advice}>
              <th scope="row" className={styles.advice}>
                {t(`terms.advice.${advice}`)}
              </th>
              {columns.map(({ field, unit, most }) => (
                <td key={field}>
                  <FigureField
                    label={t('termsSettings.cellOf', {
                      advice: t(`terms.advice.${advice}`),
                      column: t(`termsSettings.column.${field}`),
                    })}
                    unit={unit}
                    value={settings.terms[advice][field]}
                    most={most}
                    isReadOnly={isReadOnly}
                    onSave={(value) => save(advice, field, value ?? 0)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const rules = [
  { field: 'windowMonths', unit: 'months', least: 1, most: 120 },
  { field: 'graceDays', unit: 'days', least: 0, most: mostDays },
  { field: 'smallRestFen', unit: 'money', least: 0, most: mostFen },
  { field: 'fewestDue', unit: 'times', least: 1, most: 100 },
  { field: 'goodOnTimePercent', unit: 'percent', least: 0, most: 100 },
  { field: 'goodOverdueDays', unit: 'days', least: 0, most: mostDays },
  { field: 'poorOverdueDays', unit: 'days', least: 0, most: mostDays },
  { field: 'poorMeanDaysLate', unit: 'days', least: 0, most: mostDays },
  { field: 'poorOnTimePercent', unit: 'percent', least: 0, most: 100 },
  { field: 'poorShareMeanDaysLate', unit: 'days', least: 0, most: mostDays },
] as const satisfies readonly { field: keyof PaymentRecordRules; unit: FigureUnit; least: number; most: number }[];

function RecordRules({ settings, isReadOnly, onSave }: Props) {
  const { t } = useTranslation();
  const { record } = settings;
  const save = (field: keyof PaymentRecordRules, value: number) =>
    onSave({
      record: field === 'smallRestFen' ? { ...record, smallRestFen: fen(value) } : { ...record, [field]: value },
    });
  return (
    <>
      <h3 className={styles.title}>{t('termsSettings.record')}</h3>
      <p className={styles.words}>{t('termsSettings.recordWords')}</p>
      {rules.map(({ field, unit, least, most }) => (
        <SettingsRow key={field} label={t(`termsSettings.rule.${field}`)} hint={t(`termsSettings.ruleWords.${field}`)}>
          <FigureField
            label={t(`termsSettings.rule.${field}`)}
            unit={unit}
            value={record[field]}
            least={least}
            most={most}
            isReadOnly={isReadOnly}
            onSave={(value) => save(field, value ?? 0)}
          />
        </SettingsRow>
      ))}
    </>
  );
}
