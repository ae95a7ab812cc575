/**
 * The plan of the house: which room holds what, and who may call whom.
 *
 * <p>Seven floors. A room imports only from floors below its own, never from its own floor, so there are no circles; {@code HouseTest} holds the plan.
 *
 * <pre>
 * floor 7   cli                                  the roof: commands, configuration, wiring
 * floor 6   api     store    export    openid    HTTP and JSON | SQL | documents and archives | OpenID Connect (never each other)
 * floor 5   classroom                            what the people of one server show each other
 * floor 4   session    account      evaluate     asks questions, against the clock | who may sign in | agreement with people
 * floor 3   grader     plan         link  intake how a grade is found | memory and study plan | outline to answers | foreign formats to packs
 * floor 2   grade      embed        pack         what an answer earned, and why | sentence model | Markdown to questions
 * floor 1   bank       text                      what can be asked | spans, sentences, words, code, the embedder port
 * </pre>
 *
 * <p>The pages are JavaScript modules in {@code web/}, without a build: {@code answer}, {@code review}, {@code practice}, {@code bank}, {@code people} and {@code home}
 * hold pages and their parts by what the candidate is doing, {@code lib} what they share. A page's text is written where it is drawn; {@code api.js} is the only file that
 * asks the server. {@code WebFolderTest} holds that plan.
 *
 * <p>Three journeys cross it. An answer: browser, api, session, store (the answers are fixed), grader, store (the grade rows), back. A question: pack reads
 * Markdown into the bank, {@code cli.Wiring} hands the bank out. A weak topic: store's review log, plan's memory and mastery, a blueprint, and the first
 * journey again.
 *
 * <p>Decisions that bind every room: states are records, not flags; no null crosses a room ({@code Optional} only as a return); pure steps take the time as an
 * argument and only {@code cli.Wiring} reads the clock or draws random numbers; a port belongs to the room that needs it; bad content is data (a list of problems), a
 * wrong move is a {@code SessionException}; the evidence is stored and the explanation is derived from it. Each outside library lives in one room:
 * langchain4j in embed, password4j in account, Nimbus in openid, flexmark in pack, Jdbi and Flyway in store, Javalin in api, picocli in cli. Jackson is the exception: api speaks JSON with it, pack
 * reads YAML front matter with it, store keeps a question as it was asked as one JSON text. Evaluate, link and export have no need of it: they hand over records, and cli
 * and api write them with api's encoder.
 */
@NullMarked
package rejoinder;

import org.jspecify.annotations.NullMarked;
