import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../src-shared/core/id.ts';
import { useReach, useUsers } from '../../ipc/use-current-user.ts';

interface Props {
  readonly value: Id | null;
  readonly hasFocus?: boolean;
  readonly onChange: (personId: Id | null) => void;
}

const nobody = 'none';

/** Who goes: those with the firm; whoever may plan for himself only gives work to nobody else. */
export function PersonChoice({ value, hasFocus = false, onChange }: Props) {
  const { t } = useTranslation();
  const { users, current } = useUsers();
  const reach = useReach('follow_ups.edit');
  const mayGo = users.filter(
    (user) =>
      user.id === value || (!user.isGone && user.role !== 'bookkeeper' && (reach === 'all' || user.id === current?.id)),
  );
  return (
    <Select<string>
      size="small"
      autoFocus={hasFocus}
      aria-label={t('field.personId')}
      value={value ?? nobody}
      options={[
        ...mayGo.map((user) => ({ value: user.id, label: user.name })),
        { value: nobody, label: t('visit.nobody') },
      ]}
      onChange={(chosen) => onChange(mayGo.find((user) => user.id === chosen)?.id ?? null)}
    />
  );
}
