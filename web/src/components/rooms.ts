/** The rooms of the desk: where each is, its icon, its key, and who has business there. */
import type { Role } from '#libs/contracts/words.js';
import {
  IconAt,
  IconBroadcast,
  IconEyeSearch,
  IconInbox,
  IconLayoutDashboard,
  IconMessageBolt,
  IconRosetteDiscountCheck,
  IconSchool,
  IconSettings,
  IconStairs,
  IconUsers,
} from '@tabler/icons-react';

export interface Room {
  name:
    | 'acknowledgements'
    | 'escalation'
    | 'queue'
    | 'mentions'
    | 'watchtower'
    | 'watches'
    | 'sources'
    | 'standards'
    | 'people'
    | 'learning'
    | 'settings';
  to:
    | '/acknowledgements'
    | '/escalation'
    | '/queue'
    | '/mentions'
    | '/watchtower'
    | '/watches'
    | '/sources'
    | '/standards'
    | '/people'
    | '/learning'
    | '/settings';
  icon: typeof IconInbox;
  key: string;
  group: 'work' | 'setup';
  /** Absent: everybody. The server decides; this only keeps closed doors out of sight. */
  roles?: readonly Role[];
}

export const ROOMS: readonly Room[] = [
  { name: 'queue', to: '/queue', icon: IconInbox, key: 'g q', group: 'work' },
  { name: 'mentions', to: '/mentions', icon: IconAt, key: 'g m', group: 'work' },
  { name: 'watchtower', to: '/watchtower', icon: IconLayoutDashboard, key: 'g w', group: 'work' },
  { name: 'watches', to: '/watches', icon: IconEyeSearch, key: 'g t', group: 'setup' },
  { name: 'sources', to: '/sources', icon: IconBroadcast, key: 'g s', group: 'setup', roles: ['administrator', 'manager'] },
  { name: 'escalation', to: '/escalation', icon: IconStairs, key: 'g e', group: 'setup', roles: ['administrator', 'manager'] },
  { name: 'acknowledgements', to: '/acknowledgements', icon: IconMessageBolt, key: 'g a', group: 'setup' },
  { name: 'standards', to: '/standards', icon: IconRosetteDiscountCheck, key: 'g d', group: 'setup' },
  { name: 'people', to: '/people', icon: IconUsers, key: 'g p', group: 'setup', roles: ['administrator', 'manager'] },
  { name: 'learning', to: '/learning', icon: IconSchool, key: 'g l', group: 'setup', roles: ['manager'] },
  { name: 'settings', to: '/settings', icon: IconSettings, key: 'g o', group: 'setup' },
];

export const roomsFor = (roles: readonly Role[]): Room[] =>
  ROOMS.filter((room) => !room.roles || room.roles.some((role) => roles.includes(role)));

/** The views of the queue, in the order of the list, and the count that belongs to each. */
export const QUEUE_VIEWS = ['mine', 'unclaimed', 'at-risk', 'waiting', 'open', 'resolved'] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];
export const isQueueView = (view: string): view is QueueView => (QUEUE_VIEWS as readonly string[]).includes(view);
