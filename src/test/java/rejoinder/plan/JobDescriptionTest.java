package rejoinder.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rejoinder.SharedBank;
import rejoinder.bank.Difficulty;
import rejoinder.bank.ItemBank;
import rejoinder.bank.QuestionId;

class JobDescriptionTest {
    private static final String JOB = """
            Backend engineer
            You know files of the trade, and loops
            Experience with Kafka, Loops and PostgreSQL is a plus.
            Fluent English.
            """;

    private static final ItemBank BANK = Banks.of(
            Banks.question("loops/while", Difficulty.JUNIOR),
            Banks.question("loops/for", Difficulty.JUNIOR),
            Banks.question("files/open", Difficulty.JUNIOR),
            Banks.question("classes/init", Difficulty.JUNIOR));

    /** Likeness by one shared word; a passage that only says that word is nearest. */
    private static final Likeness SHARED = new Likeness() {
        @Override
        public double between(String one, String other) {
            for (String topic : List.of("loops", "files")) {
                if (one.toLowerCase(java.util.Locale.ROOT).contains(topic) && other.contains(topic)) {
                    return .5 + 1.0 / (1 + one.length());
                }
            }
            return .3;
        }

        @Override
        public boolean byMeaning() {
            return true;
        }

        @Override
        public double nearDuplicateFrom() {
            return .9;
        }

        @Override
        public double samePointFrom() {
            return .9;
        }

        @Override
        public double callsFrom() {
            return .5;
        }
    };

    private static JobDescription read(String text) {
        return JobDescription.read(text, BANK, SHARED);
    }

    @Test
    void eachQuestionIsCalledForByWordsThatStandInTheText() {
        JobDescription job = read(JOB);

        assertThat(job.topics()).extracting(called -> called.topic().id()).containsExactly("loops", "files");
        assertThat(job.topics().get(0).questions())
                .extracting(JobDescription.Called::quote)
                .containsExactly("loops", "loops");
        assertThat(job.topics())
                .flatExtracting(JobDescription.CalledTopic::questions)
                .extracting(JobDescription.Called::quote)
                .allMatch(JOB::contains);
    }

    @Test
    void namesThatTheBankNeverMentionsAreNotInIt() {
        assertThat(read(JOB).missing()).containsExactly("Kafka", "PostgreSQL");
    }

    @Test
    void aNameAtTheBeginningOfASentenceIsOneWhereTheSentenceSaysHowWelcomeItIs() {
        assertThat(read("Rust is a plus. Kafka, Redis or RabbitMQ would be nice.\n- Terraform is required")
                        .missing())
                .containsExactly("Rust", "Kafka", "Redis", "RabbitMQ", "Terraform");
        assertThat(read("Experience is a plus. Curiosity is a must. Travel is required. Teamwork is essential."
                                + " Relocation would be nice. This is a must. German is a plus. Swedish is required."
                                + " Mentoring is welcome. Everything is possible. Dogs are allowed.")
                        .missing())
                .isEmpty();
    }

    @Test
    void theInterviewTakesTheTopicsInTurnAndIsTheSameForTheSameText() {
        List<QuestionId> picked = read(JOB).interview(3);

        assertThat(picked).hasSize(3).doesNotHaveDuplicates();
        assertThat(picked.subList(0, 2)).extracting(QuestionId::topic).containsExactly("loops", "files");
        assertThat(read(JOB).interview(3)).isEqualTo(picked);
    }

    @Test
    void aWordThatQuestionsAreTaggedWithCallsForThemFromTheMiddleOfASentence() {
        ItemBank bank = SharedBank.bank();
        JobDescription job = JobDescription.read(
                "You have written services with asyncio for some years.", bank, new LikenessByWords(bank));

        assertThat(job.topics())
                .flatExtracting(JobDescription.CalledTopic::questions)
                .isNotEmpty()
                .allMatch(called -> called.quote().equals("asyncio"));
        assertThat(JobDescription.read(
                                "Open people for the rest of a team in a class of its own, with a set of benefits.",
                                bank,
                                new LikenessByWords(bank))
                        .topics())
                .isEmpty();
    }

    @Test
    void aTagOfSeveralWordsCallsForQuestionsHoweverTheyAreJoined() {
        ItemBank bank = SharedBank.bank();
        for (String text : List.of("You build pipelines with GitHub Actions.", "We use github-actions a lot.")) {
            assertThat(JobDescription.read(text, bank, new LikenessByWords(bank))
                            .topics())
                    .as(text)
                    .flatExtracting(JobDescription.CalledTopic::questions)
                    .anyMatch(called -> called.question().tags().contains("github-actions")
                            && called.quote().matches("(?i)github.actions"));
        }
        assertThat(JobDescription.read(
                                "We follow best practices, end to end, in a supply chain. GitHub, Actions.",
                                bank,
                                new LikenessByWords(bank))
                        .topics())
                .isEmpty();
    }

    @Test
    void aTextThatCallsForNothingGivesNothing() {
        assertThat(read("We offer thirty days of holiday.").topics()).isEmpty();
        assertThat(read("We offer thirty days of holiday.").interview(5)).isEmpty();
        assertThat(read("").missing()).isEmpty();
        assertThat(read("* - \n\n ...").topics()).isEmpty();
    }

    @Test
    void aVeryLongTextIsReadInPartAndStillAnswered() {
        JobDescription job = read("Some words of no use, and more of them. ".repeat(2000) + JOB);

        assertThat(job.topics()).hasSizeLessThanOrEqualTo(2);
        assertThat(job.topics())
                .flatExtracting(JobDescription.CalledTopic::questions)
                .isNotNull();
    }
}
