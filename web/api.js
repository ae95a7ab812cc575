/** The only file that talks to the server. Every answer is the JSON of the contract; every refusal is thrown as a {@link Problem}. */

/** @import { ArchiveFound, CalledFor, ProgressSoFar, Reversal, Confidence, DraftSave, DraftSaved, Grade, Health, History, HistoryFilters, Holdings, Home, KeptVersion, PastAttempt, Plan, Question, Session, StartBody, Sureness, Today, Wording } from './lib/types.js' */
/** @import { EditableQuestion, EditedPoint, EditedQuestion, FoundQuestions } from './lib/types.js' */
/** @import { Committed, ImportItem, ImportPreview, MendedItem, KeptImports } from './lib/types.js' */
/** @import { AnswersOf, Answers, Assignment, Class, Classes, Comment, InvitedIntoClass, MyClasses, Practised, PracticeVisibility } from './lib/types.js' */
/** @import { Account, Invitation, Invited, People } from './lib/types.js' */
/** @import { Role } from './lib/account.js' */
/** @import { Change, DueCalendar, InterviewAhead, InterviewPlan, Practice, TopicStanding, WeakPoint } from './lib/types.js' */

import { formToken } from './lib/account.js';

/** After this long without an answer the server counts as gone. */
const PATIENCE_MILLIS = 15_000;
/** What marks several answers at once takes its time. */
const LONG_PATIENCE_MILLIS = 120_000;
/** The server itself has to wait for another one. */
const PROVIDER_PATIENCE_MILLIS = 40_000;

/** A request that was refused, or that nobody answered. `message` is the one sentence to show. */
export class Problem extends Error {
  /**
   * @param {string} kind last part of the problem type, as `stale-draft`; `offline` if the server did not answer
   * @param {number} status HTTP status, 0 if the server did not answer
   * @param {string} detail what happened and what to do
   * @param {Record<string, any>} [extras] what else the server said
   */
  constructor(kind, status, detail, extras = {}) {
    super(detail);
    this.name = 'Problem';
    this.kind = kind;
    this.status = status;
    this.extras = extras;
  }

  /** Whether the server did not answer at all. */
  get offline() {
    return this.status === 0;
  }

  /**
   * Any thrown thing as a problem; what is not a problem of the server's is a fault of this page and says so.
   * @param {unknown} thrown
   */
  static of(thrown) {
    if (thrown instanceof Problem) return thrown;
    console.error(thrown);
    const said = thrown instanceof Error ? thrown.message : String(thrown);
    return new Problem('page-fault', -1, `This page failed (${said}). Reload it; what was saved is safe.`);
  }
}

/** Tells `lost` when the server stops answering and `back` when it answers again. */
export const connection = new EventTarget();
/** @type {number | null} */
let lostSince = null;

/** Epoch milliseconds since when the server does not answer; null while it does. */
export const offlineSince = () => lostSince;

/** @param {boolean} answered */
function heard(answered) {
  if (answered === (lostSince === null)) return;
  lostSince = answered ? null : Date.now();
  connection.dispatchEvent(new Event(answered ? 'back' : 'lost'));
}

/**
 * @param {string} method
 * @param {string} path below /api
 * @param {unknown} [body] a file or a form with files as it is, anything else as JSON
 * @param {Record<string, string>} [headers]
 * @param {number} [patience] milliseconds
 * @returns {Promise<any>}
 */
async function call(method, path, body, headers = {}, patience = PATIENCE_MILLIS) {
  const asItIs = body instanceof FormData || body instanceof Blob;
  const json = body !== undefined && !asItIs;
  /** @type {Response} */
  let response;
  try {
    response = await fetch(`/api${path}`, {
      method,
      headers: { ...headers, ...(json ? { 'Content-Type': 'application/json' } : {}), ...(formToken() ? { 'Rejoinder-Form': formToken() } : {}) },
      body: asItIs ? body : json ? JSON.stringify(body) : null,
      signal: AbortSignal.timeout(patience),
    });
  } catch {
    heard(false);
    throw new Problem('offline', 0, 'The server is not responding. If you closed it, start it again; what you wrote here is safe.');
  }
  heard(true);
  if (response.ok) return response.status === 204 ? null : response.json();
  throw await refusal(response);
}

