/**
 * The shapes that the server speaks, for the type checker; nothing here runs. Times are epoch milliseconds, `...Millis` are durations, `percent` is whole,
 * `place` counts from 0, offsets are UTF-16 indices.
 *
 * @typedef {"interview" | "practice"} Mode
 * @typedef {"in-progress" | "submitted" | "graded"} State
 * @typedef {"unsaid" | "not" | "rather" | "very"} Confidence
 * @typedef {"made" | "unclear" | "not-said" | "contradicted"} FindingKind
 *
 * @typedef {{kind: "suggested", factor: number} | {kind: "timed", seconds: number} | {kind: "untimed"}} Pace
 * @typedef {{mode: Mode, topics: {id: string, atLeast?: number}[], picked?: string[], questions: number, pace: Pace, overtime?: boolean, onlyMarked?: boolean, difficulties?: string[], tag?: string, followUps?: boolean, seed?: number}} StartBody
 *
 * @typedef {{kind: "running", deadline: number, millisLeft: number, totalMillis: number, overtimeMillis: number}} RunningClock
 * @typedef {{kind: "paused", millisLeft: number, since: number, totalMillis: number}} PausedClock
 * @typedef {RunningClock | PausedClock | {kind: "none"}} Clock
 *
 * @typedef {{id: string, title: string, summary: string, questions: number, unseen: number, suggestedMillis: number, answered: number, percent: number | null}} Topic
 * @typedef {{id: string, title: string}} TopicName
 * @typedef {{direction: "unknown" | "falling" | "steady" | "rising", change: number}} Trend change in percent points over two weeks
 * @typedef {{id: string, title: string, answers: number, mid: number | null, low: number | null, high: number | null, word: string, trend?: Trend | null}} Mastery
 * @typedef {{id: string, topic: TopicName, prompt: string, reason: string}} PlanItem
 * @typedef {{items: PlanItem[], minutes: number, failed: number, due: number, unseen: number, leftOut: number, topics: Mastery[], untouched: Mastery[], bands: ScoreBand[],
 *   interview?: {date: string, daysLeft: number, answersADay: number, leftToday: number, mostAtOnce: number} | null,
 *   memory?: {kind: string, sentence: string, answers: number, needed: number, mostDays: number | null}}} Plan
 *
 * @typedef {import('./account.js').Role} Role
 * @typedef {{accounts: boolean, name: string | null, role: Role | null, provider: string | null}} Account
 * @typedef {{name: string, role: Role, expiresAt: number, renews: boolean, classroom?: string}} Invitation
 * @typedef {Invitation & {invitation: string}} Invited
 * @typedef {{id: string, name: string, role: Role, madeAt: number, seenAt: number | null, you: boolean}} Person
 * @typedef {{found: number, people: Person[], invited: number, invitations: (Invitation & {id: string})[]}} People

 *
 * @typedef {"none" | "begun" | State | "deleted"} Done how far somebody is with an assignment
 * @typedef {"nothing" | "scores" | "answers"} PracticeVisibility of a member's practice
 * @typedef {{id: string, name: string, joinedAt: number, shows: PracticeVisibility}} Member
 * @typedef {{person: string, name: string, shows: PracticeVisibility, rounds: Summary[], now: number}} Practised
 * @typedef {{id: string, name: string, reviewer: string, members: number, assignments: number}} ClassLine
 * @typedef {{found: number, classes: ClassLine[]}} Classes
 * @typedef {{id: string, title: string, questions: number, totalMillis: number | null, opensAt: number, closesAt: number, window: "ahead" | "open" | "over"}} AssignmentLine
 * @typedef {{id: string, name: string, reviewer: string, found: number, members: Member[], invited: number,
 *   invitations: {id: string, name: string, expiresAt: number, renews: boolean}[], assigned: number, assignments: AssignmentLine[], now: number}} Class
 * @typedef {{name: string, expiresAt: number, renews: boolean, invitation: string}} InvitedIntoClass
 * @typedef {{assignment: AssignmentLine, classroom: string, state: Done, session: string | null}} MyAssignment
 * @typedef {{classes: {id: string, name: string, reviewer: string, shows: PracticeVisibility}[], assignments: MyAssignment[], now: number}} MyClasses
 * @typedef {{id: string, prompt: string, answers: number, blank: number, average: number | null, missed: {statement: string, times: number, of: number}[]}} AssignedQuestion
 * @typedef {{person: string, name: string, state: Done, endedAt: number | null, percent: number | null}} Seat
 * @typedef {{id: string, title: string, classroom: string, questions: AssignedQuestion[], opensAt: number, closesAt: number,
 *   members: number, handedIn: number, scored: number, found: number, seats: Seat[], now: number}} Assignment
 * @typedef {{place: number, reviewer: string, own: boolean, text: string, at: number}} Comment
 * @typedef {{classroom: string, assignment: string, person: string, blind: boolean}} AnswersOf
 * @typedef {{place: number, prompt: string, promptHtml: string, contextHtml: string, text: string, references: ReferenceAnswer[]}} AnswerAlone
 * @typedef {{person: string, name: string, now: number, marked: Session | null, answers: AnswerAlone[], comments: Comment[]}} Answers
 *
 * Days without a time are as `2026-11-21`.
 * @typedef {{rating: number, word: string, days: number, due: string, chance: number, sentence: string}} NextChoice
 * @typedef {{proposed: number, chosen: number | null, rating: number, word: string, days: number, due: string, sentence: string, reason: string, choices: NextChoice[]}} Schedule
 * @typedef {{point: string, statement: string, ask: string}} Drill
 * @typedef {{taken: {kind: string, text: string, cost: number}[], next: {kind: string, cost: number, sentence: string} | null}} Hints
 * @typedef {{place: number, id: string, settled: boolean, hints: Hints, schedule: Schedule | null, again: boolean, drills: Drill[]}} Practice
 * @typedef {{id: string, title: string, answers: number, before: Mastery, after: Mastery, sentence: string, more: string}} TopicChange
 * @typedef {{topics: TopicChange[], next: {id: string, prompt: string, percent: number, due: string | null, days: number | null}[], again: string[]}} Change
 * @typedef {{date: string, overdue: number, questions: {id: string, prompt: string, topic: TopicName, due: string}[]}} DueDay
 * @typedef {{today: string, days: DueDay[]}} DueCalendar
 * @typedef {{statement: string, missed: number, answers: number, lastMissed: number, said: number, lines: number, ask: string,
 *   places: {id: string, prompt: string, topic: TopicName, point: string}[]}} WeakPoint
 * @typedef {{date: string, answers: number, topics: {id: string, title: string, answers: number, unseen: number}[], questions: {id: string, prompt: string}[]}} PracticeDay
 * @typedef {{id: string, title: string, mid: number | null, low: number | null, high: number | null, neverAsked: number, now: Mastery}} Expected
 * @typedef {{date: string | null, topics: string[], answersADay: number | null}} InterviewAhead
 * @typedef {{interview: {date: string, topics: string[], answersADay: number} | null, suggestedADay: number, minutesADay: number, fewerADay: number, days: PracticeDay[], expected: Expected[], sentence: string}} InterviewPlan
 * @typedef {{topics: {id: string, title: string, questions: {id: string, prompt: string, quote: string}[]}[], missing: string[], picked: string[], likeness: "meaning" | "words"}} CalledFor
 * @typedef {{session: string, place: number, at: number, percent: number, text: string}} SaidThen
 * @typedef {{id: string, prompt: string, topic: TopicName, lost: {statement: string, contradicted: boolean}[], earlier: SaidThen, later: SaidThen}} Reversal
 * @typedef {{today: string, days: {date: string, answers: number}[], neverMade: NeverHit[],
 *   times: {id: string, prompt: string, topic: TopicName, answers: number, averageMillis: number, suggestedMillis: number}[]}} ProgressSoFar
 * @typedef {{date: string, answers: number, mid: number | null, low: number | null, high: number | null}} MasteryDay
 * @typedef {{id: string, prompt: string, point: string, statement: string, answers: number, ask: string}} NeverHit
 *
 * @typedef {object} TopicStanding one topic and what is known of the candidate in it
 * @property {string} id
 * @property {string} title
 * @property {string} summary
 * @property {Mastery} mastery
 * @property {ScoreBand[]} bands
 * @property {MasteryDay[]} history oldest first
 * @property {{at: number, id: string, prompt: string, percent: number}[]} answers newest first
 * @property {{id: string, prompt: string, difficulty: string, letter: Letter, answers: number, percent: number, due: string, overdue: boolean, chance: number}[]} questions answered ones
 * @property {{id: string, prompt: string, difficulty: string, letter: Letter, suggestedMillis: number}[]} unseen
 * @property {NeverHit[]} neverHit
 * @property {WeakPoint[]} weakPoints
 *
 * @typedef {{percent: number, low: number, high: number, counted: number, word: string}} SessionScore
 * @typedef {{id: string, mode: Mode, state: State, startedAt: number, usedMillis: number, topics: {id: string, title: string}[], questions: number,
 *   answered: number, score: SessionScore | null, clock?: Clock}} Summary
 * @typedef {{setup: StartBody, unfinished: Summary[], last: Summary | null, topics: Topic[], seen: {new: number, asked: number}, onlyMarked: boolean, difficulties: string[], tag: string, now: number}} Home
 * @typedef {{status: string, version: string, model: {state: "loading" | "ready" | "broken", reason: string},
 *   trouble: string, bank: {topics: number, questions: number, problems: number}, now: number}} Health
 *
 * @typedef {{text: string, revision: number, savedAt: number, flagged: boolean, confidence: Confidence, spentMillis: number}} Draft
 * @typedef {{basedOn: number, text: string, flagged: boolean, confidence: Confidence, spentMillis: number, writeLock: string}} DraftSave
 * @typedef {{revision: number, savedAt: number, clock: Clock, now: number}} DraftSaved
 * @typedef {{place: number, text: string, at: number, why: string}} KeptVersion
 *
 * @typedef {{start: number, end: number}} Span
 * @typedef {{id: string, statement: string, share: number, automatic: boolean}} KeyPoint
 * @typedef {{kind: FindingKind, point: KeyPoint, earned: number, similarity: number, evidence: Span[], wording: string, reason?: string}} Finding
 * @typedef {{name: string, reason: string, amount: number, evidence: Span[]}} Deduction
 * @typedef {{label: string, value: number, parts: Explanation[]}} Explanation
 * @typedef {{verdict: FindingKind, points: number, own: number, most: number}} WholePoints a key point in whole points: what it adds, what the grader gave, the most it can add
 * @typedef {{percent: number, word: string, low: number, high: number, own: number, lines: WholePoints[], changes: {id: string, points: number, own: number}[]}} Marking
 *   what adds up to `percent`: one line per finding, one change per deduction; `low` and `high` are what it could come to while points are open, `own` is the grader's
 * @typedef {{id: string, shortForm: string, ask: string, bonus: boolean}} KeyPointWords how a point is named and asked about
 * @typedef {{point: string, ask: string, marked: boolean}} NextAsked what the interviewer asks next; `point` is "" for the question's own follow-up
 * @typedef {{score: number, percent: number, word: string, raw: number, reference: number, sure: boolean, findings: Finding[], deductions: Deduction[],
 *   doubts: string[], stamp: {grader: string, model: string, calibration: string}, marking: Marking, explanation: Explanation}} Grade
 * @typedef {{from: number, word: string}} ScoreBand a word for scores, and the per cent at which it begins
 * @typedef {{value: number, percent: number, word: string, cameOutWell: boolean}} Score
 * @typedef {{point: string, credit: number | null, quote: string, at: number, withdrawn: boolean, inForce: boolean, reviewer: string}} Correction
 * @typedef {{id: string, question: string, prompt: string, point: string, statement: string, text: string, at: number}} Wording words of the candidate that count from now on
 * @typedef {{label: string, html: string, text: string}} ReferenceAnswer
 * @typedef {{point: string, statement: string, why: string}} Misconception
 *
 * @typedef {object} Question one asked question; `draft` while it takes an answer, the rest once the answer is handed in
 * @property {number} place
 * @property {string} id
 * @property {{id: string, title: string}} topic
 * @property {string} prompt
 * @property {string} promptHtml
 * @property {string} contextHtml
 * @property {string} difficulty
 * @property {number} suggestedMillis
 * @property {boolean} selfGraded
 * @property {Draft} [draft]
 * @property {Letter} [letter] whether the answer can be marked
 * @property {string} [reason] why
 * @property {{text: string, at: number, spentMillis: number, confidence: Confidence, overtime?: string}} [answer] `overtime` is all that was typed, if more came after the time than counts
 * @property {string} [unread] why the mark is yours although there is a reference; empty otherwise
 * @property {"owed" | "marked" | "self-owed" | "self-marked" | "skipped" | "handed-in"} [outcome] `handed-in` in an interview that goes on; `skipped` was left out of a round of practice
 * @property {Score | null} [score]
 * @property {Score | null} [ownScore]
 * @property {Grade | null} [grade]
 * @property {Marking | null} [marking] the grade with the corrections applied
 * @property {string} [gist] what the answer did, in one sentence
 * @property {KeyPointWords[]} [keyPoints]
 * @property {Correction[]} [corrections]
 * @property {ReferenceAnswer[]} [references]
 * @property {Misconception[]} [misconceptions]
 * @property {NextAsked} [followUp]
 * @property {{point: string, ask: string, text: string, percent: number, at: number}[]} [lines] what was said beside the answer
 * @property {NextAsked | null} [asking] in an interview with follow-ups: what the interviewer asks next; null as long as the answer is not judged
 * @property {string} [said] the answer to that, "" for none
 * @property {{title: string, url: string}[]} [sources]
 *
 * @typedef {object} Session
 * @property {string} id
 * @property {Mode} mode
 * @property {State} state
 * @property {number} startedAt
 * @property {number} now
 * @property {Clock} clock
 * @property {number} pauses
 * @property {number} mostPauses
 * @property {number} pausedMillis
 * @property {number} [longestAnswer] characters that an answer may have, while it can be written
 * @property {boolean} [followUps] whether one more question is asked after each answer
 * @property {boolean} canWrite
 * @property {string} [writeLock]
 * @property {number} [endedAt]
 * @property {"candidate" | "deadline"} [endedBy]
 * @property {number} [usedMillis]
 * @property {number} [totalMillis] the time that there was, if there was a clock
 * @property {SessionScore | null} [score]
 * @property {{place: number, points: number, of: number} | null} [mostLost] the question that cost most, if a single one did
 * @property {ScoreBand[]} [bands]
 * @property {string} [grader] version of the current grader, "" while there is none
 * @property {{state: "loading" | "ready" | "broken", reason?: string}} [grading]
 * @property {Question[]} questions
 *
 * @typedef {{place: number, where: "answer" | "question" | "note", before: string, hit: string, after: string}} Hit
 * @typedef {Summary & {hits: Hit[], more: number}} HistoryLine
 * @typedef {{all: number, found: number, topics: TopicName[], sessions: HistoryLine[]}} History `sessions` are the newest of those found
 * @typedef {{words?: string, noted?: string, part?: "open" | "over" | "scored", mode?: "" | Mode, topic?: string, since?: string}} HistoryFilters "" for any
 * @typedef {{from: number, said: {confidence: Confidence, times: number, borneOut: number}[]}} Sureness `from` is the per cent from which an answer came out well
 * @typedef {{version: string, sessions: number, answers: number, packs: number | null, sessionsHere: number, answersHere: number, packsHere: number}} ArchiveFound
 * @typedef {{sessions: number, answers: number, corrections: number, drills: number, notes: number, wordings: number, agreement: Agreement, folder: string}} Holdings
 * @typedef {{answers: number, verdicts: number, kept: number, asked: number, meant: number}} Agreement in the answers whose marks were corrected
 * @typedef {{score: SessionScore | null, questions: {place: number, was: number | null, percent: number | null}[], grader: string}} Today
 * @typedef {{session: string, place: number, at: number, text: string, revision: string, percent: number | null,
 *   findings: {point: string, statement: string, kind: FindingKind}[]}} PastAttempt
 *
 * @typedef {{line: number, message: string}} ImportNote
 * @typedef {{file: string, shape: "outline" | "questions-and-answers" | "pack" | "unknown", how: string, questions: number, withAnswer: number,
 *   others: {how: string, questions: number}[], warnings: ImportNote[]}} ImportFile
 * @typedef {"A" | "B" | "C" | ""} Letter A: marked; B: marked, shown as unsure; C: marked by the candidate; "" while it is not known
 * @typedef {"add" | "update" | "skip"} ImportChoice
 * @typedef {{key: number, number: number, file: number, line: number, prompt: string, topic: string, letter: Letter, choice: ImportChoice, edited: boolean, why: string}} ImportLine
 * @typedef {{prompt?: string, context?: string, answer?: string, topic?: string, choice?: ImportChoice}} MendedItem
 *
 * @typedef {object} ImportPreview what was understood of some files; nothing of it is written yet
 * @property {string} id
 * @property {ImportFile[]} files
 * @property {number} questions
 * @property {number} chosen how many would be written
 * @property {number} look how many need a look
 * @property {number} fresh
 * @property {number} same imported before, and the same
 * @property {number} changed imported before, and changed in the file since
 * @property {number} kept how many of these a person changed in the bank
 * @property {number} duplicates
 * @property {{id: string, prompt: string}[]} gone
 * @property {number} tried how many have their letter
 * @property {{A: number, B: number, C: number}} letters
 * @property {string[]} topics
 * @property {number} from
 * @property {number} listed
 * @property {ImportLine[]} items
 *
 * @typedef {object} ImportItem one question of an import
 * @property {number} key
 * @property {number} file
 * @property {boolean} first whether it is the first of its file
 * @property {number} line
 * @property {string} prompt
 * @property {string} promptHtml
 * @property {string} context
 * @property {string} contextHtml
 * @property {string} answer
 * @property {string} answerHtml
 * @property {string} original the lines that it was read from
 * @property {string} topic
 * @property {Letter} letter
 * @property {string} reason
 * @property {ImportChoice} choice
 * @property {boolean} edited
 * @property {{statement: string, bonus: boolean}[]} points
 * @property {string[]} followUps
 * @property {ImportNote[]} warnings
 * @property {{id: string, prompt: string, kind: "same" | "changed" | "duplicate" | "alike", edited: boolean} | null} known
 *
 * @typedef {{id: string, added: number, updated: number, removed: number, questions: string[], topics: {id: string, title: string, questions: number}[]}} Committed
 * @typedef {{id: string, at: number, files: string[], questions: number, why: string}} PastImport
 * @typedef {{found: number, imports: PastImport[]}} KeptImports
 *
 * @typedef {{id: string, prompt: string, topic: TopicName, difficulty: string, tags: string[], letter: Letter, reason: string, points: number, own: boolean}} BankQuestion
 * @typedef {{questions: number, listed: number, topics: TopicName[], tags: Record<string, number>, items: BankQuestion[],
 *   alike: BankQuestion[]}} FoundQuestions
 * @typedef {{id: string, statement: string, weight: number, bonus: boolean, shortForm: string, ask: string, wordings: string[], outputs: string[]}} EditedPoint
 * @typedef {{point: string, statement: string, why: string, truths: string[]}} EditedMisconception `point` is the id of a key point, of a new one its number from 1
 * @typedef {{prompt: string, context: string, difficulty: string, minutes: number, tags: string[], references: {label: string, text: string}[], points: EditedPoint[], proposed: EditedPoint[],
 *   misconceptions: EditedMisconception[], followUp: string, followUpReference: string, followUpPoints: EditedPoint[], sources: {title: string, url: string}[]}} EditedQuestion
 * @typedef {{id: string, topic: TopicName, own: boolean, mark: string, letter: Letter, reason: string, problems: string[], question: EditedQuestion}} EditableQuestion
 */
export {};
