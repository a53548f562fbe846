import { useTranslation } from 'react-i18next';
import type { PaymentGrade } from '../../src-shared/payments/payment-record.ts';
import styles from './grade-text.module.css';

/** 良好, 一般, 较差, 未知, in the colour each has on every page. */
export function GradeText({ grade }: { readonly grade: PaymentGrade }) {
  const { t } = useTranslation();
  return (
    <span className={styles.grade} data-grade={grade}>
      {t(`money.grade.${grade}`)}
    </span>
  );
}
