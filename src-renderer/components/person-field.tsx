import { Select } from 'antd';
import type { Id } from '../../src-shared/core/id.ts';
import { useUsers } from '../ipc/use-current-user.ts';

interface Props {
  readonly label: string;
  readonly value: Id | null;
  readonly onChange: (personId: Id | null) => void;
  /** What stands there when it is nobody. */
  readonly nobody: string;
}

const nobodyKey = 'none';

/** One of those with the firm; who has left stays named where he was chosen before. */
export function PersonField({ label, value, onChange, nobody }: Props) {
  const { users } = useUsers();
  const offered = users.filter((user) => user.id === value || !user.isGone);
  return (
    <Select<string>
      size="small"
      aria-label={label}
      value={value ?? nobodyKey}
      options={[...offered.map((user) => ({ value: user.id, label: user.name })), { value: nobodyKey, label: nobody }]}
      onChange={(chosen) => onChange(offered.find((user) => user.id === chosen)?.id ?? null)}
    />
  );
}
