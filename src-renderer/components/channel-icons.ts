import {
  DoorOpen,
  Ellipsis,
  type LucideIcon,
  Mail,
  MapPin,
  MessageCircle,
  MessageSquareText,
  Phone,
  Printer,
  Video,
} from 'lucide-react';
import type { Channel } from '../../src-shared/follow-ups/follow-up.ts';

export const channelIcons: Readonly<Record<Channel, LucideIcon>> = {
  phone: Phone,
  wechat: MessageCircle,
  visit: MapPin,
  inbound_visit: DoorOpen,
  email: Mail,
  sms: MessageSquareText,
  video: Video,
  fax: Printer,
  other: Ellipsis,
};
