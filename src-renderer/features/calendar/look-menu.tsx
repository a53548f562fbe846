import { Button, Dropdown, type MenuProps } from 'antd';
import { CalendarArrowDown, Check, Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReach } from '../../ipc/use-current-user.ts';
import { type CalendarLook, colourings, optionalLayers } from './calendar-look.ts';
import { changeLook, toggleLayer } from './calendar-store.ts';
import styles from './calendar-toolbar.module.css';

interface Props {
  readonly look: CalendarLook;
  readonly onExport: () => void;
}

/** ⋯: hand the days over to a phone, what the colours mean, what is shown. */
export function LookMenu({ look, onExport }: Props) {
  const { t } = useTranslation();
  const mayReadMoney = useReach('money.read') !== null;
  const layers = optionalLayers.filter((layer) => layer !== 'due' || mayReadMoney);
  const [isOpen, setOpen] = useState(false);
  const line = (key: string, text: string, isChosen: boolean) => ({
    key,
    label: text,
    icon: <Check size={14} strokeWidth={1.75} aria-hidden className={isChosen ? undefined : styles.unticked} />,
  });
  const items: MenuProps['items'] = [
    {
      key: 'ics',
      label: t('calendar.ics.label'),
      icon: <CalendarArrowDown size={14} strokeWidth={1.75} aria-hidden />,
    },
    { type: 'divider' },
    {
      type: 'group',
      label: t('calendar.colourBy'),
      children: colourings.map((by) => line(by, t(`calendar.colouring.${by}`), look.colouring === by)),
    },
    {
      type: 'group',
      label: t('calendar.show'),
      children: layers.map((layer) => line(layer, t(`calendar.layer.${layer}`), !look.hidden.includes(layer))),
    },
  ];
  const onClick: MenuProps['onClick'] = ({ key }) => {
    const colouring = colourings.find((by) => by === key);
    const layer = optionalLayers.find((each) => each === key);
    if (colouring) changeLook({ colouring });
    else if (layer) toggleLayer(layer);
    else {
      setOpen(false);
      onExport();
    }
  };
  return (
    <Dropdown
      autoFocus
      trigger={['click']}
      placement="bottomRight"
      open={isOpen}
      onOpenChange={(open, { source }) => setOpen(open || source === 'menu')}
      menu={{ items, onClick }}
    >
      <Button size="small" type="text" aria-label={t('action.more')} icon={<Ellipsis size={16} strokeWidth={1.75} />} />
    </Dropdown>
  );
}