/** @param {Response} response */
async function refusal(response) {
  /** @type {Record<string, any>} */
  const said = await response.json().catch(() => ({}));
  const kind = String(said.type ?? '').split('/').pop() || 'unknown';
  const detail = said.detail ?? `The server answered ${response.status} and gave no reason. Try again.`;
  return new Problem(kind, response.status, detail, said);
}

/** @param {string} id */
const session = (id) => `/sessions/${encodeURIComponent(id)}`;
/** @param {string} id as `topic/slug` */
const question = (id) => `/questions/${id.split('/').map(encodeURIComponent).join('/')}`;

/** @returns {Promise<Health>} */
export const health = () => call('GET', '/health');
/** @returns {Promise<Home>} */
export const home = () => call('GET', '/home');
/** @param {string} [topic] asks of this topic alone @returns {Promise<Plan>} today's round and what is known of each topic */
export const plan = (topic) => call('GET', topic === undefined ? '/plan' : `/plan?topic=${encodeURIComponent(topic)}`);

/** @returns {Promise<DueCalendar>} */
export const dueCalendar = () => call('GET', '/plan/calendar');
/** @returns {Promise<InterviewPlan>} */
export const interviewPlan = () => call('GET', '/plan/interview');
/** @param {InterviewAhead} ahead @returns {Promise<InterviewPlan>} */
export const setInterview = (ahead) => call('PUT', '/plan/interview', ahead);
/** @param {number | null} mostDays until a question comes again; null for no limit @returns {Promise<NonNullable<Plan["memory"]>>} */
export const setMemory = (mostDays) => call('PUT', '/plan/memory', { mostDays });
/** @param {string} text a job description @param {number} questions of the interview @returns {Promise<CalledFor>} */
export const readJob = (text, questions) => call('POST', '/job-description', { text, questions });
/** @returns {Promise<ProgressSoFar>} */
export const progress = () => call('GET', '/progress');
/** @returns {Promise<WeakPoint[]>} worst first */
export const weakPoints = async () => (await call('GET', '/weak-points')).points;
/** @param {string} id of a topic @returns {Promise<TopicStanding>} */
export const topicStanding = (id) => call('GET', `/topics/${encodeURIComponent(id)}`);

