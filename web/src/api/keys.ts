/** Names of everything the page keeps from the API, so that the live stream can find it again. */
import type { CaseQuery } from '#libs/contracts/http/cases.js';
import type { MentionQuery } from '#libs/contracts/http/mentions.js';

export type CaseListView = CaseQuery['view'];
export interface CaseListFilter {
  view: CaseListView;
  q?: string;
  watchId?: string;
}
export type MentionFilter = Partial<Omit<MentionQuery, 'cursor' | 'limit'>>;

export const keys = {
  me: ['me'],
  caseLists: ['cases'],
  caseList: (filter: CaseListFilter) => ['cases', filter],
  caseCounts: ['case-counts'],
  case: (id: string) => ['case', id],
  mentionLists: ['mentions'],
  mentionList: (filter: MentionFilter) => ['mentions', filter],
  mentionsLooked: (filter: MentionFilter) => ['mentions-looked', filter],
  mentionVolume: (watchId: string | undefined) => ['mentions-volume', watchId],
  watches: ['watches'],
  sources: ['sources'],
  sourcePolls: (id: string) => ['source-polls', id],
  sourceRefused: (id: string) => ['source-refused', id],
  sourceHealths: ['source-health'],
  sourceHealth: (id: string, days: number) => ['source-health', id, days],
  coverages: ['coverage'],
  coverage: (days: number) => ['coverage', days],
  sourceAlarms: ['source-alarms'],
  pastAlarms: (filter: object) => ['source-alarms', 'past', filter],
  sourceUse: ['source-use'],
  retention: ['retention'],
  erasures: ['erasures'],
  connectors: ['connectors'],
  watchtower: ['watchtower'],
  standards: ['standards'],
  attainment: ['standards', 'attainment'],
  standardHistory: ['standards', 'history'],
  standardVersions: (id: string) => ['standards', 'versions', id],
  calendars: ['calendars'],
  customerTiers: ['customer-tiers'],
  whatIf: (id: string) => ['what-if', id],
  caseClocks: (id: string, at: string) => ['case', id, 'clocks', at],
  people: ['people'],
  teams: ['teams'],
  tokens: ['tokens'],
  weights: ['weights'],
  foresight: ['foresight'],
  earlyAlarms: (kind: string | undefined) => ['foresight', 'alarms', kind],
  ladders: ['ladders'],
  alarmHooks: ['alarm-hooks'],
  duties: ['duties'],
  notices: ['notices'],
  myNotices: ['my-notices'],
  replyRules: ['reply-rules'],
  checkedReply: (caseId: string, kind: string, text: string, visibility: string) => [
    'checked-reply',
    caseId,
    kind,
    text,
    visibility,
  ],
  replyImages: (caseId: string) => ['reply-images', caseId],
  translation: ['translation'],
  rescoring: ['rescoring'],
  learning: ['learning'],
  learnedChanges: ['learned-changes'],
  automation: ['automation'],
  acknowledgementRules: ['acknowledgement-rules'],
  acknowledgements: ['acknowledgements'],
  permissions: ['permissions'],
  messages: ['messages'],
  wishes: ['wishes'],
  limits: ['permission-limits'],
  watchSuggestions: (id: string) => ['watch-suggestions', id],
} as const;
