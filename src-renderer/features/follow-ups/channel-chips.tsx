import { Dropdown } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Channel, channels } from '../../../src-shared/follow-ups/follow-up.ts';
import { channelIcons } from '../../components/channel-icons.ts';
import styles from './follow-up-box.module.css';

const inReach: readonly Channel[] = ['visit', 'phone', 'wechat'];

interface Props {
  readonly channel: Channel;
  readonly onChoose: (channel: Channel) => void;
}

/** The three channels of every day as chips, the others under 更多; a rare one that is chosen takes the place of 更多. */
export function ChannelChips({ channel, onChoose }: Props) {
  const { t } = useTranslation();
  const isRare = !inReach.includes(channel);
  const rare = channels.filter((other) => !inReach.includes(other));
  return (
    <div className={styles.chips} role="radiogroup" aria-label={t('followUp.channel')}>
      {inReach.map((offered) => (
        <Chip key={offered} channel={offered} isChosen={offered === channel} onChoose={onChoose} />
      ))}
      {isRare && <Chip channel={channel} isChosen onChoose={onChoose} />}
      <Dropdown
        trigger={['click']}
        menu={{
          items: rare.map((other) => ({
            key: other,
            label: t(`channel.${other}`),
            onClick: () => onChoose(other),
          })),
        }}
      >
        <button type="button" className={styles.chip}>
          {t('action.more')}
          <ChevronDown size={12} strokeWidth={1.75} aria-hidden />
        </button>
      </Dropdown>
    </div>
  );
}

interface ChipProps extends Props {
  readonly isChosen: boolean;
}

function Chip({ channel, isChosen, onChoose }: ChipProps) {
  const { t } = useTranslation();
  const Icon = channelIcons[channel];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a chip with an icon; arrow keys are not needed among three buttons
    <button
      type="button"
      role="radio"
      aria-checked={isChosen}
      className={styles.chip}
      onClick={() => onChoose(channel)}
    >
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      {t(`channel.${channel}`)}
    </button>
  );
}
