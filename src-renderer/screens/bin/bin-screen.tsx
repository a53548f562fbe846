import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.tsx';
import { BinList } from '../../features/bin/bin-list.tsx';
import { goTo } from '../../state/page.ts';

/** 回收站. */
export function BinScreen() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('page.bin')} />
      <BinList onToCustomers={() => goTo('customers')} />
    </>
  );
}
