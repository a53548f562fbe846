import { Dropdown } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Channel, channels } from '../../../src-shared/follow-ups/follow-up.ts';
import { channelIcons } from '../../components/channel-icons.ts';
import { dailyChannels, rareChannel } from '../../state/last-channel.ts';
import styles from './follow-up-box.module.css';

interface Props {
  readonly channel: Channel;
  readonly userId: string;
  readonly onChoose: (channel: Channel) => void;
}

/** The three channels of every day as chips, beside them the other one this user chose last, the rest under 更多. */
export function ChannelChips({ channel, userId, onChoose }: Props) {
  const { t } = useTranslation();
  const other = dailyChannels.includes(channel) ? rareChannel(userId) : channel;
  const inReach = other === null ? dailyChannels : [...dailyChannels, other];
  return (
    <div className={styles.chips} role="radiogroup" aria-label={t('followUp.channel')}>
      {inReach.map((offered) => (
        <ChannelChip key={offered} channel={offered} isChosen={offered === channel} onChoose={onChoose} />
      ))}
      <Dropdown
        autoFocus
        trigger={['click']}
        menu={{
          items: channels
            .filter((rare) => !inReach.includes(rare))
            .map((rare) => ({ key: rare, label: t(`channel.${rare}`), onClick: () => onChoose(rare) })),
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

interface ChipProps {
  readonly channel: Channel;
  readonly isChosen: boolean;
  readonly onChoose: (channel: Channel) => void;
}

export function ChannelChip({ channel, isChosen, onChoose }: ChipProps) {
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
