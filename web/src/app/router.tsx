/** Which address shows which room. Rooms other than the queue are loaded when first opened. */
import { PAST_ALARM_KINDS } from '#libs/contracts/http/coverage.js';
import { EARLY_ALARM_KINDS } from '#libs/contracts/http/early-alarms.js';
import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { isQueueView } from '../components/rooms.js';
import { toMentionSearch } from '../components/mention-search.js';
import { Fault } from './fault.js';
import { lazyRoom } from './lazy-room.js';
import { NotFound } from './not-found.js';
import { QueueRoom } from './queue-room.js';
import { Shell } from './shell.js';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;

const home = createRoute({ getParentRoute: () => root, path: '/', beforeLoad: () => { throw redirect({ to: '/queue/$view', params: { view: 'open' } }); } }); // prettier-ignore
const queueHome = createRoute({ getParentRoute: () => root, path: '/queue', beforeLoad: () => { throw redirect({ to: '/queue/$view', params: { view: 'open' } }); } }); // prettier-ignore
const caseHome = createRoute({
  getParentRoute: () => root,
  path: '/cases/$caseId',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/queue/$view/$caseId', params: { view: 'open', caseId: params.caseId } });
  },
});
const queue = createRoute({
  getParentRoute: () => root,
  path: '/queue/$view',
  component: QueueRoom,
  validateSearch: (search: Record<string, unknown>): { q?: string; watch?: string; recorder?: true } => ({
    q: text(search['q']),
    watch: text(search['watch']),
    // A figure led to the case: its flight recorder is opened.
    recorder: search['recorder'] === true ? true : undefined,
  }),
  beforeLoad: ({ params }) => {
    if (!isQueueView(params.view)) throw redirect({ to: '/queue/$view', params: { view: 'open' } });
  },
});
const queueCase = createRoute({ getParentRoute: () => queue, path: '$caseId', component: () => null });
const mentions = createRoute({
  getParentRoute: () => root,
  path: '/mentions',
  validateSearch: toMentionSearch,
  component: lazyRoom(() => import('../features/mentions/mentions-page.js'), 'MentionsPage'),
});
const watchtower = createRoute({
  getParentRoute: () => root,
  path: '/watchtower',
  component: lazyRoom(() => import('../features/watchtower/watchtower-page.js'), 'WatchtowerPage'),
});
const kept = createRoute({
  getParentRoute: () => root,
  path: '/watchtower/kept',
  component: lazyRoom(() => import('../features/standards/kept-page.js'), 'KeptPage'),
});
const watches = createRoute({
  getParentRoute: () => root,
  path: '/watches',
  component: lazyRoom(() => import('../features/watches/watches-page.js'), 'WatchesPage'),
});
const watch = createRoute({
  getParentRoute: () => root,
  path: '/watches/$watchId',
  component: lazyRoom(() => import('../features/watches/watch-page.js'), 'WatchPage'),
});
const sources = createRoute({
  getParentRoute: () => root,
  path: '/sources',
  component: lazyRoom(() => import('../features/sources/sources-page.js'), 'SourcesPage'),
});
const source = createRoute({
  getParentRoute: () => root,
  path: '/sources/$sourceId',
  component: lazyRoom(() => import('../features/sources/source-page.js'), 'SourcePage'),
});
const coverage = createRoute({
  getParentRoute: () => root,
  path: '/coverage',
  validateSearch: (search: Record<string, unknown>): { days?: number } => {
    const days = Number(search['days']);
    return days >= 1 && days <= 366 ? { days } : {};
  },
  component: lazyRoom(() => import('../features/sources/coverage-page.js'), 'CoveragePage'),
});
const ALARM_KINDS = [...PAST_ALARM_KINDS, ...EARLY_ALARM_KINDS] as const;
const alarms = createRoute({
  getParentRoute: () => root,
  path: '/alarms',
  validateSearch: (search: Record<string, unknown>): { kind?: (typeof ALARM_KINDS)[number]; source?: string } => ({
    kind: ALARM_KINDS.find((kind) => kind === search['kind']),
    source: text(search['source']),
  }),
  component: lazyRoom(() => import('../features/sources/past-alarms-page.js'), 'PastAlarmsPage'),
});
const escalation = createRoute({
  getParentRoute: () => root,
  path: '/escalation',
  component: lazyRoom(() => import('../features/escalation/escalation-page.js'), 'EscalationPage'),
});
const acknowledgements = createRoute({
  getParentRoute: () => root,
  path: '/acknowledgements',
  component: lazyRoom(() => import('../features/acknowledgements/acknowledgements-page.js'), 'AcknowledgementsPage'),
});
const messages = createRoute({
  getParentRoute: () => root,
  path: '/acknowledgements/messages',
  component: lazyRoom(() => import('../features/acknowledgements/messages-page.js'), 'MessagesPage'),
});
const authorWishes = createRoute({
  getParentRoute: () => root,
  path: '/acknowledgements/authors',
  component: lazyRoom(() => import('../features/acknowledgements/authors-page.js'), 'AuthorsPage'),
});
const limits = createRoute({
  getParentRoute: () => root,
  path: '/acknowledgements/limits',
  component: lazyRoom(() => import('../features/acknowledgements/limits-page.js'), 'LimitsPage'),
});
const standards = createRoute({
  getParentRoute: () => root,
  path: '/standards',
  component: lazyRoom(() => import('../features/standards/standards-page.js'), 'StandardsPage'),
});
const standard = createRoute({
  getParentRoute: () => root,
  path: '/standards/$standardId',
  component: lazyRoom(() => import('../features/standards/standard-page.js'), 'StandardPage'),
});
const calendars = createRoute({
  getParentRoute: () => root,
  path: '/calendars',
  component: lazyRoom(() => import('../features/standards/calendars-page.js'), 'CalendarsPage'),
});
const calendar = createRoute({
  getParentRoute: () => root,
  path: '/calendars/$calendarId',
  component: lazyRoom(() => import('../features/standards/calendar-page.js'), 'CalendarPage'),
});
const customers = createRoute({
  getParentRoute: () => root,
  path: '/customers',
  component: lazyRoom(() => import('../features/customers/customers-page.js'), 'CustomersPage'),
});
const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  component: lazyRoom(() => import('../features/people/people-page.js'), 'PeoplePage'),
});
const learning = createRoute({
  getParentRoute: () => root,
  path: '/learning',
  component: lazyRoom(() => import('../features/learning/learning-page.js'), 'LearningPage'),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRoom(() => import('../features/settings/settings-page.js'), 'SettingsPage'),
});

const tree = root.addChildren([
  home,
  queueHome,
  caseHome,
  queue.addChildren([queueCase]),
  mentions,
  watchtower,
  kept,
  watches,
  watch,
  sources,
  source,
  coverage,
  alarms,
  escalation,
  acknowledgements,
  messages,
  authorWishes,
  limits,
  standards,
  standard,
  calendars,
  calendar,
  customers,
  people,
  learning,
  settings,
]);
export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  defaultErrorComponent: Fault,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
