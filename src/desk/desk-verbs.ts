/** Everything a person can do to a case, in one place for the doors. */
import { Injectable } from '@nestjs/common';
import { AcknowledgeCase } from './acknowledge-case.js';
import { AddNote } from './add-note.js';
import { ClaimCase } from './claim-case.js';
import { OpenCase } from './open-case.js';
import { ReleaseCase } from './release-case.js';
import { ReopenCase } from './reopen-case.js';
import { ReplyToCase } from './reply-to-case.js';
import { ResolveCase } from './resolve-case.js';

@Injectable()
export class DeskVerbs {
  // eslint-disable-next-line max-params -- one for each verb: this class is nothing but their bundle
  constructor(
    readonly open: OpenCase,
    readonly claim: ClaimCase,
    readonly release: ReleaseCase,
    readonly acknowledge: AcknowledgeCase,
    readonly reply: ReplyToCase,
    readonly note: AddNote,
    readonly resolve: ResolveCase,
    readonly reopen: ReopenCase,
  ) {}
}
