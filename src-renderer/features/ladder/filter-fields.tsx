import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOfProcedure } from '../../../src-shared/ipc/procedure.ts';
import type { measuresContract } from '../../../src-shared/measures/measures-contract.ts';
import { client } from '../../ipc/client.ts';
import { runJob } from '../../ipc/jobs.ts';
import { sayError, settled } from '../../ipc/report.ts';
import { useUsers } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import styles from './ladder-bar.module.css';
import { changeFilter, type FilterKey, filterKeys, useLadderLook } from './ladder-store.ts';

type Regions = OutputOfProcedure<(typeof measuresContract)['regions']>['regions'];

/** Owner, region, trade and source, each of any number of values. */
export function FilterFields() {
  const { t } = useTranslation();
  const filter = useLadderLook((look) => look.filter);
  const options = useFilterOptions();
  return (
    <div className={styles.fields}>
      {filterKeys.map((key) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the control is the Select, which Biome does not know
        <label key={key}>
          <span>{t(`ladder.by.${key}`)}</span>
          <Select<string[]>
            size="small"
            mode="multiple"
            allowClear
            maxTagCount={2}
            aria-label={t(`ladder.by.${key}`)}
            placeholder={t('ladder.all')}
            showSearch={{ optionFilterProp: 'label' }}
            value={[...(filter[key] ?? [])]}
            options={options[key]}
            onChange={(values) => changeFilter(key, values)}
          />
        </label>
      ))}
    </div>
  );
}

type Option = { readonly value: string; readonly label: string };

function useFilterOptions(): Readonly<Record<FilterKey, Option[]>> {
  const { t } = useTranslation();
  const { users } = useUsers();
  const choices = useRead('customers', 'choices', {}).data;
  const regions = useRegions();
  const provinces = useLadderLook((look) => look.filter.provinces);
  const within = regions.filter(({ province }) => !provinces || (province !== null && provinces.includes(province)));
  const plain = (values: readonly (string | null)[]) =>
    [...new Set(values)].flatMap((value) => (value === null ? [] : [{ value, label: value }]));
  return {
    ownerIds: [
      ...users.map(({ id, name }) => ({ value: id, label: name })),
      { value: 'none', label: t('desk.noOwner') },
    ],
    provinces: plain(regions.map(({ province }) => province)),
    cities: plain(within.map(({ city }) => city)),
    districts: plain(choices?.districts ?? []),
    industries: plain(choices?.industries ?? []),
    sources: plain(choices?.sources ?? []),
  };
}

/** Read when the fields are opened: a large book is looked through for it. */
function useRegions(): Regions {
  const [regions, setRegions] = useState<Regions>([]);
  useEffect(() => {
    let isOver = false;
    void settled(runJob(null, (job) => client.measures.regions({}, job))).then((read) => {
      if (isOver) return;
      if (read.ok) setRegions(read.value.regions);
      else sayError(read.error);
    });
    return () => {
      isOver = true;
    };
  }, []);
  return regions;
}
