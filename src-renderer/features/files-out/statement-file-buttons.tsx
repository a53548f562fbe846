import { Button } from 'antd';
import { FileSpreadsheet, FileText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../src-shared/core/id.ts';
import type { DaySpan } from '../../../src-shared/core/named-period.ts';
import { useReach } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { showPrintPreview } from '../../state/print-request.ts';
import { exportStatement, statementFileName } from './export-money.ts';

interface Props {
  readonly customerId: Id;
  readonly span: DaySpan;
}

/** At the foot of a 对账单: the same as a PDF and as a workbook. */
export function StatementFileButtons({ customerId, span }: Props) {
  const { t } = useTranslation();
  const mayExport = useReach('export.money') !== null;
  const [isWriting, setIsWriting] = useState(false);
  const name = useRead('customers', 'get', { id: customerId }).data?.name;
  if (!mayExport || name === undefined) return null;
  const write = async () => {
    setIsWriting(true);
    try {
      await exportStatement(customerId, name, span);
    } finally {
      setIsWriting(false);
    }
  };
  const { from, to } = span;
  return (
    <>
      <Button
        type="text"
        icon={<FileText size={16} strokeWidth={1.75} aria-hidden />}
        onClick={() =>
          showPrintPreview({ kind: 'statement', customerId, from, to, saveAs: statementFileName(name, span) })
        }
      >
        {t('moneyFile.pdf')}
      </Button>
      <Button
        type="text"
        loading={isWriting}
        icon={<FileSpreadsheet size={16} strokeWidth={1.75} aria-hidden />}
        onClick={() => void write()}
      >
        {t('moneyFile.excel')}
      </Button>
    </>
  );
}
