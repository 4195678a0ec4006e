/** Reviewed English recognition lists, one phrase an entry; a star leaves the end of a word open. */
import type { Signal } from '../scores.js';

export const ENGLISH_SIGNALS: Readonly<Record<Signal, string>> = {
  'wants-person': `
    real person, real human, actual person, actual human, human being, live person, live agent, live human, human agent, speak to a person,
    talk to a person, speak to someone, speak with someone, talk to someone, talk with someone, speak to a human, talk to a human, speak with a human,
    speak to a manager, speak to the manager, talk to a manager, speak to your manager, speak to a supervisor, talk to a supervisor, not a bot, not a robot,
    stupid bot, useless bot, your bot, chatbot is useless, chat bot, stop the bot, someone call me, somebody call me, call me back, get a human, need a human,
    want a human, reach a human, reach a person, reach anyone, get through to anyone, get through to someone, get hold of anyone, get hold of someone,
    anyone there, is anybody there, is there anyone, are you a bot, are you a robot, automated response*, automated repl*, automated message*, auto repl*,
    canned response*, canned repl*, copy paste, copy and paste, can someone contact me, someone please contact me, someone to contact me, have someone call`,
  stop: `
    stop messaging me, stop texting me, stop emailing me, stop contacting me, stop tweeting me, stop replying, stop tagging me, stop dming me, stop calling me,
    stop sending me, stop spamming, leave me alone, unsubscribe me, unsubscribe, opt out, opt me out, do not contact me, don't contact me, do not reply,
    don't reply to me, do not message me, don't message me, remove me from, take me off, no more messages, no more emails, quit messaging me, quit emailing me`,
  emergency: `
    call 911, call 999, call 112, calling 911, ambulance*, medical emergency, emergency services, emergency room, in hospital, taken to hospital, to the hospital,
    rushed to hospital, unconscious, not breathing, can't breathe, cannot breathe, heart attack, stroke, seizure*, bleeding*, life threatening, life or death,
    people are trapped, person trapped, we're trapped, i'm trapped, trapped in, stuck in the elevator, stuck in the lift, on fire, house fire, caught fire,
    evacuat*, explosion*, exploded, gas leak*, smell gas, smell of gas, carbon monoxide, someone is hurt, someone got hurt, people hurt, injured, injury, injuries,
    anaphyla*, overdose*, drowning, collapsed, need help now, send help`,
  threat: `
    i will kill, i'll kill, gonna kill, going to kill, kill you, kill them all, kill your, i will burn, i'll burn your, burn it down, burn down your, burn your,
    blow up your, blow it up, blow you up, bomb your, a bomb, i have a gun, bring a gun, shoot you, shoot up, shoot them, stab you, stab someone, beat you up,
    beat the shit out, break your legs, smash your windows, smash your face, punch you, punch your, hunt you down, find where you live, know where you live,
    you will pay for this, you'll pay for this, watch your back, come for you, coming for you, hurt you, hurt your staff, you're dead, you are dead, deserve to die`,
  'self-harm': `
    kill myself, killing myself, end my life, ending my life, want to die, wanna die, take my own life, suicide, suicidal, harm myself, hurt myself,
    no reason to live, don't want to live, better off dead`,
  legal: `
    lawyer*, attorney*, solicitor*, barrister*, legal action, legal department, legal team, take legal, sue you, suing, sue them, sue your, will sue, gonna sue,
    going to sue, lawsuit*, law suit*, class action, small claims, take you to court, see you in court, in court, to court, court case, consumer protection,
    consumer rights, trading standards, better business bureau, the bbb, ombudsman*, regulator*, ftc, fcc, attorney general, file a complaint with,
    filed a complaint with, formal complaint, breach of contract, illegal*, unlawful*, against the law, fraud*, police report, report you to, reporting you to,
    chargeback*, charge back, defamation*, discriminat*, compensation claim, ofcom, watchdog*`,
  press: `
    journalist*, reporter*, newspaper*, news outlet*, the press, press office, press inquiry, press enquiry, press team, media team, media inquiry, media enquiry,
    media contact, request for comment, for comment, writing a story, writing an article, writing a piece, working on a story, doing a story, news desk, newsroom*,
    bbc watchdog, go to the media, going to the media, going to the press, go to the press, tell the press, contact the media, local news, the news about this,
    on the news, make this viral, make it viral, going viral, go viral, gone viral, share this everywhere, please retweet, please rt, pls rt, boycott*, everyone share`,
  safety: `
    unsafe, not safe, isn't safe, dangerous*, hazard*, safety issue, safety concern*, safety risk, health and safety, recall*, food poisoning, poisoned, poisonous,
    salmonella, e coli, contaminat*, mould*, moldy, mold in, glass in, metal in, plastic in, found a bug in, maggot*, cockroach*, rat in, mouse in, insect in, worm in,
    allergic reaction, allergen*, undeclared, caught fire, overheat*, burned my, burnt my, electric shock, electrocut*, got shocked, choking, choke hazard, sparks, smoking,
    brakes failed, brake failure, airbag*, faulty wiring, battery swelling, swollen battery, battery exploded, smoke from, smoke coming, made me sick, made us sick,
    made my kid sick, got sick after, got sick from, ill after eating, threw up after, counterfeit*, expired`,
  'data-protection': `
    gdpr, data protection, data breach*, data leak*, leaked data, leaked my, my personal data, personal data, personal information, my private information, my data,
    privacy, dpo, subject access, right to be forgotten, delete my data, delete my account, erase my, remove my data, identity theft, stolen identity, hacked, got hacked,
    phishing, someone else's account, someone else's details, another customer's, other customers' details, my details to, shared my details, sold my, selling my data,
    credit card stolen, card details stolen, unauthorized charge*, unauthorised charge*, unauthorized transaction*, unauthorised transaction*, account compromised,
    ico complaint, without my consent, without consent`,
  'broken-promise': `
    you promised, was promised, were promised, been promised, promised me, promised us, promised to call, said you would, said you'd, said someone would,
    told me someone would, told someone would, told it would, told you would, told i would, still waiting, still no reply, still no response, still no answer,
    still nothing, still not, still no refund, still haven't, still hasn't, no one called, nobody called, never called, no one got back, nobody got back,
    never got back, no call back, no reply, no response, ignoring me, ignored me, being ignored, keep ignoring, second time, third time, fourth time, third email,
    weeks ago, days ago, months ago, again and again, every time i call, how many times`,
};
