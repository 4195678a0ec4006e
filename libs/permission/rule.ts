/** What a rule of permission is: data. It applies when all its facts hold and none of the others does. */
import type { MessageKind, PermissionVerdict, PermissionWay } from '#libs/contracts/permission.js';
import type { Fact } from './facts.js';

/** Where a rule comes from, so that it can be checked and changed. */
export interface Citation {
  /** The rule in one sentence. */
  readonly text: string;
  readonly where: string;
  /** Year and month it was last looked at. */
  readonly checked: string;
}

export interface PermissionRule {
  readonly id: string;
  readonly kinds: readonly MessageKind[];
  /** Facts that must all hold. */
  readonly all?: readonly Fact[];
  /** Facts of which none may hold. */
  readonly none?: readonly Fact[];
  readonly verdict: PermissionVerdict;
  /** Default: the desk. */
  readonly via?: PermissionWay;
  /** Translation key under permission.reason. */
  readonly reason: string;
  readonly source: Citation;
}

/** The rules of one network in order: the first that applies decides. The last ones apply to whatever is left. */
export interface NetworkTable {
  readonly network: string;
  readonly name: string;
  readonly rules: readonly PermissionRule[];
}

export const AUTOMATIC: readonly MessageKind[] = ['automatic-acknowledgement'];
export const BY_HAND: readonly MessageKind[] = ['acknowledgement', 'reply'];
export const PRIVATE: readonly MessageKind[] = ['private-reply'];
export const EVERY: readonly MessageKind[] = [...AUTOMATIC, ...BY_HAND, ...PRIVATE];