/** @type {{said: string, key: string} | null} a start whose answer nobody heard: the same again gives the session that it may have begun */
let unheard = null;
/** @param {StartBody} body @returns {Promise<Session>} with the write lock */
export const startSession = async (body) => {
  const said = JSON.stringify(body);
  if (unheard?.said !== said) unheard = { said, key: [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('') };
  const begun = await call('POST', '/sessions', body, { 'Idempotency-Key': unheard.key });
  unheard = null;
  return begun;
};
/** @param {HistoryFilters} filters @param {number} count of sessions at most @returns {Promise<History>} */
export const sessions = (filters, count) => call('GET', `/sessions?${new URLSearchParams({ ...filters, count: String(count) })}`);
/** @param {string} id @param {string} [writeLock] this window's right to write @returns {Promise<Session>} */
export const getSession = (id, writeLock) => call('GET', session(id), undefined, writeLock ? { 'Rejoinder-Write-Lock': writeLock } : {});
/** @param {string} id @returns {Promise<null>} */
export const deleteSession = (id) => call('DELETE', session(id));

/** @param {string} id @param {number} place @param {DraftSave} save @returns {Promise<DraftSaved>} */
export const saveDraft = (id, place, save) => call('PUT', `${session(id)}/drafts/${place}`, save);
/**
 * A save that outlives the page; nobody hears its answer.
 * @param {string} id @param {number} place @param {DraftSave} save
 * @returns {boolean} whether the browser took it
 */
export const sendDraft = (id, place, save) =>
  // a beacon has no headers of its own
  navigator.sendBeacon(`/api${session(id)}/drafts/${place}${formToken() ? `?form=${formToken()}` : ''}`, new Blob([JSON.stringify(save)], { type: 'application/json' }));
/** @param {string} id @returns {Promise<KeptVersion[]>} */
export const keptVersions = async (id) => (await call('GET', `${session(id)}/kept`)).versions;

/** @param {string} id @returns {Promise<Session>} with the new write lock */
export const takeWriteLock = (id) => call('POST', `${session(id)}/write-lock`);
/** @param {string} id @returns {Promise<Session>} */
export const pause = (id) => call('POST', `${session(id)}/pause`);
/** @param {string} id @returns {Promise<Session>} */
export const resume = (id) => call('POST', `${session(id)}/resume`);
/** @param {string} id @returns {Promise<Session>} */
export const submit = (id) => call('POST', `${session(id)}/submit`);
/** @param {string} id @param {number} place @returns {Promise<Session>} practice: hands in one answer */
export const settle = (id, place) => call('POST', `${session(id)}/questions/${place}/settle`);
/** @param {string} id @param {number} place @param {number} score 0..1 @returns {Promise<Session>} */
export const judge = (id, place, score) => call('POST', `${session(id)}/questions/${place}/judgement`, { score });
/**
 * @param {string} id @param {number} place
 * @param {{point: string, credit: number, quote?: string, accept?: boolean}} correction point "" is the whole answer; `accept` lets the quote count from now on
 * @returns {Promise<Session>}
 */
export const correct = (id, place, correction) => call('POST', `${session(id)}/questions/${place}/corrections`, correction);
/** @param {string} id @param {number} place @param {string} point @returns {Promise<Session>} */
export const withdraw = (id, place, point) => call('POST', `${session(id)}/questions/${place}/corrections`, { point, withdraw: true });
/** @param {string} id @param {number} place @param {string} text @returns {Promise<Grade>} of other words, never stored */
export const tryWords = (id, place, text) => call('POST', `${session(id)}/questions/${place}/try`, { text });
/** How far the mark moves when the same is said in slightly other words. @param {string} id @param {number} place @returns {Promise<{rewordings: number, low: number, high: number}>} */
export const stability = (id, place) => call('POST', `${session(id)}/questions/${place}/stability`, undefined, {}, LONG_PATIENCE_MILLIS);

/** @param {string} id @returns {Promise<Today>} the session as the current grader would grade it; nothing is kept */
export const currentGrade = (id) => call('POST', `${session(id)}/current-grade`, undefined, {}, LONG_PATIENCE_MILLIS);
/** @returns {Promise<Reversal[]>} pairs of own answers that do not go together */
export const reversals = async () => (await call('GET', '/reversals')).reversals;
/** @returns {Promise<Sureness>} how sure the candidate was, against what came of it */
export const confidenceTallies = () => call('GET', '/confidence');
/** @returns {Promise<Holdings>} */
export const holdings = () => call('GET', '/data');
/** @param {string} word @returns {Promise<Holdings>} what is left: nothing */
export const deleteEverything = (word) => call('POST', '/data/delete', { word });
/** Everything as one file. */
export const everythingAddress = '/api/export.zip';
const ZIP = { 'Content-Type': 'application/zip' };
/** @param {File} archive @returns {Promise<ArchiveFound>} what it holds; nothing is written */
export const lookAtArchive = (archive) => call('POST', '/restore/check', archive, ZIP, LONG_PATIENCE_MILLIS);
/** @param {File} archive @returns {Promise<ArchiveFound>} what is there now, and what it replaced */
export const restoreArchive = (archive) => call('POST', '/restore', archive, ZIP, LONG_PATIENCE_MILLIS);
/** @returns {Promise<Question>} one question to try */
export const sample = () => call('GET', '/sample');
/** @param {string} text @returns {Promise<Question>} with its marks; nothing is kept */
export const trySample = (text) => call('POST', '/sample', { text }, {}, LONG_PATIENCE_MILLIS);

/** @returns {Promise<Wording[]>} the candidate's own wordings that count from now on */
export const wordings = async () => (await call('GET', '/wordings')).wordings;
/** @param {{question: string, point: string, text: string}} wording @returns {Promise<Wording[]>} */
export const acceptWording = async (wording) => (await call('POST', '/wordings', wording)).wordings;
/** @param {string} id @returns {Promise<Wording[]>} */
export const forgetWording = async (id) => (await call('DELETE', `/wordings/${encodeURIComponent(id)}`)).wordings;

/** @param {string} id @param {number} place @returns {Promise<Practice>} hints, drills and when the question comes again */
export const practice = (id, place) => call('GET', `${session(id)}/questions/${place}/practice`);
/** @param {string} id @param {number} place @param {{rating: number | null, again: boolean}} said rating null: as the score has it @returns {Promise<Practice>} */
export const rate = (id, place, said) => call('PUT', `${session(id)}/questions/${place}/practice`, said);
/** @param {string} id @param {number} place @returns {Promise<Practice>} with one more hint */
export const hint = (id, place) => call('POST', `${session(id)}/questions/${place}/hints`);
/** @param {string} id @param {number} place @param {string} point @param {string} text @returns {Promise<Grade>} of one point; the line is kept with the session */
export const drill = (id, place, point, text) => call('POST', `${session(id)}/questions/${place}/drills`, { point, text });
/** @param {string} id @param {number} place @param {string} text @returns {Promise<Grade>} of the question's own follow-up; the line is kept with the session */
export const followUp = (id, place, text) => call('POST', `${session(id)}/questions/${place}/follow-up`, { text });
/** @param {string} id @returns {Promise<Change>} what a session changed */
export const change = (id) => call('GET', `${session(id)}/change`);

/** @param {string} id of a question @param {string} point @param {string} text @returns {Promise<Grade>} of one point; the line is kept */
export const drillPoint = (id, point, text) => call('POST', `${question(id)}/drills`, { point, text });
/** @param {string} id of a question @returns {Promise<PastAttempt[]>} */
export const attempts = async (id) => (await call('GET', `${question(id)}/attempts`)).attempts;
/** @param {string} id of a question @returns {Promise<string>} */
export const note = async (id) => (await call('GET', `${question(id)}/note`)).text;
/** @param {string} id of a question @param {string} text @returns {Promise<string>} */
export const saveNote = async (id, text) => (await call('PUT', `${question(id)}/note`, { text }))?.text ?? text;

/** @param {string} id of a class @param {string} [assignment] @param {string} [person] */
const inClass = (id, assignment, person) =>
  `/classes/${encodeURIComponent(id)}${assignment === undefined ? '' : `/assignments/${encodeURIComponent(assignment)}`}${person === undefined ? '' : `/answers/${encodeURIComponent(person)}`}`;
/** @param {AnswersOf} of @param {string} [more] of the path */
const answersOf = ({ classroom, assignment, person, blind }, more = '') => `${inClass(classroom, assignment, person)}${more}${blind ? '?blind=true' : ''}`;
/** @returns {Promise<MyClasses>} which the candidate is in, and what they were assigned */
export const myClasses = () => call('GET', '/my-classes');
/** @param {string} id @returns {Promise<MyClasses>} */
export const leaveClass = (id) => call('DELETE', `/my-classes/${encodeURIComponent(id)}`);
/** @param {string} id @param {PracticeVisibility} shows of the candidate's practice @returns {Promise<MyClasses>} */
export const showPractice = (id, shows) => call('PUT', `/my-classes/${encodeURIComponent(id)}`, { shows });
/** @param {string} id of a class @param {string} person @returns {Promise<Practised>} */
export const practised = (id, person) => call('GET', `${inClass(id)}/members/${encodeURIComponent(person)}/practice`);
/** @param {string} id of a class @param {string} person @param {string} round @returns {Promise<Session>} without its id */
export const practisedRound = (id, person, round) => call('GET', `${inClass(id)}/members/${encodeURIComponent(person)}/practice/${encodeURIComponent(round)}`);
/** @param {string} invitation @returns {Promise<MyClasses>} */
export const joinClass = (invitation) => call('POST', '/invitation/join', { invitation });
/** @param {string} id of an assignment @returns {Promise<Session>} with the write lock */
export const startAssignment = (id) => call('POST', `/assignments/${encodeURIComponent(id)}/start`);
/** @param {string} id of a session @returns {Promise<Comment[]>} what reviewers say about it */
export const comments = async (id) => (await call('GET', `${session(id)}/comments`)).comments;
/** @param {number} shown at most @returns {Promise<Classes>} which a reviewer looks after */
export const classes = (shown) => call('GET', `/classes?count=${shown}`);
/** @param {string} name @returns {Promise<Class>} */
export const makeClass = (name) => call('POST', '/classes', { name });
/** @param {string} words in names @param {number} shown at most, of each list */
const part = (words, shown) => new URLSearchParams({ words, count: String(shown) });
/** @param {string} id @param {string} words in the names of members and invitations @param {number} shown at most @returns {Promise<Class>} */
export const getClass = (id, words, shown) => call('GET', `${inClass(id)}?${part(words, shown)}`);
/** @param {string} id @returns {Promise<unknown>} */
export const deleteClass = (id) => call('DELETE', inClass(id));
/** @param {string} id @param {string[]} names @returns {Promise<InvitedIntoClass[]>} */
export const inviteIntoClass = async (id, names) => (await call('POST', `${inClass(id)}/invitations`, { names })).invited;
/** @param {string} id @param {string} invitation @returns {Promise<Class>} */
export const withdrawFromClass = (id, invitation) => call('DELETE', `${inClass(id)}/invitations/${encodeURIComponent(invitation)}`);
/** @param {string} id @param {string} person @returns {Promise<Class>} */
export const removeMember = (id, person) => call('DELETE', `${inClass(id)}/members/${encodeURIComponent(person)}`);
/** @param {string} id @param {StartBody & {title: string, from: number, until: number}} wanted @returns {Promise<Class>} */
export const assign = (id, wanted) => call('POST', `${inClass(id)}/assignments`, wanted);
/** @param {string} id @param {string} assignment @param {string} words in the names of members @param {number} shown at most @returns {Promise<Assignment>} and who has done it */
export const getAssignment = (id, assignment, words, shown) => call('GET', `${inClass(id, assignment)}?${part(words, shown)}`);
/** @param {string} id @param {string} assignment @returns {Promise<Class>} */
export const withdrawAssignment = (id, assignment) => call('DELETE', inClass(id, assignment));
/** @param {AnswersOf} of @returns {Promise<Answers>} */
export const answers = (of) => call('GET', answersOf(of));
/** @param {AnswersOf} of @param {number} place @param {{point: string, credit: number, quote?: string} | {point: string, withdraw: true}} said @returns {Promise<Answers>} */
export const correctAnswer = (of, place, said) => call('POST', answersOf(of, `/${place}/corrections`), said);
/** @param {AnswersOf} of @param {number} place @param {string} text blank takes it back @returns {Promise<Answers>} */
export const commentAnswer = (of, place, text) => call('PUT', answersOf(of, `/${place}/comment`), { text });

/** @param {string} id of a session @returns {Promise<{madeAt: number | null}>} since when its result is shared */
export const share = (id) => call('GET', `${session(id)}/share`);
/** @param {string} id of a session @returns {Promise<{madeAt: number, link: string}>} what the link carries is shown this once */
export const makeShare = (id) => call('POST', `${session(id)}/share`);
/** @param {string} id of a session @returns {Promise<{madeAt: null}>} */
export const withdrawShare = (id) => call('DELETE', `${session(id)}/share`);
/** @param {string} link what comes after the # of the address @returns {Promise<Session>} the result that it leads to */
export const shared = (link) => call('POST', '/shared', { link });

/** @param {string} id @param {"md" | "json"} form */
export const exportAddress = (id, form) => `/api${session(id)}/export.${form}`;

/** @returns {Promise<Account>} who is signed in */
export const account = () => call('GET', '/account');
/** @returns {Promise<{provider: string | null}>} who vouches for people; null if they have passwords here */
export const waysToSignIn = () => call('GET', '/sign-in');
/** @returns {Promise<{address: string}>} where the browser goes to sign in */
export const goToProvider = () => call('POST', '/sign-in/provider', undefined, {}, PROVIDER_PATIENCE_MILLIS);
/** @param {string} state @param {string} code what the provider sent along @returns {Promise<Account>} signed in */
export const comeBack = (state, code) => call('POST', '/sign-in/back', { state, code }, {}, PROVIDER_PATIENCE_MILLIS);
/** @param {string} name @param {string} password @returns {Promise<Account>} */
export const signIn = (name, password) => call('POST', '/sign-in', { name, password });
/** @param {boolean} everywhere all windows of the account @returns {Promise<Account>} */
export const signOut = (everywhere) => call('POST', '/sign-out', { everywhere });
/** @param {string} old @param {string} password @returns {Promise<Account>} */
export const changePassword = (old, password) => call('PUT', '/account/password', { old, password });
/** @param {string} secret @returns {Promise<Invitation>} what it is for */
export const openInvitation = (secret) => call('POST', '/invitation', { invitation: secret });
/** @param {string} secret @param {string} password @returns {Promise<Account>} signed in */
export const acceptInvitation = (secret, password) => call('POST', '/invitation/accept', { invitation: secret, password });
/** @param {string} words in their names @param {number} shown at most @returns {Promise<People>} */
export const people = (words, shown) => call('GET', `/people?${part(words, shown)}`);
/** @param {string} name @param {Role} role @returns {Promise<Invited>} with what its link carries */
export const invite = (name, role) => call('POST', '/people/invitations', { name, role });
/** @param {string} id */
export const withdrawInvitation = (id) => call('DELETE', `/people/invitations/${encodeURIComponent(id)}`);
/** @param {string} id @param {Role} role */
export const changeRole = (id, role) => call('PUT', `/people/${encodeURIComponent(id)}`, { role });
/** @param {string} id of who goes with all they had */
export const removePerson = (id) => call('DELETE', `/people/${encodeURIComponent(id)}`);

/** @param {string} id */
const importOf = (id) => `/import/${encodeURIComponent(id)}`;
/** @param {{file: File, name: string}[]} files @returns {Promise<ImportPreview>} what was understood; nothing is written */
export function previewFiles(files) {
  const form = new FormData();
  for (const { file, name } of files) form.append('files', file, name);
  return call('POST', '/import/preview', form, {}, LONG_PATIENCE_MILLIS);
}
/** @param {string} text @returns {Promise<ImportPreview>} */
export const previewText = (text) => call('POST', '/import/preview', { text }, {}, LONG_PATIENCE_MILLIS);
/** @param {string} id @param {number} count @param {"all" | "look"} show @returns {Promise<ImportPreview>} */
export const getImport = (id, count, show) => call('GET', `${importOf(id)}?count=${count}&show=${show}`);
/** @param {string} id @param {{topic?: string | null, changed?: "update" | "both" | "skip"}} all @returns {Promise<ImportPreview>} */
export const changeImport = (id, all) => call('PUT', importOf(id), all);
/** @param {string} id @returns {Promise<null>} */
export const dropImport = (id) => call('DELETE', importOf(id));
/** @param {string} id @param {number} file @param {string} reading @returns {Promise<ImportPreview>} */
export const readFileAs = (id, file, reading) => call('PUT', `${importOf(id)}/files/${file}`, { reading }, {}, LONG_PATIENCE_MILLIS);
/** @param {string} id @param {number} key @returns {Promise<ImportItem>} */
export const importItem = (id, key) => call('GET', `${importOf(id)}/items/${key}`);
/** @param {string} id @param {number} key @param {MendedItem} mended @returns {Promise<ImportItem>} */
export const mendItem = (id, key, mended) => call('PUT', `${importOf(id)}/items/${key}`, mended);
/** @param {string} id @param {number} key @returns {Promise<ImportItem>} the question above with this one's words */
export const mergeItem = (id, key) => call('POST', `${importOf(id)}/items/${key}/merge`);
/** @param {string} id @param {number} key @param {number} line of the answer @returns {Promise<ImportItem>} the new question */
export const splitItem = (id, key, line) => call('POST', `${importOf(id)}/items/${key}/split`, { line });
/** @param {string} id @param {boolean} removeGone @returns {Promise<Committed>} */
export const commitImport = (id, removeGone) => call('POST', `${importOf(id)}/commit`, { removeGone }, {}, LONG_PATIENCE_MILLIS);
/** @param {number} shown at most @returns {Promise<KeptImports>} */
export const pastImports = (shown) => call('GET', `/imports?count=${shown}`);
/** @param {string} id @returns {Promise<KeptImports>} */
export const undoImport = (id) => call('POST', `/imports/${encodeURIComponent(id)}/undo`);

/** @param {Record<string, string>} filters words, topic, letter, difficulty, tag; "" for any @param {number} count @returns {Promise<FoundQuestions>} */
export const findQuestions = (filters, count) => call('GET', `/bank?${new URLSearchParams({ ...filters, count: String(count) })}`);

/** Every tag of the bank, of which there may be hundreds. */
export const bankTags = async () => Object.keys((await findQuestions({}, 1)).tags);
/** @param {string} id @returns {Promise<EditableQuestion>} */
export const editableQuestion = (id) => call('GET', `/bank${question(id)}`);
/** @param {string} id @param {string} basedOn the mark of the question that was changed @param {EditedQuestion} edited @param {string} [topic] title of another topic to move it to @returns {Promise<EditableQuestion>} */
export const saveQuestion = (id, basedOn, edited, topic) => call('PUT', `/bank${question(id)}`, { basedOn, question: edited, ...(topic === undefined ? {} : { topic }) });
/** @param {string} topic its title @param {EditedQuestion} edited @returns {Promise<EditableQuestion>} */
export const addQuestion = (topic, edited) => call('POST', '/bank/questions', { topic, question: edited });
/** @param {string} id @returns {Promise<null>} */
export const deleteQuestion = (id) => call('DELETE', `/bank${question(id)}`);
/** @param {EditedQuestion} edited @returns {Promise<string[]>} what is wrong with it, in words */
export const questionProblems = async (edited) => (await call('POST', '/bank/problems', { question: edited })).problems;
/** @param {EditedQuestion} edited @param {string} text @returns {Promise<Grade>} of an answer to it; nothing is kept */
export const tryQuestion = (edited, text) => call('POST', '/bank/try', { question: edited, text });
/** @param {string} prompt @param {string} answer @returns {Promise<EditedPoint[]>} points that an answer would give */
export const proposePoints = async (prompt, answer) => (await call('POST', '/bank/points', { prompt, answer })).points;
/** @param {"markdown" | "anki" | "csv" | "gift"} form All questions in one file. */
export const bankAddress = (form) => `/api/bank/export/${form}`;
