/** Durations and dates in words. Durations are milliseconds, dates epoch milliseconds. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
const LANGUAGE = 'en-GB';

/** @param {number} n @param {string} one @param {string} [many] */
export const count = (n, one, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
/** A small whole number as a word, a larger one as figures. @param {number} n */
export const inWords = (n) => SMALL[n] ?? String(n);

/** `once`, `twice`, `three times` @param {number} n */
export const times = (n) => (n === 1 ? 'once' : n === 2 ? 'twice' : `${inWords(n)} times`);

/** @param {string} text */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** @param {number} n */
const two = (n) => String(n).padStart(2, '0');

/** `08:47`, `1:08:47`; a started second counts, so that 0 is shown only when nothing is left. @param {number} millis */
export function clockFigure(millis) {
  const seconds = Math.max(0, Math.ceil(millis / SECOND));
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** `8 minutes 47 seconds`, to be said. @param {number} millis */
export function spoken(millis) {
  const seconds = Math.max(0, Math.ceil(millis / SECOND));
  const parts = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor((seconds % 3600) / 60), 'minute'],
    [seconds % 60, 'second'],
  ].filter(([n]) => Number(n) > 0);
  return parts.length === 0 ? 'no time' : parts.map(([n, unit]) => count(Number(n), String(unit))).join(' ');
}

/** `2½`, `15`: minutes to the half while that says something. @param {number} millis */
export function minutesFigure(millis) {
  const halves = Math.round(millis / (MINUTE / 2));
  const whole = Math.floor(halves / 2);
  if (halves % 2 === 0 || whole >= 10) return String(Math.max(halves > 0 ? 1 : 0, Math.round(millis / MINUTE)));
  return whole === 0 ? '½' : `${whole}½`;
}

/** `15 minutes`, `2½ minutes`, `half a minute`, `a few seconds`. @param {number} millis */
export function minutes(millis) {
  const figure = minutesFigure(millis);
  if (figure === '0') return 'a few seconds';
  if (figure === '½') return 'half a minute';
  return `${figure} ${figure === '1' ? 'minute' : 'minutes'}`;
}

/** `about 20 minutes`, `about 1¾ hours`; no more exact than an estimate can be. @param {number} whole minutes */
export function aboutMinutes(whole) {
  if (whole < 15) return `about ${count(whole, 'minute')}`;
  if (whole <= 60) return `about ${5 * Math.round(whole / 5)} minutes`;
  const quarters = Math.round(whole / 15);
  const hours = `${Math.floor(quarters / 4)}${['', '¼', '½', '¾'][quarters % 4]}`;
  return `about ${hours} ${hours === '1' ? 'hour' : 'hours'}`;
}

/** `12:03:41` @param {number} at */
export const timeOfDay = (at) =>
  new Date(at).toLocaleTimeString(LANGUAGE, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
/** `12:03` @param {number} at */
export const hourAndMinute = (at) => new Date(at).toLocaleTimeString(LANGUAGE, { hour: '2-digit', minute: '2-digit' });

/** @param {number} at */
const startOfDay = (at) => new Date(at).setHours(0, 0, 0, 0);

/** Whole calendar days from one to the other. @param {number} at @param {number} now */
export const daysBetween = (at, now) => Math.round((startOfDay(now) - startOfDay(at)) / DAY);

/** `today`, `yesterday`, `Tuesday`, `12 March`, `12 March 2024` @param {number} at @param {number} now */
export function day(at, now) {
  const days = daysBetween(at, now);
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days > 1 && days < 7) return new Date(at).toLocaleDateString(LANGUAGE, { weekday: 'long' });
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Date(at).toLocaleDateString(LANGUAGE, { day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) });
}

/** `today 12:15`, `Tuesday 12:15`, `12 March 12:15` @param {number} at @param {number} now */
export const dayAndTime = (at, now) => `${day(at, now)} ${hourAndMinute(at)}`;

/** `today`, `yesterday`, `6 days ago`, `3 weeks ago`, `5 months ago` @param {number} at @param {number} now */
export function ago(at, now) {
  const days = daysBetween(at, now);
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days < 14) return `${days} days ago`;
  if (days < 60) return `${Math.round(days / 7)} weeks ago`;
  return `${Math.round(days / 30.4)} months ago`;
}

/** `21 Nov` @param {number} at */
export const shortDay = (at) => new Date(at).toLocaleDateString(LANGUAGE, { day: 'numeric', month: 'short' });

// ---- days without a time, as `2026-11-21`; they are counted in UTC, where every day has 24 hours

/** @param {string} date as `2026-11-21` */
export const dayOf = (date) => new Date(`${date}T00:00:00Z`);

/** The day on this computer, as `2026-11-21`. @param {number} at */
export function dateHere(at) {
  const then = new Date(at);
  return `${then.getFullYear()}-${two(then.getMonth() + 1)}-${two(then.getDate())}`;
}

/** Today on this computer, as `2026-11-21`. */
export const today = () => dateHere(Date.now());

/** @param {string} date as `2026-11-21` @param {number} days later, or before if negative */
export const daysFrom = (date, days) => new Date(dayOf(date).getTime() + days * DAY).toISOString().slice(0, 10);

/** `Saturday 21 November`, with the year where it is not this one. @param {string} date as `2026-11-21` */
export function dateInWords(date) {
  const sameYear = dayOf(date).getUTCFullYear() === new Date().getFullYear();
  return dayOf(date).toLocaleDateString(LANGUAGE, { weekday: 'long', day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }), timeZone: 'UTC' });
}

/** `in 4 days, on Wednesday`, `in 3 weeks, on 12 December` @param {number} days @param {string} date as `2026-11-21` */
export function inDays(days, date) {
  if (days <= 0) return 'today';
  if (days === 1) return 'tomorrow';
  const on = dayOf(date).toLocaleDateString(LANGUAGE, days < 7 ? { weekday: 'long', timeZone: 'UTC' } : { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return `in ${days} days, on ${on}`;
}

/** `21 Nov` @param {string} date as `2026-11-21` */
export const shortDate = (date) => dayOf(date).toLocaleDateString(LANGUAGE, { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** `today`, `tomorrow`, `in 4 days`, `in 3 weeks`, `in 5 months`, where there is little room @param {number} days */
export function inDaysShort(days) {
  if (days <= 1) return days < 1 ? 'today' : 'tomorrow';
  if (days < 14) return `in ${days} days`;
  return days < 60 ? `in ${Math.round(days / 7)} weeks` : `in ${Math.round(days / 30)} months`;
}
