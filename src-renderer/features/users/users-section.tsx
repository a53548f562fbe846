import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Role, roles } from '../../../src-shared/users/rights.ts';
import type { User } from '../../../src-shared/users/user.ts';
import table from '../../components/list-table.module.css';
import { NameField } from '../../components/name-field.tsx';
import { SettingsSection } from '../../components/settings-section.tsx';
import { client } from '../../ipc/client.ts';
import { reported } from '../../ipc/report.ts';
import { useReach, useUsers } from '../../ipc/use-current-user.ts';
import { countText } from '../../text/number-text.ts';
import { NewCodeDialog } from './new-code-dialog.tsx';
import pinStyles from './pins.module.css';
import { SetPinDialog } from './set-pin-dialog.tsx';
import styles from './users-section.module.css';

/** Who uses the book and what each may do. */
export function UsersSection() {
  const { t } = useTranslation();
  const { users, current } = useUsers();
  const mayEdit = useReach('users.edit') !== null;
  const owners = users.filter((user) => user.role === 'owner' && !user.isGone).length;
  const [pinOf, setPinOf] = useState<User | null>(null);
  const [isNewCode, setNewCode] = useState(false);
  const proposesPin = current !== null && !current.hasPin && users.filter((user) => !user.isGone).length > 1;
  const sorted = [...users].sort((a, b) => Number(a.isGone) - Number(b.isGone));
  return (
    <SettingsSection title={t('settings.section.users')} words={t(mayEdit ? 'users.words' : 'settings.readOnly')}>
      {proposesPin && (
        <p className={pinStyles.proposal}>
          <span>{t('pin.propose')}</span>
          <Button size="small" onClick={() => setPinOf(current)}>
            {t('pin.set')}
          </Button>
        </p>
      )}
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('users.name')}</th>
            <th scope="col">{t('users.role')}</th>
            <th scope="col" className={table.number}>
              {t('users.customers')}
            </th>
            <th scope="col">{t('pin.pin')}</th>
            <th aria-hidden />
          </tr>
        </thead>
        <tbody>
          {sorted.map((user) => (
            <UserLine
              key={user.id}
              user={user}
              isYou={user.id === current?.id}
              isLastOwner={user.role === 'owner' && !user.isGone && owners === 1}
              mayEdit={mayEdit && !user.isGone}
              onPin={(mayEdit || user.id === current?.id) && !user.isGone ? () => setPinOf(user) : null}
            />
          ))}
        </tbody>
      </table>
      {mayEdit && <AddUser />}
      <p className={styles.pinWords}>
        {t('pin.courtesy')}
        {current?.role === 'owner' && current.hasPin && (
          <button type="button" className={table.link} onClick={() => setNewCode(true)}>
            {t('pin.newCode')}
          </button>
        )}
      </p>
      {pinOf && current && <SetPinDialog user={pinOf} current={current} onClose={() => setPinOf(null)} />}
      {isNewCode && current && <NewCodeDialog current={current} onClose={() => setNewCode(false)} />}
      <h3 className={styles.title}>{t('users.rights')}</h3>
      <dl className={styles.rights}>
        {roles.map((role) => (
          <div key={role} className={styles.right}>
            <dt>{t(`role.${role}`)}</dt>
            <dd>{t(`users.can.${role}`)}</dd>
          </div>
        ))}
      </dl>
    </SettingsSection>
  );
}

interface LineProps {
  readonly user: User;
  readonly isYou: boolean;
  readonly isLastOwner: boolean;
  readonly mayEdit: boolean;
  /** Null: their PIN is not for the present user to set. */
  readonly onPin: (() => void) | null;
}

function UserLine({ user, isYou, isLastOwner, mayEdit, onPin }: LineProps) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const { id, name } = user;
  const changeRole = (role: Role) =>
    void reported(
      client.users.update({ id, fields: { role } }),
      t('users.roleChanged', { name, role: t(`role.${role}`) }),
    );
  const markGone = () => {
    setAsked(false);
    void reported(client.users.moveToBin({ id }), t('users.goneDone', { name }));
  };
  const whyNot = isLastOwner ? t('users.lastOwner') : isYou ? t('users.isYou') : '';
  return (
    <tr data-quiet={user.isGone || undefined}>
      <td>
        <span className={styles.name}>
          <NameField
            label={t('users.name')}
            value={name}
            maxLength={30}
            isReadOnly={!mayEdit}
            className={table.field ?? ''}
            onSave={async (typed) =>
              (await reported(
                client.users.update({ id, fields: { name: typed } }),
                t('users.renamed', { name: typed }),
              )) !== null
            }
          />
          {isYou && <span className={table.quiet}>{t('users.you')}</span>}
        </span>
      </td>
      <td>
        {mayEdit ? (
          <Select
            size="small"
            className={styles.role ?? ''}
            aria-label={t('users.role')}
            value={user.role}
            disabled={isLastOwner}
            title={isLastOwner ? t('users.lastOwner') : t(`role.${user.role}`)}
            options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
            onChange={changeRole}
          />
        ) : (
          t(`role.${user.role}`)
        )}
      </td>
      <td className={table.number}>{countText(user.customerCount)}</td>
      <td>
        {onPin ? (
          <button
            type="button"
            className={table.link}
            aria-label={t(user.hasPin ? 'pin.changeOf' : 'pin.setOf', { name })}
            onClick={onPin}
          >
            {t(user.hasPin ? 'pin.change' : 'pin.set')}
          </button>
        ) : (
          <span className={table.quiet}>{user.hasPin ? t('pin.isSet') : ''}</span>
        )}
      </td>
      <td className={table.actions}>
        {user.isGone ? (
          <span className={table.quiet}>{t('users.goneAlready')}</span>
        ) : (
          mayEdit && (
            <button
              type="button"
              className={table.link}
              disabled={whyNot !== ''}
              title={whyNot}
              onClick={() => setAsked(true)}
            >
              {t('users.gone')}
            </button>
          )
        )}
        {isAsked && (
          <Modal
            open
            width={440}
            title={t('users.goneTitle', { name })}
            okText={t('users.gone')}
            cancelText={t('action.cancel')}
            onOk={markGone}
            onCancel={() => setAsked(false)}
          >
            {t('users.goneWords', { count: user.customerCount })}
          </Modal>
        )}
      </td>
    </tr>
  );
}

function AddUser() {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('salesperson');
  const add = async () => {
    if (name.trim() === '') return;
    const done = await reported(client.users.create({ name, role }), t('users.added', { name: name.trim() }));
    if (done) setName('');
  };
  return (
    <form
      className={table.add}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Input
        size="small"
        className={table.field ?? ''}
        maxLength={30}
        placeholder={t('users.newName')}
        aria-label={t('users.newName')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Select
        size="small"
        className={styles.role ?? ''}
        aria-label={t('users.role')}
        value={role}
        options={roles.map((each) => ({ value: each, label: t(`role.${each}`) }))}
        onChange={setRole}
      />
      <Button size="small" htmlType="submit" disabled={name.trim() === ''}>
        {t('users.add')}
      </Button>
    </form>
  );
}
