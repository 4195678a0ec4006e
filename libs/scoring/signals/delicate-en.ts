/** Reviewed English lists of what a machine should not answer; folded words, a star leaves endings open. */
import type { DelicateTopic } from './delicate-topics.js';

export const ENGLISH_DELICATE: Readonly<Record<DelicateTopic, string>> = {
  bereavement: `
    passed away, passed on last, has died, have died, just died, died on, died in, died last, died yesterday, died today, died this, died suddenly, dead mother, dead father,
    my late mother, my late father, my late husband, my late wife, my late son, my late daughter, late mum, late dad, late mom, funeral*, bereave*, bereft, condolence*, deceased,
    mourning, in memoriam, rest in peace, rip mum, rip mom, rip dad, lost my mother, lost my father, lost my mum, lost my mom, lost my dad, lost my husband, lost my wife, lost my son,
    lost my daughter, lost my child, lost my baby, lost our baby, lost my brother, lost my sister, lost my partner, widow*, death certificate, death of my, stillb*, miscarr*, suicide of, grieving, obituar*,
    burial, cremat*, hospice*, terminal cancer, terminally ill, days to live`,
  injury: `
    injur*, wounded, bleeding, broken arm, broken leg, broken bone*, broke my arm, broke my leg, broke her leg, broke his leg, burned my, burnt my, burned her, burned his, second degree burn*,
    third degree burn*, stitches, concussion, fractur*, in hospital, in the hospital, taken to hospital, rushed to hospital, emergency room, intensive care, icu, surgery because, operated on,
    electrocuted, electric shock, food poison*, poisoned, choked on, allergic reaction, anaphyla*, unconscious, fainted, collapsed, paraly*, amputat*, lost an eye, lost a finger, cut my hand,
    cut my finger, heart attack, stroke, seizure*, chemo*, cancer patient*, dialysis, insulin, oxygen machine, medical device*, ventilator, disabled mother, disabled father, sick mother, sick father,
    seriously ill, very ill, hurt herself, hurt himself, hurt myself, got hurt, was hurt`,
  minors: `
    my baby, our baby, newborn*, infant*, toddler*, my child*, our child*, my kid*, our kid*, my little girl, my little boy, my daughter is, my son is, year old daughter, year old son,
    year old girl, year old boy, year old child, years old child, month old baby, month old daughter, month old son, schoolgirl*, schoolboy*, kindergart*, nursery school, minor child, underage, under age, teenage daughter, teenage son,
    pupil*, i am 12, i am 13, i am 14, i am 15, im 12, im 13, im 14, im 15, i'm 12, i'm 13, i'm 14, i'm 15, child abuse, paedophil*, pedophil*, grooming`,
  disaster: `
    earthquake*, quake, tsunami*, flood*, hurricane*, tornado*, wildfire*, landslide*, avalanche*, explosion*, plane crash, train crash, bus crash, derail*, terror*, bomb*, shooting at, mass shooting, hostage*,
    evacuat*, war zone, air raid, airstrike*, missile*, collapsed building, building collapsed, under the rubble, rubble, state of emergency, natural disaster, pandemic, outbreak, massacre*, stampede`,
  sarcasm: `
    thanks for nothing, thank you for nothing, great job guys, nice job guys, slow clap, bravo guys, well done for ruining, congratulations on ruining, congrats on ruining, oh great, oh wonderful, oh perfect, just great, just what i needed,
    how lovely of you, how kind of you, so helpful not, what a surprise, what a joke, world class service, five star service my, top notch service, best service ever, fantastic service as always, brilliant as always, great as always, as always great, keep up the good work guys,
    keep up the great work guys, yeah right, yeah sure, sure jan, love waiting, loving the wait, love being ignored, thanks a lot for ruining, thanks for ruining, thanks for wasting, thank you for wasting, thanks so much for ruining, no rush, take your time guys, award for worst, award goes to`,
  bot: `
    i am a bot, i'm a bot, im a bot, this is an automated, this was an automated, automated message, automated reply, automated response, auto reply, auto response, autoreply, automatic reply, automatically generated, do not reply to this,
    this action was performed automatically, beep boop, out of office, out of the office, your message has been received, we have received your message, thank you for contacting, thanks for contacting, ticket has been created, case number is, reference number is, our team will get back to you, one of our agents will, we have seen this and are looking into it, we are aware of this and`,
};
