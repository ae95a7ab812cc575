// Writes the review sequences that MemoryModel is held against, as ts-fsrs works them out.
//
//   npm install ts-fsrs@5.4.2        (in any folder; nothing of it is part of the build)
//   node src/test/scripts/fsrs-fixture.mjs FOLDER/node_modules/ts-fsrs/dist/index.mjs > src/test/resources/rejoinder/plan/fsrs.tsv
//
// The same file comes out each time. ts-fsrs is set to whole days (no learning steps), short-term stability for further answers on the same day, and no
// fuzz. It counts days in UTC, so the local times of a sequence are handed to it as if they were UTC; the test reads them in the zone of the sequence.
//
// A line "P" is a set of parameters: its number, then 21 values. A line "S" is a sequence: zone, parameters, desired retention, maximum interval, then one
// group a review: local time, rating, stability, difficulty, due date, days later, retrievability then. The groups are divided by tabs, their parts by spaces.
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const { fsrs, createEmptyCard, default_w } = await import(pathToFileURL(resolve(process.argv[2])));

let seed = 20260101;
function random() { // mulberry32
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const whole = (from, to) => from + Math.floor(random() * (to - from + 1));
const one = (list) => list[whole(0, list.length - 1)];
const MINUTE = 60_000, DAY = 86_400_000;

const bounds = [
  [.001, 100], [.001, 100], [.001, 100], [.001, 100], [1, 10], [.001, 4], [.001, 4], [.001, .75], [0, 4.5], [0, .8], [.001, 3.5], [.001, 5],
  [.001, .25], [.001, .9], [0, 4], [0, 1], [1, 6], [0, 2], [0, 2], [.01, .8], [.1, .8],
];
const sets = [[...default_w]];
for (let i = 1; i <= 20; i++) {
  // half of them near the defaults, half anywhere
  sets.push(default_w.map((w, k) => {
    const [low, high] = bounds[k];
    const value = i <= 10 ? w * (.5 + random()) : low + random() * (high - low);
    return +Math.min(high, Math.max(low, value)).toFixed(4);
  }));
}
const zones = ['UTC', 'UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'Pacific/Kiritimati'];
const lines = sets.map((w, i) => ['P', i, ...w].join('\t'));

for (let n = 0; n < 700; n++) {
  const set = n < 400 ? 0 : whole(1, sets.length - 1);
  const retention = n < 300 ? .9 : one([.7, .8, .85, .9, .95, .97, .99]);
  const maximum = n < 300 ? 36500 : one([36500, 36500, 365, 30, 1]);
  const scheduler = fsrs({
    w: sets[set], request_retention: retention, maximum_interval: maximum,
    enable_fuzz: false, enable_short_term: true, learning_steps: [], relearning_steps: [],
  });
  let card = createEmptyCard(new Date(0));
  let at = Date.UTC(2020, whole(0, 59), whole(1, 28), whole(0, 23), whole(0, 59));
  const groups = [];
  for (let k = whole(1, 12); k > 0; k--) {
    const rating = one([1, 2, 3, 3, 3, 4]);
    card = scheduler.next(card, new Date(at), rating).card;
    const later = one([0, 1, 2, 7, 30, 365, whole(1, 1000)]);
    const retrievability = scheduler.get_retrievability(card, new Date(at + later * DAY), false);
    // good and easy may go one and two days over the maximum in ts-fsrs; a maximum that is exceeded is none
    const due = new Date(at + Math.min(card.scheduled_days, maximum) * DAY);
    groups.push([new Date(at).toISOString().slice(0, 16), rating, card.stability, card.difficulty, due.toISOString().slice(0, 10), later, retrievability].join(' '));
    const gap = random();
    at += gap < .2 ? whole(1, 120) * MINUTE : gap < .3 ? DAY - whole(1, 300) * MINUTE : gap < .7 ? card.scheduled_days % 400 * DAY + whole(-600, 600) * MINUTE : whole(0, 500) * DAY + whole(0, 1439) * MINUTE;
    at = Math.max(at, card.last_review.getTime() + MINUTE);
  }
  lines.push(['S', one(zones), set, retention, maximum, ...groups].join('\t'));
}
console.log(lines.join('\n'));
