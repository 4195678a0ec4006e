/** Names of everything the page keeps from the API, so that the live stream can find it again. */
import type { CaseListFilter } from './cases.js';
import type { MentionFilter } from './mentions.js';

export const keys = {
  me: ['me'],
  caseLists: ['cases'],
  caseList: (filter: CaseListFilter) => ['cases', filter],
  caseCounts: ['case-counts'],
  case: (id: string) => ['case', id],
  mentionLists: ['mentions'],
  mentionList: (filter: MentionFilter) => ['mentions', filter],
  watches: ['watches'],
  sources: ['sources'],
  sourcePolls: (id: string) => ['source-polls', id],
  sourceRefused: (id: string) => ['source-refused', id],
  connectors: ['connectors'],
  watchtower: ['watchtower'],
  people: ['people'],
  teams: ['teams'],
  tokens: ['tokens'],
  targets: ['targets'],
} as const;
