package rejoinder.api;

import java.util.List;
import java.util.function.UnaryOperator;
import rejoinder.bank.QuestionId;
import rejoinder.plan.JobDescription;

/**
 * What a job description calls for.
 *
 * @param topics the most clearly called for first
 * @param missing names in the text that the bank never mentions
 * @param picked the questions of an interview on it
 * @param likeness how it was found out what it calls for: {@code meaning}, or {@code words} while there is no sentence model
 */
record JobDescriptionJson(List<CalledTopicJson> topics, List<String> missing, List<String> picked, String likeness) {
    /** A topic with the questions called for. */
    record CalledTopicJson(String id, String title, List<CalledJson> questions) {}

    /**
     * A question.
     *
     * @param quote the words that call for it
     */
    record CalledJson(String id, String prompt, String quote) {}

    static JobDescriptionJson of(JobDescription job, int questions, String likeness, UnaryOperator<String> text) {
        return new JobDescriptionJson(
                job.topics().stream()
                        .map(called -> new CalledTopicJson(
                                called.topic().id(),
                                called.topic().title(),
                                called.questions().stream()
                                        .map(one -> new CalledJson(
                                                one.question().id().toString(),
                                                text.apply(one.question().prompt()),
                                                one.quote()))
                                        .toList()))
                        .toList(),
                job.missing(),
                job.interview(questions).stream().map(QuestionId::toString).toList(),
                likeness);
    }
}
