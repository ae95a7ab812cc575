package rejoinder.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rejoinder.bank.Question;
import rejoinder.export.PointsText;
import rejoinder.grade.Grade;
import rejoinder.grade.Marking;
import rejoinder.grade.Score;
import rejoinder.grade.Verdict;
import rejoinder.pack.Markup;
import rejoinder.plan.CandidateId;
import rejoinder.plan.DailyStudy;
import rejoinder.plan.Drills;
import rejoinder.plan.Hints;
import rejoinder.plan.NextTime;
import rejoinder.plan.Rating;
import rejoinder.plan.Review;
import rejoinder.plan.RoundChange;
import rejoinder.plan.StudyPlan;
import rejoinder.plan.Studying;
import rejoinder.session.Blueprint;
import rejoinder.session.Confidence;
import rejoinder.session.Corrections;
import rejoinder.session.DraftSave;
import rejoinder.session.InProgress;
import rejoinder.session.Interviewer;
import rejoinder.session.Mode;
import rejoinder.session.Pace;
import rejoinder.session.Practice;
import rejoinder.session.Result;
import rejoinder.session.Session;
import rejoinder.session.SessionId;

/**
 * A practice round in the terminal. Each question is a session of its own, so that a round that breaks off leaves no unanswered question behind that would count
 * as wrong.
 */
final class TerminalPractice {
    private static final CandidateId ME = CandidateId.LOCAL;
    private static final String GREEN = "\u001B[32m";
    private static final String YELLOW = "\u001B[33m";
    private static final String RED = "\u001B[31m";
    private static final String BOLD = "\u001B[1m";
    private static final String PLAIN = "\u001B[0m";

    private final Interviewer interviewer;
    private final Practice practice;
    private final Corrections corrections;
    private final Studying studying;
    private final InstantSource clock;
    private final BufferedReader in;
    private final PrintWriter out;
    private final boolean colours;
    private final List<Review> answered = new ArrayList<>();
    private final Deque<Question> again = new ArrayDeque<>();
    private boolean over;

    TerminalPractice(UseCases useCases, InstantSource clock, BufferedReader in, PrintWriter out, boolean colours) {
        this.interviewer = useCases.interviewer();
        this.practice = useCases.practice();
        this.corrections = useCases.corrections();
        this.studying = useCases.studying();
        this.clock = clock;
        this.in = in;
        this.out = out;
        this.colours = colours;
    }

    /**
     * Asks what helps most, until that is done or the input ends.
     *
     * @param wanted how many questions; empty leaves it to the plan
     */
    void round(Optional<Integer> wanted, Set<String> topics) {
        DailyStudy daily = studying.daily(ME);
        boolean planned = topics.isEmpty() && wanted.isEmpty();
        List<StudyPlan.Item> items =
                (planned ? daily.round() : daily.round(wanted.orElse(DailyStudy.QUESTIONS), topics)).items();
        daily.appointment()
                .filter(interview -> planned)
                .ifPresent(interview -> out.println("Today " + daily.leftToday(interview) + " of the "
                        + daily.answersADay(interview)
                        + " answers a day for the interview are left; a round has at most "
                        + DailyStudy.MOST_AT_ONCE + "."));
        out.println("An empty line hands an answer in; 'hint' on a line of its own gives a hint; the end of the input"
                + " ends the round.");
        for (int i = 0; i < items.size() && !over; i++) {
            ask(items.get(i).question(), items.get(i).reason(), (i + 1) + " of " + items.size());
        }
        for (Question question = again.poll(); question != null && !over; question = again.poll()) {
            ask(question, "You wanted to be asked it once more.", "Once more");
        }
        out.println();
        if (answered.isEmpty()) {
            out.println("Nothing was answered.");
        }
        for (RoundChange change : studying.daily(ME).changes(answered)) {
            out.println((change.sentence() + " " + change.moreSentence()).strip());
        }
        out.flush();
    }

    private void ask(Question question, String why, String place) {
        out.println();
        out.println(coloured(BOLD, place + "  " + Markup.text(question.prompt())));
        if (!question.context().isBlank()) {
            out.println(question.context().strip());
        }
        out.println("Why this: " + why);
        Blueprint one = new Blueprint(Mode.PRACTICE, List.of(), List.of(question.id()), 1, new Pace.Untimed(), 0);
        InProgress session = interviewer.start(ME, one);
        SessionId id = session.setup().id();
        Instant start = clock.instant();
        String text = answer(id);
        if (text.isBlank() && over) {
            interviewer.delete(ME, id);
            return;
        }
        Duration spent = Duration.between(start, clock.instant());
        interviewer.save(
                ME,
                id,
                new DraftSave(
                        0,
                        0,
                        text,
                        false,
                        Confidence.UNSAID,
                        spent.isNegative() ? Duration.ZERO : spent,
                        session.writeLock()));
        practice.settle(ME, id, 0);
        interviewer.submit(ME, id);
        if (question.selfGraded()) {
            judge(id);
        }
        tell(id, text);
    }

