package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Every page there is, in the states in which a candidate meets it. What is prepared for them is prepared once.
 *
 * @param all in the order in which one comes to them
 */
record Places(List<Place> all) {
    /** Questions enough to draw from each topic of the bank that comes along. */
    private static final int EVERY_TOPIC = 20;

    /** How the names of places end where the program refuses something. */
    private static final String REFUSED = "-refused";

    /**
     * One page in one state.
     *
     * @param name short, fit for a file's name
     * @param program that shows it
     * @param path its address
     * @param cookies of the person whose page it is; none where nobody signs in
     * @param reach goes from the opened page to the state, and waits for it
     */
    record Place(String name, Program program, String path, List<Cookie> cookies, Consumer<Page> reach) {
        /** One of a program without accounts, or before somebody has signed in. */
        Place(String name, Program program, String path, Consumer<Page> reach) {
            this(name, program, path, List.of(), reach);
        }

        /** Opens it. */
        Page open(Visit visit) {
            return open((name.endsWith(REFUSED) ? visit.expectingRefusals() : visit).page());
        }

        /** Opens it in a window. */
        Page open(Page page) {
            if (!cookies.isEmpty()) {
                page.context().addCookies(cookies);
            }
            page.navigate(program.url() + path);
            reach.accept(page);
            return page;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * Prepares them.
     *
     * @param program with a grader that is ready
     * @param empty a program that nobody has used
     * @param shared a program with accounts, of which nobody has one yet
     */
    static Places prepare(Program program, Program empty, Program shared) throws IOException, InterruptedException {
        // so that every topic's title is somewhere to be seen, the longest, too
        Interview.start(program, EVERY_TOPIC, Interview.UNTIMED, 1).submit();
        Interview graded = Specimen.hold(program).interview();
        Interview begun = Interview.of(program, graded.questions(), Interview.SUGGESTED)
                .write(0, "Written, and safe.", false, "rather", 40_000)
                .write(1, "Not sure about this one.\n\n```python\nprint('hello')\n```", true, "not", 95_000);
        Interview paused = Interview.of(program, graded.questions().subList(0, 2), Interview.SUGGESTED);
        program.send("POST", "/api" + paused.path() + "/pause", "");
        Interview practice = Interview.practice(
                        program, graded.questions().subList(Specimen.WRONG, Specimen.NONSENSE + 1))
                .write(0, graded.question(Specimen.WRONG).at("/answer/text").asText())
                .settle(0);
        Interview changed = Interview.practice(program, graded.questions().subList(Specimen.HALF, Specimen.WRONG + 1))
                .write(0, graded.question(Specimen.HALF).at("/answer/text").asText())
                .settle(0)
                .submit();
        changed.graded();
        Interview code = Interview.of(program, List.of("advanced-topics/decorators"), Interview.SUGGESTED)
                .write(0, Specimen.CODE)
                .submit();
        code.graded();
        program.send(
                "PUT",
                "/api/plan/interview",
                "{\"date\":\"" + LocalDate.now(ZoneId.systemDefault()).plusDays(12)
                        + "\",\"topics\":[],\"answersADay\":null}");
        String topic = graded.question(0).at("/topic/id").asText();
        Consumer<Page> titled = page -> assertThat(Seen.title(page)).hasCount(1);
        Consumer<Page> scored = Seen::awaitScore;
        People people = new People(shared);
        List<Cookie> ada = people.join("Ada Lovelace", "admin");
        people.join("Ben", "candidate");
        people.join("Somebody with a name of sixty-four letters which is the longest", "reviewer");
        String open = shared.invite("Cleo", "candidate");
        String classroom = "/classes/"
                + people.post(ada, "/api/classes", "{\"name\":\"Bootcamp\"}")
                        .at("/id")
                        .asText();
        JsonNode invited = people.post(
                ada,
                "/api" + classroom + "/invitations",
                "{\"names\":[\"Emil\",\"Somebody else with a name of nearly as many letters\"]}");
        long now = System.currentTimeMillis();
        List<Cookie> emil = people.accept(invited.at("/invited/0/invitation").asText());
        String set = people.post(
                        ada,
                        "/api" + classroom + "/assignments",
                        "{\"title\":\"Week 1\",\"from\":" + now + ",\"until\":" + (now + 86_400_000)
                                + ",\"mode\":\"interview\",\"topics\":[],\"questions\":3,\"pace\":"
                                + Interview.SUGGESTED + "}")
                .at("/assignments/0/id")
                .asText();
        String assignment = classroom + "/assignments/" + set;
        String handedIn = people.handIn(emil, set);
        String link = people.post(emil, "/api/sessions/" + handedIn + "/share", "")
                .path("link")
                .asText();
        String member = people.get(ada, "/api" + classroom).at("/members/0/id").asText();
        String round = people.practise(emil, "python-basics/memory-management");
        people.put(emil, "/api/my-" + classroom.substring(1), "{\"shows\":\"answers\"}");
        String practised = classroom + "/practice/" + member;
        return new Places(List.of(
                new Place("sign-in", shared, "/sign-in", titled),
                new Place("sign-in" + REFUSED, shared, "/sign-in", page -> {
                    page.getByLabel("Name").fill("Ada");
                    page.getByLabel("Password").fill("not hers");
                    page.getByLabel("Password").press("Enter");
                    assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
                }),
                new Place("invitation", shared, open, titled),
                new Place("people", shared, "/people", ada, titled),
                new Place("people-removing", shared, "/people", ada, page -> {
                    page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Name"))
                            .fill("Dora");
                    Seen.button(page, "Make a link").click();
                    assertThat(page.getByLabel("Send this link to")).isFocused();
                    Seen.button(page, "Remove…").last().click();
                    assertThat(Seen.button(page, "Keep")).isFocused();
                }),
                new Place("classes", shared, "/classes", ada, titled),
                new Place("class", shared, classroom, ada, titled),
                new Place("assignment", shared, assignment, ada, titled),
                new Place("answers", shared, assignment + "/" + member, ada, titled),
                new Place("practised", shared, practised, ada, titled),
                new Place("practised-round", shared, practised + "/" + round, ada, titled),
                new Place("sign-in-back", shared, "/sign-in/back", titled),
                new Place("shared", shared, "/shared#" + link, titled),
                new Place("home-assigned", shared, "/", emil, titled),
                new Place("settings-account", shared, "/settings", ada, page -> {
                    Seen.button(page, "Change the password…").click();
                    assertThat(page.getByLabel("Current password")).isFocused();
                }),
                new Place("home-empty", empty, "/", titled),
                new Place("history-empty", empty, "/history", titled),
                new Place("home", program, "/", titled),
                new Place(
                        "home-choosing-topics",
                        program,
                        "/",
                        page -> Seen.button(page, "Topics").click()),
                new Place(
                        "home-choosing-time",
                        program,
                        "/",
                        page -> Seen.button(page, "Time").click()),
                new Place("keys", program, "/topics", page -> {
                    titled.accept(page);
                    page.keyboard().press("?");
                    assertThat(Seen.heading(page, "Keys")).isVisible();
                }),
                new Place(
                        "answering",
                        program,
                        begun.path() + "#1",
                        page -> assertThat(Seen.box(page)).isEditable()),
                new Place(
                        "answering-code",
                        program,
                        begun.path() + "#2",
                        page -> assertThat(Seen.box(page)).isEditable()),
                new Place("before-finish", program, begun.path() + "#finish", titled),
                new Place(
                        "paused",
                        program,
                        paused.path(),
                        page -> assertThat(Seen.heading(page, "Paused")).isVisible()),
                new Place(
                        "practice-marked",
                        program,
                        practice.path() + "#1",
                        page -> assertThat(page.getByText("How well did you know it?"))
                                .isVisible()),
                new Place("result", program, graded.path() + "/result", scored),
                new Place("question-full", program, question(graded, Specimen.FULL), titled),
                new Place("question-half", program, question(graded, Specimen.HALF), titled),
                new Place("question-wrong", program, question(graded, Specimen.WRONG), titled),
                new Place("question-code", program, question(code, 0), titled),
                new Place("question-nonsense", program, question(graded, Specimen.NONSENSE), titled),
                new Place("question-claiming", program, question(graded, Specimen.WRONG), page -> {
                    Seen.button(page, "I did say this").first().click();
                    page.getByText("Which words?").first().click();
                }),
                new Place("question-trying", program, question(graded, Specimen.WRONG), page -> {
                    assertThat(Seen.title(page)).hasCount(1);
                    page.keyboard().press("t");
                    assertThat(page.getByRole(
                                    AriaRole.TEXTBOX,
                                    new Page.GetByRoleOptions().setName("Other words for your answer")))
                            .isFocused();
                }),
                new Place("history", program, "/history", titled),
                new Place("topics", program, "/topics", titled),
                new Place("topic", program, "/topics/" + topic, titled),
                new Place("topic-saying", program, "/topics/" + topic, page -> {
                    Seen.button(page, "Say it in one line").first().click();
                    assertThat(line(page)).isFocused();
                }),
                new Place("practice-empty", empty, "/practice", titled),
                new Place("practice", program, "/practice", titled),
                new Place("practice-day", program, "/practice", page -> {
                    page.getByRole(AriaRole.BUTTON)
                            .filter(new Locator.FilterOptions().setHasText(Pattern.compile("\\d+ due")))
                            .first()
                            .click();
                    assertThat(Seen.heading(page, "Due")).isVisible();
                }),
                new Place("interview-plan-empty", empty, "/practice/interview", titled),
                new Place(
                        "interview-plan",
                        program,
                        "/practice/interview",
                        page -> assertThat(Seen.heading(page, "Day by day")).isVisible()),
                new Place("change", program, changed.path() + "/change", titled),
                new Place("practice-said", program, practice.path() + "#1", page -> {
                    Locator box = page.locator("follow-up textarea");
                    // what was said on an earlier visit is shown again
                    assertThat(box.or(Seen.button(page, "Answer it again")).first())
                            .isVisible();
                    if (box.isVisible()) {
                        box.fill("It is said once more, in one line.");
                        box.press("Control+Enter");
                    }
                    assertThat(page.getByText("counted separately")).isVisible();
                }),
                new Place(
                        "try", empty, "/try", page -> assertThat(Seen.box(page)).isFocused()),
                new Place("try-marked", program, "/try", page -> {
                    Seen.box(page).fill("It is all kept in memory, and the other one is not.");
                    page.keyboard().press("Control+Enter");
                    assertThat(Seen.heading(page, "A full answer").first()).isVisible();
                }),
                new Place("progress", program, "/progress", titled),
                new Place("progress-empty", empty, "/progress", titled),
                new Place("job", program, "/job", titled),
                new Place("job-read", program, "/job", page -> {
                    page.locator("textarea").fill("You write Python with asyncio, pytest and Docker. You know Kotlin.");
                    page.locator("form button[type=submit]").click();
                    assertThat(page.getByText("not in your bank").first()).isVisible();
                }),
                new Place("questions", program, "/questions", titled),
                new Place("import", program, "/questions/import", titled),
                new Place("import-preview", program, "/questions/import", page -> {
                    page.getByLabel("Or paste questions and answers")
                            .fill("## What is a mutex?\n\nIt lets one thread in.\n\n## What is a spin lock?\n");
                    Seen.button(page, "Read it").click();
                    assertThat(Seen.title(page)).containsText("2 questions found");
                    page.keyboard().press("j");
                    assertThat(page.locator("import-item .file-lines")).isVisible();
                }),
                new Place("question-new", program, "/questions/new", titled),
                new Place(
                        "question-editor",
                        program,
                        "/questions/" + graded.question(0).at("/id").asText(),
                        page -> assertThat(page.locator("try-answer")).isVisible()),
                new Place("settings", program, "/settings", titled),
                new Place("data-empty", empty, "/data", titled),
                new Place("data", program, "/data", titled),
                new Place("data-deleting", program, "/data", page -> {
                    Seen.button(page, "Delete everything…").click();
                    assertThat(page.getByRole(AriaRole.TEXTBOX)).isFocused();
                }),
                new Place("not-found", program, "/nowhere/at/all", titled)));
    }

    private static Locator line(Page page) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("In one sentence"))
                .first();
    }

    private static String question(Interview interview, int place) {
        return interview.path() + "/questions/" + (place + 1);
    }
}
