import { Checkbox, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../ipc/use-book.ts';
import { countText } from '../../text/number-text.ts';
import { columnsOffered, inOfferedOrder } from './export-columns.ts';
import { exportCustomers } from './export-customers.ts';
import styles from './export-dialog.module.css';
import { askForExport, type ExportRequest, useExportRequest } from './export-request.ts';

/** Shown while an export is asked for. */
export function ExportDialogHost() {
  const request = useExportRequest((state) => state.request);
  return request && <ExportDialog request={request} />;
}

/** Which customers and which columns; where to is asked by the system's own dialog. */
function ExportDialog({ request }: { readonly request: ExportRequest }) {
  const { t } = useTranslation();
  const today = useToday();
  const [scope, setScope] = useState<'ticked' | 'view'>(request.ticked ? 'ticked' : 'view');
  const [chosen, setChosen] = useState(request.shownColumns);
  const offered = columnsOffered(request.shownColumns);
  const close = () => askForExport(null);
  const start = () => {
    const { selection } = (scope === 'ticked' ? request.ticked : null) ?? request.view;
    close();
    void exportCustomers(selection, inOfferedOrder(offered, chosen), today);
  };
  return (
    <Modal
      open
      width={560}
      title={t('export.start')}
      okText={t('export.go')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: chosen.length === 0, autoFocus: true }}
      onOk={start}
      onCancel={close}
    >
      <fieldset className={styles.part}>
        <legend>{t('export.scope')}</legend>
        <Radio.Group
          className={styles.scopes ?? ''}
          value={scope}
          onChange={(event) => setScope(event.target.value === 'ticked' ? 'ticked' : 'view')}
        >
          {request.ticked && (
            <Radio value="ticked">
              {t('export.ticked', { count: request.ticked.count, shown: countText(request.ticked.count) })}
            </Radio>
          )}
          <Radio value="view">
            {t('export.view', { count: request.view.count, shown: countText(request.view.count) })}
          </Radio>
        </Radio.Group>
      </fieldset>
      <fieldset className={styles.part}>
        <legend>{t('export.columns')}</legend>
        <div className={styles.quick}>
          <button type="button" onClick={() => setChosen(offered)}>
            {t('export.all')}
          </button>
          <button type="button" onClick={() => setChosen(request.shownColumns)}>
            {t('export.shownOnly')}
          </button>
        </div>
        <div className={styles.columns}>
          {offered.map((column) => (
            <Checkbox
              key={column}
              checked={chosen.includes(column)}
              onChange={(event) =>
                setChosen(event.target.checked ? [...chosen, column] : chosen.filter((each) => each !== column))
              }
            >
              {t(`column.${column}`)}
            </Checkbox>
          ))}
        </div>
        <p className={chosen.length === 0 ? styles.problem : styles.small} role="status">
          {t(chosen.length === 0 ? 'export.noColumns' : 'export.order')}
        </p>
      </fieldset>
    </Modal>
  );
}
