/** English phrases that hurt in a reply, and those that help. Folded; a star leaves the ending open, `_` stands for up to three words. */
import type { ToneLists } from '../tone-lists.js';

export const ENGLISH: ToneLists = {
  blame: `
    you should have, you should've, you shouldn't have, you ought to have, you failed to, you did not read|check|follow|provide|enter|complete|inform|tell|contact|pay|return|keep|use|install|update,
    you didn't read|check|follow|provide|enter|complete|inform|tell|contact|pay|return|keep|use|install|update|bother, your own fault, your fault, your mistake, your error, your own mistake|error|doing|negligence|responsibility,
    you must have, you forgot, you neglected, you were supposed to, you were told, you were warned, had you _ read|checked|followed|told|called|asked, if you had, user error, because you, you ignored,
    you chose to, you never told|called|asked|checked|read, you only have yourself, on your end, on your side, you clearly did, it was you who, you entered the wrong, you gave us the wrong, you used it wrong|incorrectly,
    not our fault that you, you misunderstood, you are mistaken, you're mistaken, you are wrong, you're wrong, you caused, you damaged, you dropped, you lost`,
  defensive: `
    not our fault, isn't our fault, wasn't our fault, not our responsibility, not our problem, isn't our problem, not responsible for, we did nothing wrong, we have done nothing wrong, did everything right,
    nothing we can do, nothing more we can do, nothing else we can do, can't do anything, cannot do anything, can't help you, cannot help you, as we already|previously told|said|explained|stated|mentioned|informed,
    as already|previously stated|explained|mentioned|said|told|informed, as stated before|above|earlier|previously, as we said, as i said, like we said, we already told|explained|answered|informed, we have already told|explained|answered|informed,
    nobody else has, no one else has, nobody else complain*, no one else complain*, you are the only|first, you're the only|first, that is not true, that's not true, that is simply not, that's simply not, not possible that,
    our records show otherwise, our system is never, calm down, no need to shout, no need to be rude, mind your language, watch your tone, we take no responsibility, we accept no liability|responsibility, we cannot be held,
    out of our hands, beyond our control, blame the, it's the courier's fault, talk to the courier|manufacturer|airport|bank, not up to us, we don't make the rules, take it or leave it, that's just how it is, that is how it is, it is what it is,
    feel free to leave, go elsewhere, happens to everyone, happens all the time, not a big deal, no big deal, you are overreacting, you're overreacting`,
  policy: `
    company policy, our policy, our policies, store policy, policy is policy, policy states|says|requires|prohibits|does|doesn't|clearly, it's policy, it is policy, against policy|our, per policy, per our policy|terms|rules, as per _ policy|terms|rules,
    rules are rules, against the rules, our rules, the rules say|state, terms and conditions, our terms, our procedure*, standard procedure, internal procedure*, not allowed to make exceptions, we don't|cannot|can't make exceptions, no exceptions,
    our guidelines, the system doesn't|won't|does allow|let|not, the system will not, i am not allowed, i'm not allowed, we are not allowed, we're not allowed`,
  sarcasm: `
    oh sure, oh really, oh dear, oh great, oh wow, wow thanks, wow just wow, how surprising, what a surprise, how shocking, how original, congratulations on, well done you, well done on, good for you, good luck with that, nice try, bravo,
    as you surely|obviously know, as everyone knows, if you can read, if you could read, learn to read, try reading, reading helps, reading is, had you bothered, if you bother, imagine that, clearly you know better, you know best, since you know everything,
    you're so clever, obviously, poor you, boo hoo, must be nice, must be hard, thanks for nothing, thanks for the lecture|wisdom|drama|entertainment, thank you for the lecture|wisdom|drama|entertainment, what a tragedy, what a shame for you, cry me,
    sure jan, lol, haha*, yeah right, whatever you say, of course you did|do|are, and we're the queen, do you want a medal, here's a medal, we're so sorry your majesty, your highness, your majesty, groundbreaking, genius`,
  emptyApology: `
    sorry if, sorry you feel, sorry that you feel, sorry you are feeling, sorry you're upset, sorry that you're upset, sorry you think, sorry that you think, sorry you see it, sorry you took, sorry you got, sorry for any, sorry about any,
    apologies for any, apologise for any, apologize for any, apologies if, apologise if, apologize if, sorry but, apologies but, any inconvenience _ caused, any inconvenience this, for any inconvenience, regret that you feel, regret any, regret if, sorry you didn't, sorry you don't, sorry you couldn't understand,
    if anyone was offended, if we offended, if this upset, if you were offended|upset|inconvenienced, mistakes were made, sorry not sorry, we regret you`,
  apology: `sorry, apolog*, regret*, forgive us, our fault, our mistake, we got this wrong, we let you down, should not have happened, shouldn't have happened, understand how, understand why, understand your, i'd be upset too, unacceptable`,
  promise: `
    get back to you, be in touch, will contact you, will call you, will reply, will respond, will update you, will let you know, will write to you, will look into, will investigate, will follow up, will keep you posted|updated|informed, we'll contact, we'll call, we'll reply,
    we'll respond, we'll update, we'll let you know, we'll write, we'll look into, we'll investigate, we'll follow up, we'll keep you, i'll contact, i'll call, i'll reply, i'll update, i'll let you know, i'll follow up, i'll look into, i will contact|call|reply|update|follow,
    you will hear|receive|get|have, you'll hear|receive|get|have, will be resolved|fixed|sorted|refunded|replaced|delivered|processed|credited|repaired, will resolve|fix|sort|refund|replace|send|process|credit|repair, we'll resolve|fix|sort|refund|replace|send|process|credit|repair,
    i'll resolve|fix|sort|refund|replace|send|process, someone will, a colleague will, our team will, as soon as possible, asap, in due course, at our earliest convenience, soon as we can`,
  greeting: `hi, hello, dear, hey, good morning|afternoon|evening, thanks, thank you, sorry`,
  notNames: `there, all, team, everyone, customer, sir, madam, guest, again, and, we, for, to, that, this, the, friend, folks, so, very, about, you, neighbour, passenger, member, valued, from, but, our, your, it, i, if, yes, no, please, how, what`,
};
