/**
 * The plan of the house: which room holds what, and who may call whom.
 *
 * <p>Twelve rooms on six floors. A room imports only from floors below its own, never from its own floor, so there are no circles; {@code HouseTest}
 * holds the plan.
 *
 * <pre>
 * floor 6   cli                                the roof: commands, configuration, wiring
 * floor 5   api              store             HTTP and JSON | SQL  (never each other)
 * floor 4   session                            asks questions, against the clock
 * floor 3   embed  plan      link  evaluate    sentence model | memory and study plan | outline to answers | agreement with people
 * floor 2   grade            pack              what an answer earned, and why | Markdown to questions
 * floor 1   bank                               topics, questions, reference answers, key points
 * </pre>
 *
 * <p>Three journeys cross it. An answer: browser, api, session, store (the answers are fixed), grade, store (the grade rows), back. A question: pack reads
 * Markdown into the bank, {@code cli.Wiring} hands the bank out. A weak topic: store's review log, plan's memory and mastery, a blueprint, and the first
 * journey again.
 *
 * <p>Decisions that bind every room: states are records, not flags; no null crosses a room ({@code Optional} only as a return); pure steps take the time as an
 * argument and only {@code cli.Wiring} reads the clock or rolls dice; a port belongs to the room that needs it; bad content is data (a list of problems), a
 * wrong move is a {@code SessionException}; the evidence is stored and the explanation is derived from it. Each outside library lives in one room:
 * langchain4j in embed, flexmark in pack, Jdbi and Flyway in store, Javalin in api, picocli in cli. Jackson is the exception: api speaks JSON with it, pack
 * reads YAML front matter with it, store keeps a question as it was asked as one JSON text, and evaluate and link have no need of it because cli prints
 * through api.
 */
@NullMarked
package rejoinder;

import org.jspecify.annotations.NullMarked;