    // lines up to an empty one after something was typed; an empty line first hands in nothing
    private String answer(SessionId id) {
        StringBuilder text = new StringBuilder();
        while (true) {
            Optional<String> line = line("> ");
            if (line.isEmpty() || line.get().isBlank()) {
                return text.toString();
            }
            if (line.get().strip().equals("hint")) {
                hint(id);
            } else {
                text.append(text.isEmpty() ? "" : "\n").append(line.get());
            }
        }
    }

    private void hint(SessionId id) {
        InProgress before = InProgress.of(interviewer.open(ME, id)).orElseThrow();
        List<Hints.Hint> hints = practice.hints(before.setup().questions().get(0));
        int taken = before.drafts().get(0).hints();
        if (taken >= hints.size()) {
            out.println("  There is no further hint for this question.");
            return;
        }
        practice.hint(ME, id, 0);
        out.println("  " + hints.get(taken).text() + "  (" + hints.get(taken).offer() + ")");
    }

    private void judge(SessionId id) {
        Optional<String> said = line("There is no reference answer: how many of 100 do you give yourself? ");
        said.map(String::strip)
                .filter(text -> text.matches("\\d{1,2}|100"))
                .ifPresent(text -> corrections.judge(ME, id, 0, new Score(Integer.parseInt(text) / 100d)));
    }

    private void tell(SessionId id, String answer) {
        Session session = interviewer.open(ME, id);
        Question question = session.setup().questions().get(0);
        Result result = session.result(0).orElseThrow();
        Optional<Review> review = result.review(question, List.of());
        result.marking(List.of()).ifPresent(marking -> points(marking, answer));
        if (review.isEmpty()) {
            out.println("  Not graded yet; the answer is kept.");
            return;
        }
        review.get().missed().stream().findFirst().ifPresent(missed -> drill(id, question, missed));
        rate(id, question, review.get());
        answered.add(interviewer
                .open(ME, id)
                .result(0)
                .orElseThrow()
                .review(question, List.of())
                .orElseThrow());
    }

    private void points(Marking marking, String answer) {
        PointsText.of(answer, marking, this::painted).forEach(out::println);
        out.println(coloured(BOLD, PointsText.sum(marking)));
    }

    private String painted(Verdict verdict, String word) {
        String colour = switch (verdict) {
            case MADE -> GREEN;
            case UNCLEAR -> YELLOW;
            case NOT_SAID, CONTRADICTED -> RED;
        };
        return coloured(colour, word);
    }

    private void drill(SessionId id, Question question, Review.Incomplete missed) {
        if (over) {
            return;
        }
        out.println(Drills.ask(question, missed.point(), missed.statement()) + " (Enter skips it)");
        Optional<String> line = line("> ").filter(text -> !text.isBlank());
        line.flatMap(text -> practice.drill(ME, id, 0, missed.point(), text))
                .ifPresent(grade -> drilled(grade, missed.statement()));
    }

    private void drilled(Grade grade, String statement) {
        Verdict verdict = grade.findings().get(0).verdict();
        out.println("  " + painted(verdict, PointsText.word(verdict)) + " "
                + grade.score().percent() + " of 100  " + statement);
    }

    private void rate(SessionId id, Question question, Review review) {
        List<NextTime> choices = studying.choices(ME, question.id(), review.at());
        out.println(choices.get(review.rating().number() - 1).sentence());
        if (over) {
            return;
        }
        String said = line("Enter keeps that; 1 again, 2 hard, 3 good, 4 easy; a asks it once more in this round: ")
                .map(String::strip)
                .orElse("");
        if (said.equals("a")) {
            practice.rate(ME, id, 0, Optional.empty(), true);
            again.add(question);
        } else if (said.matches("[1-4]")) {
            Rating.ofNumber(Integer.parseInt(said)).ifPresent(rating -> {
                practice.rate(ME, id, 0, Optional.of(rating), false);
                out.println(choices.get(rating.number() - 1).sentence());
            });
        }
    }

    /** The next line; empty once the input has ended. */
    private Optional<String> line(String prompt) {
        if (over) {
            return Optional.empty();
        }
        out.print(prompt);
        out.flush();
        try {
            Optional<String> line = Optional.ofNullable(in.readLine());
            over = line.isEmpty();
            return line.map(text -> text.replaceAll("[\\p{Cc}&&[^\\t]]", ""));
        } catch (IOException e) {
            throw new UncheckedIOException("The answers can no longer be read.", e);
        }
    }

    private String coloured(String colour, String text) {
        return colours ? colour + text + PLAIN : text;
    }
}
