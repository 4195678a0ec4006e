/** What the lists of a language hold. */
export interface ToneLists {
  /** Puts the fault on the customer. */
  readonly blame: string;
  /** Looks like blame and is none: "if you have not received it". */
  readonly notBlame: string;
  /** Pushes the matter away or denies it. */
  readonly defensive: string;
  /** Looks like that and is none: "no need to worry". */
  readonly notDefensive: string;
  /** Hides behind rules. */
  readonly policy: string;
  readonly sarcasm: string;
  /** Says sorry for what the customer feels, or takes it back in the same breath. */
  readonly emptyApology: string;
  /** Understanding or regret, in any form. */
  readonly apology: string;
  /** Says that we will do or tell something. */
  readonly promise: string;
  /** Words a greeting begins with, after which a name may come. */
  readonly greeting: string;
  /** What stands after a greeting and is no name. */
  readonly notNames: string;
}
