package rejoinder.session;

import java.time.Instant;
import rejoinder.grade.Grade;

/**
 * A grade that a later one took the place of.
 *
 * @param place index of the question, from 0
 * @param gradedAt when it was given
 * @param replacedAt when the later one was
 * @param grade as it was
 */
public record EarlierGrade(int place, Instant gradedAt, Instant replacedAt, Grade grade) {}
